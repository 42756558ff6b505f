"""What is true of somebody, stage by stage with dates and decisions: rows, not a status field (E2, E3, P8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from cms.core.text import fold
from cms.localities.models import Locality, communes_of_home, former_communes_of_home
from cms.organisations.models import Organisation
from cms.plans.models import Sector
from stories.exemplars.enums import ExemplarKind, HoldReason, Ladder, Scope, SubjectType


def exemplar_tag(pk: int) -> str:
    """What a ready page that names this exemplar is dropped by (`cms.delivery`)."""
    return f"exemplar:{pk}"


class ExemplarQuerySet(models.QuerySet["Exemplar"]):
    def named(self, query: str) -> "ExemplarQuerySet":
        """Under a name or alias that contains the words, with or without diacritics."""
        folded = fold(query)
        aliases = Alias.objects.filter(search_name__contains=folded).values("exemplar_id")
        return self.filter(Q(search_name__contains=folded) | Q(pk__in=aliases))

    def on_hold(self) -> "ExemplarQuerySet":
        return self.filter(holds__lifted_at__isnull=True, holds__isnull=False).distinct()


class Exemplar(models.Model):
    name = models.CharField("tên", max_length=160)
    search_name = models.CharField("tên không dấu", max_length=200, db_index=True, editable=False, blank=True)
    sort_name = models.CharField("khóa sắp xếp", max_length=600, db_index=True, editable=False, blank=True)
    subject_type = models.CharField(
        "đối tượng",
        max_length=12,
        choices=[
            (SubjectType.INDIVIDUAL, "Cá nhân"),
            (SubjectType.COLLECTIVE, "Tập thể"),
            (SubjectType.HOUSEHOLD, "Hộ gia đình"),
            (SubjectType.MODEL, "Mô hình"),
        ],
    )
    kind = models.CharField(
        "loại điển hình",
        max_length=16,
        choices=[
            (ExemplarKind.GOOD_DEED, "Gương người tốt, việc tốt"),
            (ExemplarKind.ADVANCED, "Điển hình tiên tiến"),
            (ExemplarKind.EMERGING, "Nhân tố mới"),
            (ExemplarKind.MODEL_PRACTICE, "Mô hình, cách làm hay"),
        ],
    )
    scope = models.CharField(
        "phạm vi",
        max_length=14,
        choices=[(Scope.COMPREHENSIVE, "Điển hình toàn diện"), (Scope.PARTIAL, "Điển hình từng mặt")],
        default=Scope.PARTIAL,
    )
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    birth_date = models.DateField("ngày sinh", null=True, blank=True)
    gender = models.CharField(
        "giới tính", max_length=6, blank=True, choices=[("male", "Nam"), ("female", "Nữ")]
    )
    occupation = models.CharField("nghề nghiệp, chức danh", max_length=160, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="đơn vị",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="exemplars",
    )
    locality = models.ForeignKey(
        Locality,
        verbose_name="địa bàn hiện nay",
        on_delete=models.PROTECT,
        related_name="exemplars",
        limit_choices_to=communes_of_home,
    )
    unit_then = models.ForeignKey(
        Locality,
        verbose_name="địa bàn khi đó",
        limit_choices_to=former_communes_of_home,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Tên xã, phường vào thời điểm được ghi nhận; giữ nguyên sau khi sáp nhập.",
    )
    sectors = models.ManyToManyField(Sector, verbose_name="lĩnh vực", blank=True, related_name="exemplars")
    summary = models.TextField("vì sao là điển hình", blank=True)
    is_sample = models.BooleanField("dữ liệu mẫu", default=False)

    objects = ExemplarQuerySet.as_manager()

    class Meta:
        verbose_name = "điển hình"
        verbose_name_plural = "điển hình"
        ordering = ["sort_name"]
        permissions = [("choose_exemplar", "Chọn điển hình cho bài viết")]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Bí danh, tên thường gọi; southern names by birth order are part of identity."""

    exemplar = models.ForeignKey(
        Exemplar, verbose_name="điển hình", on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField("bí danh, tên thường gọi", max_length=120)
    search_name = models.CharField("không dấu", max_length=160, db_index=True, editable=False, blank=True)

    class Meta:
        verbose_name = "bí danh"
        verbose_name_plural = "bí danh"
        ordering = ["exemplar", "pk"]
        constraints = [models.UniqueConstraint(fields=["exemplar", "name"], name="alias_once")]

    def __str__(self) -> str:
        return self.name


class Stage(models.Model):
    exemplar = models.ForeignKey(
        Exemplar, verbose_name="điển hình", on_delete=models.CASCADE, related_name="stages"
    )
    step = models.CharField(
        "bậc",
        max_length=22,
        choices=[
            (Ladder.EMERGING, "Nhân tố mới"),
            (Ladder.OF_BODY, "Điển hình của đơn vị"),
            (Ladder.RECOGNISED, "Được công nhận"),
            (Ladder.OUTSTANDING_PROVINCE, "Tiêu biểu cấp tỉnh"),
            (Ladder.OUTSTANDING_NATION, "Tiêu biểu toàn quốc"),
        ],
    )
    reached_on = models.DateField("ngày")
    decided_by = models.ForeignKey(
        Organisation,
        verbose_name="cơ quan quyết định",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    document = models.CharField("văn bản", max_length=200, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người ghi",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "bậc đạt được"
        verbose_name_plural = "bậc đạt được"
        ordering = ["exemplar", "reached_on"]
        constraints = [models.UniqueConstraint(fields=["exemplar", "step", "reached_on"], name="stage_once")]

    def __str__(self) -> str:
        return self.get_step_display()


class HoldQuerySet(models.QuerySet["Hold"]):
    def in_force(self) -> "HoldQuerySet":
        return self.filter(lifted_at__isnull=True)


class Hold(models.Model):
    """Tạm dừng xem xét: stops every channel; lifting it is a decision of its own and publishes nothing by itself."""

    exemplar = models.ForeignKey(
        Exemplar, verbose_name="điển hình", on_delete=models.PROTECT, related_name="holds"
    )
    reason = models.CharField(
        "lý do",
        max_length=16,
        choices=[
            (HoldReason.DISCIPLINE, "Đang xem xét kỷ luật"),
            (HoldReason.INSPECTION, "Đang thanh tra, kiểm tra"),
            (HoldReason.COMPLAINT, "Có đơn thư chưa giải quyết"),
            (HoldReason.ADVERSE_REPORT, "Báo chí phản ánh trái chiều"),
            (HoldReason.OTHER, "Lý do khác"),
        ],
    )
    note = models.TextField("nội dung", blank=True)
    document = models.CharField("văn bản", max_length=200)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="người đặt"
    )
    placed_at = models.DateTimeField("lúc")
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người gỡ",
    )
    lifted_at = models.DateTimeField("gỡ lúc", null=True, blank=True)
    lift_document = models.CharField("văn bản gỡ", max_length=200, blank=True)
    lift_note = models.TextField("lý do gỡ", blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = "tạm dừng xem xét"
        verbose_name_plural = "tạm dừng xem xét"
        ordering = ["-placed_at"]
        indexes = [
            models.Index(fields=["exemplar"], name="hold_in_force", condition=Q(lifted_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.exemplar}: {self.get_reason_display()}"
