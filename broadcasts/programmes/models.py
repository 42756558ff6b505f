"""Programmes and their episodes, in the smallest form: one spoken mp3 and its text (S3)."""

from typing import Any, ClassVar

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel

from cms.media.models import Attachment, Photo
from cms.pages.models import ReleasedPage, SectionPage
from cms.workflow.panels import CheckedFieldPanel, ChecksPanel
from columns.slots.models import Column
from stories.pages.models import SAMPLE, StoryPage


class ProgrammeIndexPage(SectionPage):
    """`/phat-thanh/`"""

    template = "broadcasts/programme_index_page.html"
    max_count = 1
    subpage_types: ClassVar[list[str]] = ["broadcasts.ProgrammePage"]

    class Meta:
        verbose_name = "mục phát thanh, truyền hình"
        verbose_name_plural = "mục phát thanh, truyền hình"


class ProgrammePage(SectionPage):
    """The public face of a column of the station, “Hương sen Đồng Tháp”."""

    column = models.OneToOneField(
        Column, verbose_name="chuyên mục", on_delete=models.PROTECT, related_name="programme"
    )
    cover = models.ForeignKey(
        Photo, verbose_name="ảnh bìa", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    template = "broadcasts/programme_page.html"
    parent_page_types: ClassVar[list[str]] = ["broadcasts.ProgrammeIndexPage"]
    subpage_types: ClassVar[list[str]] = ["broadcasts.EpisodePage"]
    content_panels: ClassVar[list[Any]] = [
        *SectionPage.content_panels,
        FieldPanel("column", help_text="Chuyên mục phát thanh, truyền hình mà trang này là bộ mặt."),
        FieldPanel("cover", help_text="Ảnh vuông hiện trong ứng dụng podcast và đầu trang chương trình."),
    ]

    class Meta:
        verbose_name = "chương trình"
        verbose_name_plural = "chương trình"


class EpisodePage(ReleasedPage):
    """`/phat-thanh/<programme>/<episode>/`; a synthetic voice is always marked (AI law, in force 1/3/2026)."""

    is_spoken = True
    newsroom_list = "episodes:index"

    number = models.PositiveIntegerField("số")
    standfirst = models.TextField("giới thiệu", blank=True)
    audio = models.ForeignKey(
        Attachment,
        verbose_name="tệp âm thanh",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    duration_seconds = models.PositiveIntegerField("thời lượng (giây)", default=0)
    is_synthetic = models.BooleanField("giọng đọc tổng hợp", default=False)
    transcript = models.TextField("nội dung bằng chữ", blank=True)
    stories = ParentalManyToManyField(
        StoryPage, verbose_name="từ các bài", blank=True, related_name="episodes"
    )

    template = "broadcasts/episode_page.html"
    parent_page_types: ClassVar[list[str]] = ["broadcasts.ProgrammePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        ChecksPanel(),
        TitleFieldPanel(
            "title", help_text="Tên số, ví dụ: Hương sen Đồng Tháp số 12. Hiện trong nguồn podcast."
        ),
        FieldPanel("number", help_text="Số thứ tự của kỳ phát trong chương trình."),
        CheckedFieldPanel("standfirst", help_text="Một, hai câu cho người nghe biết số này kể chuyện gì."),
        MultiFieldPanel(
            [
                CheckedFieldPanel("audio", help_text="Tệp mp3 của cả số, như phát trên sóng."),
                FieldPanel("duration_seconds", help_text="Ví dụ 15 phút là 900."),
                FieldPanel(
                    "is_synthetic",
                    help_text="Đánh dấu khi có phần đọc bằng máy: luật buộc nói rõ với người nghe.",
                ),
            ],
            "Âm thanh",
        ),
        CheckedFieldPanel(
            "transcript", help_text="Lời của cả số, cho người khiếm thính và người muốn đọc thay vì nghe."
        ),
        CheckedFieldPanel(
            "stories", help_text="Các bài mà số này kể lại. Bài bị gỡ thì số này cũng được xem lại."
        ),
        FieldPanel("is_sample", help_text=SAMPLE),
    ]

    class Meta:
        verbose_name = "số phát sóng"
        verbose_name_plural = "số phát sóng"

    def __str__(self) -> str:
        return self.title
