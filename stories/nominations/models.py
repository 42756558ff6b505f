"""From the commune to the desks: nomination, joint verification, selection, hand-over (E5–E7, S5, P11)."""

import uuid
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q

from cms.localities.models import Locality, communes_of_home, former_communes_of_home
from cms.organisations.models import Desk, Organisation
from cms.plans.models import Sector
from stories.exemplars.enums import ExemplarKind, SubjectType
from stories.exemplars.models import Exemplar
from stories.nominations.enums import HandOverState, NominationState, Opinion
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


def private_storage() -> Any:
    """What a body sends in is never under the public root."""
    return storages["private"]


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


class NominationPhoto(models.Model):
    """A photo that a clerk sends piece by piece; it counts when it is complete and was read as a picture."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nomination = models.ForeignKey(
        Nomination, verbose_name="phiếu", on_delete=models.CASCADE, related_name="photos"
    )
    name = models.CharField("tên tệp", max_length=160)
    size = models.PositiveIntegerField("số byte")
    received = models.PositiveIntegerField("đã nhận", default=0)
    file = models.FileField("ảnh", storage=private_storage, upload_to="nominations/%Y/%m/", blank=True)
    caption = models.CharField("chú thích", max_length=250, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField("thêm lúc")

    class Meta:
        verbose_name = "ảnh của phiếu"
        verbose_name_plural = "ảnh của phiếu"
        ordering = ["added_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_complete(self) -> bool:
        return bool(self.file)


class PhotoPart(models.Model):
    """A piece of a photo on its way: in the database, so that any worker may take the next one."""

    photo = models.ForeignKey(NominationPhoto, on_delete=models.CASCADE, related_name="parts")
    offset = models.PositiveIntegerField("từ byte")
    data = models.BinaryField("dữ liệu")

    class Meta:
        verbose_name = "phần ảnh"
        verbose_name_plural = "phần ảnh"
        constraints = [models.UniqueConstraint(fields=["photo", "offset"], name="part_once")]

    def __str__(self) -> str:
        return f"{self.photo} +{self.offset}"


class Concurrence(models.Model):
    """Hiệp y: the opinion of the second committee where the plan wants verification to be joint (E7)."""

    nomination = models.ForeignKey(
        Nomination, verbose_name="phiếu", on_delete=models.CASCADE, related_name="concurrences"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan cho ý kiến", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField("xin ý kiến lúc")
    opinion = models.CharField(
        "ý kiến",
        max_length=8,
        blank=True,
        choices=[(Opinion.AGREED, "Thống nhất"), (Opinion.OBJECTED, "Có ý kiến khác")],
    )
    note = models.TextField("nội dung ý kiến", blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người cho ý kiến",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    given_at = models.DateTimeField("cho ý kiến lúc", null=True, blank=True)

    class Meta:
        verbose_name = "hiệp y"
        verbose_name_plural = "hiệp y"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "organisation"],
                condition=Q(opinion=""),
                name="one_open_concurrence_a_body",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_opinion_display() or 'chưa trả lời'}"


class Selection(models.Model):
    """Who chose the exemplar for publicity, when, under which document (E5)."""

    nomination = models.OneToOneField(
        Nomination, verbose_name="phiếu", on_delete=models.PROTECT, related_name="selection"
    )
    decided_by = models.CharField("người, cơ quan quyết định", max_length=200)
    decided_on = models.DateField("ngày quyết định")
    document = models.CharField("văn bản", max_length=200)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người ghi", on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "việc chọn"
        verbose_name_plural = "việc chọn"

    def __str__(self) -> str:
        return f"{self.decided_by}, {self.document}"


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
