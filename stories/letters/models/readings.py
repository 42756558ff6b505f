"""Đọc trước: an exemplar reads what will be published, and says claim by claim what is right."""

from django.conf import settings
from django.db import models
from django.utils.timezone import localtime
from wagtail.models import Page, Revision

from cms.people.models import AccessLink
from stories.dossiers.models import Claim
from stories.exemplars.models import Exemplar
from stories.letters.enums import PointVerdict, ReadingVerdict


class ReadingQuerySet(models.QuerySet["Reading"]):
    def answered(self) -> "ReadingQuerySet":
        return self.filter(answered_at__isnull=False)

    def open(self) -> "ReadingQuerySet":
        """Not answered and not called back; the hour of expiry is asked of the link."""
        return self.filter(answered_at__isnull=True, link__revoked_at__isnull=True)


class Reading(models.Model):
    """One exemplar, one revision of a story, one link, one answer. The text that was read is never thrown away."""

    page = models.ForeignKey(Page, verbose_name="bài", on_delete=models.PROTECT, related_name="readings")
    revision = models.ForeignKey(
        Revision, verbose_name="bản được đọc", on_delete=models.PROTECT, related_name="+"
    )
    text_digest = models.CharField("dấu của bản được đọc", max_length=64, editable=False)
    exemplar = models.ForeignKey(
        Exemplar, verbose_name="người đọc", on_delete=models.PROTECT, related_name="readings"
    )
    link = models.OneToOneField(
        AccessLink, verbose_name="liên kết", null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người gửi", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField("gửi lúc")
    verdict = models.CharField(
        "ý kiến",
        max_length=5,
        blank=True,
        choices=[
            (ReadingVerdict.YES, "Đồng ý cho đăng"),
            (ReadingVerdict.WRONG, "Có chỗ chưa đúng"),
            (ReadingVerdict.NO, "Không đồng ý cho đăng"),
        ],
    )
    note = models.TextField("lời nhắn", blank=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)
    is_objection = models.BooleanField("có điều chưa đồng ý", default=False, editable=False)
    overridden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người quyết định cho đi tiếp",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    overridden_at = models.DateTimeField("cho đi tiếp lúc", null=True, blank=True)
    override_reason = models.TextField("lý do cho đi tiếp", blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = "lần đọc trước"
        verbose_name_plural = "các lần đọc trước"
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["page", "exemplar", "answered_at"], name="readings_of_page")]
        permissions = [
            ("ask_reading", "Gửi bài cho người được viết đọc trước"),
            ("override_reading", "Quyết định cho bài đi tiếp khi người được viết chưa đồng ý"),
        ]

    def __str__(self) -> str:
        return f"{self.exemplar}, {localtime(self.asked_at):%d/%m/%Y}"

    @property
    def said(self) -> str:
        """The verdict in words; a yes to the whole with a point that is wrong is no plain yes."""
        if self.is_objection and self.verdict == ReadingVerdict.YES:
            return "Có điều chưa đúng hoặc xin đừng nêu"
        return self.get_verdict_display()


class ReadingPoint(models.Model):
    """A claim of the reader's own dossier, in the words in which it was read."""

    reading = models.ForeignKey(
        Reading, verbose_name="lần đọc", on_delete=models.CASCADE, related_name="points"
    )
    claim = models.ForeignKey(
        Claim,
        verbose_name="điều được nêu",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField("điều được đọc")
    verdict = models.CharField(
        "ý kiến",
        max_length=5,
        blank=True,
        choices=[
            (PointVerdict.RIGHT, "Đúng"),
            (PointVerdict.WRONG, "Chưa đúng"),
            (PointVerdict.OMIT, "Xin đừng nêu"),
        ],
    )
    note = models.TextField("vì sao", blank=True)

    class Meta:
        verbose_name = "điều được đọc"
        verbose_name_plural = "điều được đọc"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
