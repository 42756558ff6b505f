"""Columns, their rhythm and their dated places (S2, S3)."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page

from cms.core.models import SortedByName
from cms.organisations.enums import Medium
from cms.organisations.models import MEDIUM_LABELS, Organisation
from cms.plans.models import PlannedColumn
from columns.slots.enums import SlotState
from columns.slots.rules import in_words

ON_AIR = {Medium.RADIO, Medium.TELEVISION}


class Column(SortedByName):
    """Chuyên mục in any medium; a special page (chuyên trang) takes several pieces in one slot."""

    name = models.CharField("tên", max_length=120)
    slug = models.SlugField("đường dẫn", max_length=80, unique=True)
    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="columns"
    )
    media = models.JSONField("loại hình", default=list)
    several_pieces = models.BooleanField("nhiều bài một kỳ (chuyên trang)", default=False)
    description = models.TextField("giới thiệu", blank=True)
    planned = models.ForeignKey(
        PlannedColumn,
        verbose_name="theo kế hoạch",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="columns",
    )
    is_active = models.BooleanField("đang mở", default=True)

    class Meta:
        verbose_name = "chuyên mục"
        verbose_name_plural = "chuyên mục"
        ordering = ["sort_name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_on_air(self) -> bool:
        """Heard or seen; its public face is a programme."""
        return bool(ON_AIR & set(self.media))

    @property
    def media_text(self) -> str:
        labels = dict(MEDIUM_LABELS)
        return ", ".join(labels[Medium(medium)] for medium in self.media)


class Rhythm(models.Model):
    """When a column appears: an RRULE (RFC 5545) and an hour of the house's clock, for a time."""

    column = models.ForeignKey(
        Column, verbose_name="chuyên mục", on_delete=models.CASCADE, related_name="rhythms"
    )
    rrule = models.CharField(
        "nhịp", max_length=200, help_text="Ví dụ hằng tuần vào thứ Năm: FREQ=WEEKLY;BYDAY=TH"
    )
    hour = models.TimeField("giờ")
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "nhịp"
        verbose_name_plural = "nhịp"
        ordering = ["column", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="rhythm_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{in_words(self.rrule)}, {self.hour:%H:%M}"


class SlotQuerySet(models.QuerySet["Slot"]):
    def due(self, at: datetime) -> "SlotQuerySet":
        """Filled slots whose hour has come and whose next try is not held back."""
        return self.filter(state=SlotState.FILLED, at__lte=at).filter(
            Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=at)
        )

    def overlooked(self, at: datetime) -> "SlotQuerySet":
        """Slots whose hour has passed with nothing in them."""
        return self.filter(state=SlotState.OPEN, at__lte=at)

    def blocked(self) -> "SlotQuerySet":
        """Slots whose hour came and whose release was refused; the reason stands beside them."""
        return self.filter(state=SlotState.FILLED).exclude(last_error="")

    def coming(self, at: datetime) -> "SlotQuerySet":
        return self.filter(at__gt=at, state__in=[SlotState.OPEN, SlotState.FILLED])


class Slot(models.Model):
    column = models.ForeignKey(
        Column, verbose_name="chuyên mục", on_delete=models.CASCADE, related_name="slots"
    )
    at = models.DateTimeField("giờ đăng, phát", db_index=True)
    state = models.CharField(
        "tình trạng",
        max_length=8,
        choices=[
            (SlotState.OPEN, "Còn trống"),
            (SlotState.FILLED, "Đã xếp bài"),
            (SlotState.RELEASED, "Đã phát hành"),
            (SlotState.MISSED, "Lỡ kỳ"),
            (SlotState.SKIPPED, "Nghỉ kỳ"),
        ],
        default=SlotState.OPEN,
        editable=False,
    )
    reason = models.CharField("lý do", max_length=250, blank=True, editable=False)
    released_at = models.DateTimeField("phát hành lúc", null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0, editable=False)
    next_attempt_at = models.DateTimeField("thử lại lúc", null=True, blank=True, editable=False)
    last_error = models.TextField("vướng mắc", blank=True, editable=False)
    pages = models.ManyToManyField(Page, verbose_name="bài", through="SlotItem", related_name="slots")

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = "kỳ đăng, phát"
        verbose_name_plural = "kỳ đăng, phát"
        ordering = ["at", "column"]
        constraints = [models.UniqueConstraint(fields=["column", "at"], name="slot_once")]
        indexes = [models.Index(fields=["state", "at"], name="slot_by_state")]

    def __str__(self) -> str:
        return f"{self.column}, {timezone.localtime(self.at):%d/%m/%Y}"


class SlotItem(models.Model):
    slot = models.ForeignKey(Slot, verbose_name="kỳ", on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(Page, verbose_name="bài", on_delete=models.PROTECT, related_name="slot_items")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người xếp",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "bài trong kỳ"
        verbose_name_plural = "bài trong kỳ"
        ordering = ["slot", "order"]
        constraints = [models.UniqueConstraint(fields=["slot", "page"], name="page_once_in_a_slot")]

    def __str__(self) -> str:
        return f"{self.slot}: {self.page}"
