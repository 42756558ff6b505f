"""The ground a story stands on: claims with evidence and a verdict, consents with proof (E7, E8; law 91/2025)."""

from datetime import date

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q

from cms.organisations.models import MEDIUM_LABELS
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer, Verdict
from stories.exemplars.models import Exemplar


def private_storage():
    """Evidence and proofs are never under the public root."""
    return storages["private"]


class ClaimQuerySet(models.QuerySet["Claim"]):
    def confirmed(self) -> "ClaimQuerySet":
        return self.filter(verdict=Verdict.CONFIRMED)


class Claim(models.Model):
    exemplar = models.ForeignKey(
        Exemplar, verbose_name="điển hình", on_delete=models.CASCADE, related_name="claims"
    )
    kind = models.CharField(
        "loại",
        max_length=8,
        choices=[
            (ClaimKind.FIGURE, "Con số"),
            (ClaimKind.AWARD, "Khen thưởng"),
            (ClaimKind.DATE, "Mốc thời gian"),
            (ClaimKind.QUOTE, "Lời nói"),
            (ClaimKind.DEED, "Việc làm"),
        ],
    )
    text = models.TextField("điều được nêu")
    verdict = models.CharField(
        "kết luận",
        max_length=10,
        choices=[
            (Verdict.UNCHECKED, "Chưa kiểm tra"),
            (Verdict.CONFIRMED, "Đã xác nhận"),
            (Verdict.DISPUTED, "Còn ý kiến khác"),
            (Verdict.REFUTED, "Không đúng"),
        ],
        default=Verdict.UNCHECKED,
        editable=False,
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người kiểm tra",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_at = models.DateTimeField("kiểm tra lúc", null=True, blank=True, editable=False)
    said_by = models.CharField("ai xác nhận", max_length=200, blank=True, editable=False)
    verdict_note = models.TextField("ghi chú thẩm định", blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = "điều được nêu"
        verbose_name_plural = "điều được nêu"
        ordering = ["exemplar", "pk"]
        permissions = [("judge_claim", "Thẩm định điều được nêu")]

    def __str__(self) -> str:
        return self.text


class Evidence(models.Model):
    claim = models.ForeignKey(
        Claim, verbose_name="điều được nêu", on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.CharField(
        "loại",
        max_length=12,
        choices=[
            (EvidenceKind.DOCUMENT, "Văn bản"),
            (EvidenceKind.WITNESS, "Người làm chứng"),
            (EvidenceKind.PHOTO, "Ảnh"),
            (EvidenceKind.FIELD_CHECK, "Xác minh tại cơ sở"),
        ],
    )
    description = models.TextField("minh chứng")
    file = models.FileField("tệp", storage=private_storage, upload_to="evidence/%Y/%m/", blank=True)

    class Meta:
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        ordering = ["claim", "pk"]

    def __str__(self) -> str:
        return self.description


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self, day: date) -> "ConsentQuerySet":
        return self.filter(given_on__lte=day, withdrawn_on__isnull=True).filter(
            Q(expires_on__isnull=True) | Q(expires_on__gte=day)
        )


class Consent(models.Model):
    """Explicit and provable, never by silence; what it covers are its grants."""

    exemplar = models.ForeignKey(
        Exemplar, verbose_name="điển hình", on_delete=models.CASCADE, related_name="consents"
    )
    signer = models.CharField(
        "người ký",
        max_length=20,
        choices=[
            (Signer.SELF, "Chính người được viết"),
            (Signer.LEGAL_REPRESENTATIVE, "Người đại diện theo pháp luật"),
        ],
    )
    signer_name = models.CharField("họ tên người ký", max_length=160)
    given_on = models.DateField("ngày đồng ý")
    expires_on = models.DateField("có hiệu lực đến", null=True, blank=True)
    withdrawn_on = models.DateField("ngày rút lại", null=True, blank=True, editable=False)
    withdrawal_note = models.TextField("lý do rút", blank=True, editable=False)
    proof = models.CharField(
        "bằng chứng", max_length=250, help_text="Giấy, tệp ghi âm hoặc biên bản; nơi lưu."
    )
    proof_file = models.FileField("tệp", storage=private_storage, upload_to="consents/%Y/%m/", blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "sự đồng ý"
        verbose_name_plural = "sự đồng ý"
        ordering = ["exemplar", "-given_on"]

    def __str__(self) -> str:
        return f"{self.signer_name}, {self.given_on:%d/%m/%Y}"


class ConsentGrant(models.Model):
    """One item on one channel that a consent covers."""

    consent = models.ForeignKey(
        Consent, verbose_name="sự đồng ý", on_delete=models.CASCADE, related_name="grants"
    )
    channel = models.CharField("kênh", max_length=12, choices=MEDIUM_LABELS)
    item = models.CharField(
        "nội dung",
        max_length=10,
        choices=[
            (ConsentItem.NAME, "Họ tên"),
            (ConsentItem.PHOTO, "Hình ảnh"),
            (ConsentItem.VOICE, "Giọng nói"),
            (ConsentItem.ADDRESS, "Địa chỉ"),
            (ConsentItem.SENSITIVE, "Dữ liệu nhạy cảm"),
        ],
    )

    class Meta:
        verbose_name = "nội dung đồng ý"
        verbose_name_plural = "nội dung đồng ý"
        ordering = ["consent", "channel", "item"]
        constraints = [models.UniqueConstraint(fields=["consent", "channel", "item"], name="grant_once")]

    def __str__(self) -> str:
        return f"{self.get_item_display()} – {self.get_channel_display()}"
