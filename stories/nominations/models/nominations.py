"""The nomination of a body, and the keys by which namesakes are found (E5, P11)."""

from collections.abc import Collection

from django.conf import settings
from django.db import models

from cms.localities.models import Locality, communes_of_home, former_communes_of_home
from cms.organisations.models import Organisation
from cms.plans.models import Sector
from stories.exemplars.enums import ExemplarKind, SubjectType
from stories.exemplars.models import Exemplar
from stories.nominations.enums import NominationState
from stories.nominations.rules import WITH_THE_BODY

STATE_LABELS = [
    (NominationState.DRAFT, "Bản nháp"),
    (NominationState.SIGNING, "Chờ thủ trưởng ký"),
    (NominationState.SENT, "Đã gửi"),
    (NominationState.MORE_ASKED, "Yêu cầu bổ sung"),
    (NominationState.VERIFYING, "Đang thẩm định"),
    (NominationState.CONCURRENCE, "Chờ hiệp y"),
    (NominationState.ELIGIBLE, "Đủ điều kiện"),
    (NominationState.INELIGIBLE, "Không đủ điều kiện"),
    (NominationState.SELECTED, "Được chọn"),
    (NominationState.HANDED_OVER, "Đã chuyển tòa soạn"),
]


class NominationQuerySet(models.QuerySet["Nomination"]):
    def of_bodies(self, bodies: Collection[int]) -> "NominationQuerySet":
        return self.filter(organisation__in=bodies)

    def received(self) -> "NominationQuerySet":
        """What lies outside its body: nobody else reads what is still being written, or is being amended."""
        return self.exclude(state__in=WITH_THE_BODY)

    def once_signed(self) -> "NominationQuerySet":
        """What the standing office has received at some time, also where it went back to be amended."""
        return self.filter(signed_at__isnull=False)


class Nomination(models.Model):
    """Phiếu giới thiệu: filled in by a clerk, signed by the accountable head, received by the standing office."""

    organisation = models.ForeignKey(
        Organisation, verbose_name="đơn vị giới thiệu", on_delete=models.PROTECT, related_name="nominations"
    )
    year = models.PositiveSmallIntegerField("năm")
    state = models.CharField(
        "tình trạng", max_length=12, choices=STATE_LABELS, default=NominationState.DRAFT, editable=False
    )
    state_since = models.DateTimeField("từ lúc", editable=False)
    subject_type = models.CharField(
        "đối tượng",
        max_length=12,
        choices=[
            (SubjectType.INDIVIDUAL, "Cá nhân"),
            (SubjectType.COLLECTIVE, "Tập thể"),
            (SubjectType.HOUSEHOLD, "Hộ gia đình"),
            (SubjectType.MODEL, "Mô hình, cách làm hay"),
        ],
        blank=True,
    )
    name = models.CharField("họ tên hoặc tên gọi", max_length=160, blank=True)
    alias = models.CharField("bí danh, tên thường gọi", max_length=120, blank=True)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    occupation = models.CharField("nghề nghiệp, chức danh", max_length=160, blank=True)
    kind = models.CharField(
        "loại điển hình",
        max_length=16,
        choices=[
            (ExemplarKind.GOOD_DEED, "Gương người tốt, việc tốt"),
            (ExemplarKind.ADVANCED, "Điển hình tiên tiến"),
            (ExemplarKind.EMERGING, "Nhân tố mới"),
            (ExemplarKind.MODEL_PRACTICE, "Mô hình, cách làm hay"),
        ],
        default=ExemplarKind.GOOD_DEED,
    )
    locality = models.ForeignKey(
        Locality,
        verbose_name="xã, phường hiện nay",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to=communes_of_home,
    )
    unit_then = models.ForeignKey(
        Locality,
        verbose_name="xã, phường khi đó",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to=former_communes_of_home,
    )
    hamlet = models.CharField("ấp, khóm", max_length=120, blank=True)
    sector = models.ForeignKey(
        Sector, verbose_name="lĩnh vực", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    deeds = models.JSONField("việc làm, con số và minh chứng", default=list, blank=True)
    contact_name = models.CharField("người liên hệ ở đơn vị", max_length=120, blank=True)
    contact_phone = models.CharField("điện thoại liên hệ", max_length=20, blank=True)
    note = models.TextField("điều cần lưu ý", blank=True)
    copied_from = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="copies"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người lập phiếu",
        on_delete=models.PROTECT,
        related_name="nominations",
    )
    written_at = models.DateTimeField("lập lúc")
    edition = models.PositiveIntegerField("bản lưu thứ", default=0, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người ký",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    signed_at = models.DateTimeField("ký lúc", null=True, blank=True)
    asked = models.TextField("nội dung cần bổ sung, lý do", blank=True, editable=False)
    exemplar = models.ForeignKey(
        Exemplar,
        verbose_name="điển hình",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="nominations",
    )

    is_sample = models.BooleanField("dữ liệu mẫu", default=False, editable=False)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu giới thiệu"
        verbose_name_plural = "phiếu giới thiệu"
        ordering = ["-state_since", "-pk"]
        indexes = [
            models.Index(fields=["organisation", "-state_since"], name="nomination_of_body"),
            models.Index(fields=["state", "state_since"], name="nomination_inbox"),
        ]
        permissions = [
            ("receive_nomination", "Tiếp nhận, thẩm định phiếu giới thiệu"),
            ("concur_nomination", "Cho ý kiến hiệp y"),
        ]

    def __str__(self) -> str:
        return self.name or "Phiếu chưa ghi tên"

    @property
    def is_with_its_body(self) -> bool:
        """Being written or amended: outside the body nobody reads what it says."""
        return self.state in WITH_THE_BODY

    @property
    def title_outside(self) -> str:
        """What the office calls it; expects `exemplar` and `organisation` selected."""
        if not self.is_with_its_body:
            return str(self)
        return str(self.exemplar or f"Phiếu của {self.organisation}")

    @property
    def state_outside(self) -> str:
        """Whether the body is writing or its head is reading again is the body's own business."""
        return (
            dict(STATE_LABELS)[NominationState.MORE_ASKED]
            if self.is_with_its_body
            else self.get_state_display()
        )


class NominationKey(models.Model):
    """A folded name of the nominee, for finding duplicates by an index."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField("khóa", max_length=200, db_index=True)

    class Meta:
        verbose_name = "khóa tìm trùng"
        verbose_name_plural = "khóa tìm trùng"
        constraints = [models.UniqueConstraint(fields=["nomination", "key"], name="nomination_key_once")]

    def __str__(self) -> str:
        return self.key
