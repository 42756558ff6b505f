"""A plan as data: what it carries out, its dates, targets, sectors, criteria and columns (rows P1, P2, P6, P7, E9, S2, S3).

Every row taken from a text keeps its § and the words it rests on, so that a reader can check it.
"""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from cms.core.models import SortedByName
from cms.localities.enums import Scheme
from cms.organisations.models import TIER_LABELS, Organisation
from cms.plans.enums import Measure, Period, PlanKind


class Provenance(models.Model):
    """Where in the plan's text a value stands."""

    section = models.CharField("mục", max_length=20, blank=True)
    quote = models.TextField("trích văn bản", blank=True)

    class Meta:
        abstract = True


class Plan(Provenance):
    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên", max_length=250)
    kind = models.CharField(
        "loại",
        max_length=10,
        choices=[(PlanKind.SCHEME, "Đề án"), (PlanKind.PLAN, "Kế hoạch")],
        default=PlanKind.PLAN,
    )
    number = models.CharField("số", max_length=40, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuing_body = models.ForeignKey(
        Organisation, verbose_name="cơ quan ban hành", on_delete=models.PROTECT, related_name="plans"
    )
    signer = models.CharField("người ký", max_length=120, blank=True)
    verifies_with = models.ForeignKey(
        Organisation,
        verbose_name="cùng thẩm định với",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Cơ quan mà kế hoạch giao phối hợp thẩm định điển hình.",
    )
    period_from = models.DateField("từ ngày")
    period_to = models.DateField("đến hết ngày")
    goals = models.TextField("mục tiêu", blank=True)
    carries_out = models.CharField("thực hiện văn bản", max_length=250, blank=True)
    replaces = models.CharField("thay thế", max_length=250, blank=True)
    continues = models.CharField("tiếp nối", max_length=250, blank=True)
    unknowns = models.JSONField("điều chưa biết và lý do", default=dict, blank=True)

    class Meta:
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        ordering = ["-period_from", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_from__lte=models.F("period_to")), name="plan_begins_before_it_ends"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Milestone(Provenance):
    """A dated step; `day_from` equals `day_to` for a day, a month or quarter spans its days (P2)."""

    plan = models.ForeignKey(
        Plan, verbose_name="kế hoạch", on_delete=models.CASCADE, related_name="milestones"
    )
    code = models.SlugField("mã", max_length=60)
    name = models.CharField("việc", max_length=250)
    day_from = models.DateField("từ ngày")
    day_to = models.DateField("đến ngày")
    every_year = models.BooleanField("hằng năm", default=False)

    class Meta:
        verbose_name = "mốc thực hiện"
        verbose_name_plural = "mốc thực hiện"
        ordering = ["plan", "day_to"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="milestone_once")]

    def __str__(self) -> str:
        return self.name


