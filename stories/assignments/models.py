"""What a desk is to write, by whom, by when (S5)."""

from datetime import date

from django.conf import settings
from django.db import models
from wagtail.models import Page

from cms.organisations.models import Desk
from stories.assignments.enums import AssignmentState, Priority
from stories.exemplars.models import Exemplar
from stories.nominations.models import HandOver


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def running(self) -> "AssignmentQuerySet":
        return self.filter(state__in=[AssignmentState.OPEN, AssignmentState.ACCEPTED])

    def late(self, day: date) -> "AssignmentQuerySet":
        return self.running().filter(due_on__lt=day)


class Assignment(models.Model):
    """Việc của tòa soạn. Without a person it is the desk's, to be given to somebody."""

    desk = models.ForeignKey(Desk, verbose_name="ban", on_delete=models.PROTECT, related_name="assignments")
    exemplar = models.ForeignKey(
        Exemplar,
        verbose_name="điển hình",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    hand_over = models.OneToOneField(
        HandOver,
        verbose_name="hồ sơ chuyển đến",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignment",
    )
    title = models.CharField("việc", max_length=200)
    brief = models.TextField("gợi ý", blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người làm",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    due_on = models.DateField("hạn nộp", db_index=True)
    priority = models.CharField(
        "mức ưu tiên",
        max_length=6,
        choices=[
            (Priority.NORMAL, "Thông thường"),
            (Priority.HIGH, "Ưu tiên"),
            (Priority.URGENT, "Khẩn cấp"),
        ],
        default=Priority.NORMAL,
    )
    state = models.CharField(
        "tình trạng",
        max_length=8,
        choices=[
            (AssignmentState.OPEN, "Chờ nhận việc"),
            (AssignmentState.ACCEPTED, "Đang làm"),
            (AssignmentState.DONE, "Đã nộp bài"),
            (AssignmentState.DROPPED, "Thôi không làm"),
        ],
        default=AssignmentState.OPEN,
        editable=False,
    )
    reason = models.TextField("lý do", blank=True, editable=False)
    page = models.ForeignKey(
        Page,
        verbose_name="bài",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assignments",
        editable=False,
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người giao", on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField("giao lúc")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "việc của tòa soạn"
        verbose_name_plural = "việc của tòa soạn"
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title

    def is_late(self, day: date) -> bool:
        return self.state in {AssignmentState.OPEN, AssignmentState.ACCEPTED} and self.due_on < day
