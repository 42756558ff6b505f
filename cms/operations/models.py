"""One row a recurring job: who holds it until when, and how it went last."""

from django.db import models


class Job(models.Model):
    name = models.CharField("việc", max_length=60, unique=True)
    leased_by = models.CharField("tiến trình", max_length=80, blank=True)
    leased_until = models.DateTimeField("giữ đến", null=True, blank=True)
    next_run_at = models.DateTimeField("chạy lúc", null=True, blank=True)
    last_done_at = models.DateTimeField("xong lúc", null=True, blank=True)
    attempts = models.PositiveIntegerField("lần thử liên tiếp", default=0)
    last_error = models.TextField("lỗi gần nhất", blank=True)

    class Meta:
        verbose_name = "việc định kỳ"
        verbose_name_plural = "việc định kỳ"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
