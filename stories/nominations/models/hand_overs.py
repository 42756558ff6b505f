"""A selected dossier at a desk (S5)."""

from collections.abc import Collection

from django.conf import settings
from django.db import models
from django.db.models import Q

from cms.organisations.models import Desk
from stories.nominations.enums import HandOverState
from stories.nominations.models.nominations import Nomination


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def at_desks(self, desks: Collection[int]) -> "HandOverQuerySet":
        return self.filter(desk__in=desks)

    def waiting(self) -> "HandOverQuerySet":
        return self.filter(state=HandOverState.WAITING)


class HandOver(models.Model):
    """A selected dossier handed to one desk, which accepts or returns it with a reason (S5)."""

    nomination = models.ForeignKey(
        Nomination, verbose_name="phiếu", on_delete=models.PROTECT, related_name="hand_overs"
    )
    desk = models.ForeignKey(Desk, verbose_name="ban", on_delete=models.PROTECT, related_name="hand_overs")
    state = models.CharField(
        "tình trạng",
        max_length=8,
        choices=[
            (HandOverState.WAITING, "Chờ ban nhận"),
            (HandOverState.ACCEPTED, "Đã nhận"),
            (HandOverState.RETURNED, "Trả lại"),
        ],
        default=HandOverState.WAITING,
        editable=False,
    )
    brief = models.TextField("gợi ý cho tòa soạn", blank=True)
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người chuyển", on_delete=models.PROTECT, related_name="+"
    )
    handed_at = models.DateTimeField("chuyển lúc")
    reason = models.TextField("lý do trả lại", blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người trả lời",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = "việc chuyển tòa soạn"
        verbose_name_plural = "việc chuyển tòa soạn"
        ordering = ["-handed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "desk"],
                condition=~Q(state="returned"),
                name="one_running_hand_over_a_desk",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nomination} → {self.desk}"
