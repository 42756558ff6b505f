"""The Outbox: what must be told to the world is written beside the change itself and delivered by a job afterwards."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def due(self, at: datetime) -> "OutboxQuerySet":
        return self.filter(delivered_at__isnull=True, next_attempt_at__lte=at)


class OutboxMessage(models.Model):
    """One thing to tell. `key` makes writing it twice harmless; a deliverer is registered for its `kind`."""

    kind = models.CharField("loại", max_length=60)
    key = models.CharField("khóa", max_length=200, unique=True)
    payload = models.JSONField("nội dung", default=dict)
    created_at = models.DateTimeField("tạo lúc")
    next_attempt_at = models.DateTimeField("gửi lúc")
    delivered_at = models.DateTimeField("đã gửi lúc", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    last_error = models.TextField("lỗi gần nhất", blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = "tin chờ gửi"
        verbose_name_plural = "tin chờ gửi"
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], name="outbox_waiting", condition=Q(delivered_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