class Sector(SortedByName, Provenance):
    """Lĩnh vực (P6). A sector without a plan is the office's own (a plan whose annex is missing)."""

    plan = models.ForeignKey(
        Plan, verbose_name="kế hoạch", null=True, blank=True, on_delete=models.CASCADE, related_name="sectors"
    )
    slug = models.SlugField("đường dẫn", max_length=80, unique=True)
    name = models.CharField("tên", max_length=120)
    parent = models.ForeignKey(
        "self", verbose_name="thuộc", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    is_sample = models.BooleanField("dữ liệu mẫu", default=False)

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = ["order", "sort_name"]

    def __str__(self) -> str:
        return self.name


class Criterion(Provenance):
    """One standard an exemplar is held to, of the plan or of a body, in a version with dates (P7)."""

    plan = models.ForeignKey(Plan, verbose_name="kế hoạch", on_delete=models.CASCADE, related_name="criteria")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="đơn vị",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="criteria",
    )
    sector = models.ForeignKey(
        Sector,
        verbose_name="lĩnh vực",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="criteria",
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    text = models.TextField("tiêu chuẩn")
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "tiêu chuẩn"
        verbose_name_plural = "tiêu chuẩn"
        ordering = ["plan", "order"]

    def __str__(self) -> str:
        return self.text


MEASURE_LABELS = {
    Measure.NOMINATED: "được giới thiệu",
    Measure.RECOGNISED: "được công nhận",
    Measure.PUBLICISED: "được phổ biến, tuyên truyền",
    Measure.REPLICATED: "được nhân rộng",
    Measure.AWARDED: "được khen thưởng",
    Measure.REGISTERED: "đăng ký xây dựng",
    Measure.FORWARDED: "gửi lên cấp trên",
    Measure.EXCHANGE_EVENTS: "buổi giao lưu",
    Measure.BODIES_WITH_PLAN: "đơn vị có kế hoạch",
    Measure.BODIES_WITH_CRITERIA: "đơn vị có tiêu chuẩn",
}


class TargetQuerySet(models.QuerySet["Target"]):
    def as_of(self, day: date) -> "TargetQuerySet":
        return self.filter(valid_from__lte=day, valid_to__gte=day)


class Target(Provenance):
    """At least `number` of `measure` for each body of `tier` in a period; past years keep counting as they were (E9)."""

    plan = models.ForeignKey(Plan, verbose_name="kế hoạch", on_delete=models.CASCADE, related_name="targets")
    code = models.SlugField("mã", max_length=60)
    measure = models.SlugField("đại lượng", max_length=60)
    tier = models.CharField("cấp", max_length=20, choices=TIER_LABELS)
    scheme = models.PositiveSmallIntegerField(
        "đơn vị theo hệ",
        choices=[(Scheme.UNTIL_2025, "Đến 30/6/2025"), (Scheme.SINCE_2025, "Từ 1/7/2025")],
    )
    number = models.DecimalField("ít nhất", max_digits=8, decimal_places=2)
    is_percent = models.BooleanField("phần trăm", default=False)
    period = models.CharField(
        "mỗi", max_length=5, choices=[(Period.YEAR, "năm"), (Period.MONTH, "tháng"), (Period.TERM, "cả kỳ")]
    )
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày")

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"
        ordering = ["plan", "code"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="target_once")]

    def __str__(self) -> str:
        return f"{capfirst(self.measure_label)}: {self.get_tier_display()}"

    @property
    def measure_label(self) -> str:
        return MEASURE_LABELS[Measure(self.measure)]


class PlannedColumn(Provenance):
    """A column that the plan asks for; the house of columns opens it (S2, S3)."""

    plan = models.ForeignKey(
        Plan, verbose_name="kế hoạch", on_delete=models.CASCADE, related_name="planned_columns"
    )
    slug = models.SlugField("đường dẫn", max_length=80)
    name = models.CharField("tên", max_length=120)
    media = models.JSONField("loại hình", default=list)
    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="planned_columns"
    )
    rrule = models.CharField("nhịp", max_length=200)
    default_hour = models.TimeField("giờ mặc định")
    several_pieces = models.BooleanField("nhiều bài một kỳ", default=False)
    settings_note = models.TextField("thiết lập thêm", blank=True)

    class Meta:
        verbose_name = "chuyên mục theo kế hoạch"
        verbose_name_plural = "chuyên mục theo kế hoạch"
        ordering = ["plan", "slug"]
        constraints = [models.UniqueConstraint(fields=["plan", "slug"], name="planned_column_once")]

    def __str__(self) -> str:
        return self.name


class EmulationMovement(SortedByName):
    """Phong trào thi đua, regular or thematic, in which exemplars are found (P14)."""

    name = models.CharField("tên", max_length=200)
    is_thematic = models.BooleanField("theo chuyên đề", default=False)
    launched_on = models.DateField("ngày phát động", null=True, blank=True)
    closed_on = models.DateField("ngày tổng kết", null=True, blank=True)

    class Meta:
        verbose_name = "phong trào thi đua"
        verbose_name_plural = "phong trào thi đua"
        ordering = ["sort_name"]

    def __str__(self) -> str:
        return self.name
