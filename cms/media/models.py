"""Photos and attachments with credit and rights; named so because Image and Document clash with Wagtail's."""

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from cms.media.enums import Rights

RIGHTS_LABELS = [
    (Rights.OWN, "Tác phẩm của tòa soạn"),
    (Rights.GIVEN, "Nhân vật, đơn vị cung cấp"),
    (Rights.ARCHIVE, "Tư liệu của Hội đồng"),
    (Rights.LICENSED, "Được cấp phép sử dụng"),
    (Rights.SAMPLE, "Dữ liệu mẫu"),
]


class Photo(AbstractImage):
    credit = models.CharField(
        "ảnh của", max_length=120, blank=True, help_text="Tên người chụp, in sau chữ “Ảnh:”."
    )
    rights = models.CharField("quyền sử dụng", max_length=12, choices=RIGHTS_LABELS, default=Rights.OWN)
    taken_on = models.DateField("ngày chụp", null=True, blank=True)
    is_illustration = models.BooleanField(
        "hình minh họa",
        default=False,
        help_text="Hình vẽ hoặc dựng, không phải ảnh chụp; trang báo ghi rõ “Minh họa”.",
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "credit",
        "rights",
        "taken_on",
        "is_illustration",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        permissions = [("choose_image", "Can choose image")]


class PhotoRendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = "bản ảnh"
        verbose_name_plural = "bản ảnh"
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once")
        ]


class Attachment(AbstractDocument):
    """A public file: audio, a publication. Private evidence lives in its room, never here."""

    credit = models.CharField("nguồn", max_length=120, blank=True)
    rights = models.CharField("quyền sử dụng", max_length=12, choices=RIGHTS_LABELS, default=Rights.OWN)

    admin_form_fields = ("title", "file", "collection", "credit", "rights", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "tài liệu"
        verbose_name_plural = "tài liệu"
        permissions = [("choose_document", "Can choose document")]
