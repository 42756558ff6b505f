"""The road back: a page that was taken from readers (E8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page, Revision

from stories.pages.enums import TakedownReason


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def in_force(self) -> "TakedownQuerySet":
        return self.filter(lifted_at__isnull=True)


class Takedown(models.Model):
    """A page was taken from readers. Lives beside the page: publishing a revision would overwrite a field of it.

    PROTECT: what was recalled is kept, the page and the revision that readers had.
    """

    page = models.ForeignKey(Page, verbose_name="bài", on_delete=models.PROTECT, related_name="takedowns")
    title = models.CharField("tít lúc gỡ", max_length=255)
    url_path = models.CharField("địa chỉ lúc gỡ", max_length=500, db_index=True)
    sealed_revision = models.ForeignKey(
        Revision, verbose_name="bản niêm phong", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(
        "lý do",
        max_length=8,
        choices=[
            (TakedownReason.HOLD, "Điển hình đang tạm dừng xem xét"),
            (TakedownReason.CONSENT, "Không còn sự đồng ý của nhân vật"),
            (TakedownReason.PHOTO, "Hình ảnh không được phép dùng nữa"),
            (TakedownReason.ORDER, "Yêu cầu của cơ quan có thẩm quyền"),
            (TakedownReason.MISTAKE, "Thông tin sai"),
            (TakedownReason.SOURCE, "Bài gốc đã được gỡ"),
        ],
    )
    grounds = models.TextField("căn cứ")
    public_sentence = models.CharField("câu cho bạn đọc", max_length=250)
    beyond_reach = models.JSONField("không thu hồi được", default=list)
    at = models.DateTimeField("gỡ lúc")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người gỡ",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    lifted_at = models.DateTimeField("thôi gỡ lúc", null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người cho thôi gỡ",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    lift_document = models.CharField("văn bản cho thôi gỡ", max_length=200, blank=True)
    lift_note = models.TextField("ghi chú", blank=True)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = "lần gỡ bài"
        verbose_name_plural = "các lần gỡ bài"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=Q(lifted_at__isnull=True), name="takedown_in_force_once"
            )
        ]
        permissions = [
            ("view_sealed_copy", "Đọc bản niêm phong"),
            ("lift_takedown", "Cho thôi gỡ bài"),
        ]

    def __str__(self) -> str:
        return self.title
