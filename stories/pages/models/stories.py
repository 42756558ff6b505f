"""A story: what a reader reads of an exemplar, and what is made from it (S1)."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.forms import CheckboxSelectMultiple
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Revision
from wagtail.search import index

from cms.localities.models import Locality, communes_of_home
from cms.localities.queries import former_names
from cms.media.models import Photo
from cms.pages.models import ReleasedPage, SectionPage
from cms.plans.models import Sector
from cms.workflow.panels import (
    CheckedChooserPanel,
    CheckedFieldPanel,
    CheckedInlinePanel,
    CheckedTitlePanel,
    ChecksPanel,
)
from stories.dossiers.models import Claim
from stories.exemplars.models import Exemplar, ExemplarQuerySet
from stories.pages.blocks import BodyBlock
from stories.pages.enums import Genre
from stories.pages.panels import ClaimsPanel

SAMPLE = "Bài dựng để giới thiệu hệ thống; trang báo ghi rõ “Dữ liệu mẫu”."


class StoryIndexPage(SectionPage):
    """`/cau-chuyen/`: every story, newest first."""

    template = "stories/story_index_page.html"
    max_count = 1
    subpage_types: ClassVar[list[str]] = ["stories.StoryPage"]

    class Meta:
        verbose_name = "mục câu chuyện"
        verbose_name_plural = "mục câu chuyện"


class StoryPage(ReleasedPage):
    """`title` is the headline (tít)."""

    newsroom_list = "stories:index"

    kicker = models.CharField(
        "tên mục", max_length=80, blank=True, help_text="In phía trên tít, ví dụ tên chuyên mục."
    )
    subheading = models.CharField("tít phụ", max_length=200, blank=True)
    standfirst = models.TextField(
        "sapo", blank=True, help_text="25–50 chữ, nói gọn ai, làm gì, ở đâu, kết quả ra sao."
    )
    genre = models.CharField(
        "thể loại",
        max_length=20,
        choices=[
            (Genre.NEWS, "Tin"),
            (Genre.ARTICLE, "Bài"),
            (Genre.REPORTAGE, "Phóng sự"),
            (Genre.SKETCH, "Ghi chép"),
            (Genre.LITERARY, "Bút ký"),
            (Genre.PROFILE, "Ký chân dung"),
        ],
        default=Genre.PROFILE,
    )
    dateline = models.CharField("nơi viết", max_length=80, blank=True)
    lead_photo = models.ForeignKey(
        Photo, verbose_name="ảnh chính", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lead_caption = models.CharField("chú thích ảnh chính", max_length=250, blank=True)
    body = StreamField(BodyBlock(), verbose_name="chính văn", blank=True)
    sectors = ParentalManyToManyField(Sector, verbose_name="lĩnh vực", blank=True, related_name="stories")
    localities = ParentalManyToManyField(
        Locality,
        verbose_name="địa bàn",
        blank=True,
        related_name="stories",
        limit_choices_to=communes_of_home,
    )
    claims = ParentalManyToManyField(
        Claim, verbose_name="điều được nêu trong bài", blank=True, related_name="stories"
    )

    search_fields: ClassVar[list[Any]] = [
        *ReleasedPage.search_fields,
        index.SearchField("kicker"),
        index.SearchField("subheading"),
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.SearchField("search_people"),
        index.SearchField("search_places"),
    ]

    template = "stories/story_page.html"
    parent_page_types: ClassVar[list[str]] = ["stories.StoryIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels: ClassVar[list[Any]] = [
        ChecksPanel(),
        FieldPanel("kicker"),
        CheckedTitlePanel(
            "title",
            heading="Tít",
            placeholder=False,
            help_text="8–14 chữ, nói ai làm được gì. Tít in trên trang báo, trong nguồn tin và khi chia sẻ.",
        ),
        FieldPanel("subheading", help_text="Dòng nhỏ dưới tít, nói thêm điều tít chưa nói. Không bắt buộc."),
        CheckedFieldPanel("standfirst"),
        MultiFieldPanel(
            [
                CheckedFieldPanel(
                    "lead_photo",
                    help_text="Ảnh đứng đầu bài và trên thẻ bài, nên là chân dung. Cần có sự đồng ý của người trong ảnh.",
                ),
                CheckedFieldPanel(
                    "lead_caption", help_text="Tên người từ trái sang phải, nơi chụp, tháng/năm."
                ),
            ],
            "Ảnh chính",
        ),
        CheckedFieldPanel(
            "body",
            help_text="600–1.200 chữ. Thêm từng phần: đoạn văn, tít xen, ảnh, trích lời, con số, "
            "và “Cách làm” để người khác làm theo.",
        ),
        CheckedInlinePanel(
            "bylines",
            heading="Tác giả",
            label="Tác giả",
            help_text="Bút danh được in ra; tài khoản để tính nhuận bút và không bao giờ in.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("genre", help_text="Bài viết theo lối nào; để xếp chuyên mục và tính nhuận bút."),
                FieldPanel("dateline", help_text="Địa danh đứng đầu bài, ví dụ: Tháp Mười."),
            ],
            "Thể loại và nơi viết",
        ),
        CheckedChooserPanel(
            "subjects",
            "exemplar",
            heading="Điển hình được viết",
            label="Điển hình",
            help_text="Bài viết về ai. Chọn rồi lưu nháp thì các điều trong hồ sơ hiện ở ô bên dưới.",
        ),
        ClaimsPanel(
            "claims",
            subjects="subjects",
            help_text="Đánh dấu mọi điều trong hồ sơ mà bài nói đến. Điều chưa xác nhận giữ bài lại ở bước thẩm định.",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "sectors",
                    widget=CheckboxSelectMultiple,
                    help_text="Để người đọc tìm theo nghề, theo việc. Thường là một hoặc hai.",
                ),
                FieldPanel(
                    "localities",
                    widget=CheckboxSelectMultiple(attrs={"class": "long-choices"}),
                    help_text="Xã, phường trong bài theo tên hiện nay; người đọc tìm tên cũ vẫn ra.",
                ),
            ],
            "Lĩnh vực và địa bàn",
        ),
        FieldPanel("is_sample", help_text=SAMPLE),
    ]

    class Meta:
        verbose_name = "bài viết"
        verbose_name_plural = "bài viết"

    def __str__(self) -> str:
        return self.title

    @property
    def headline(self) -> str:
        return self.title

    def exemplars(self) -> ExemplarQuerySet:
        """Whom the story is about, as the form or the revision at hand says."""
        return Exemplar.objects.filter(pk__in=[subject.exemplar_id for subject in self.subjects.all()])

    def search_people(self) -> str:
        """Everybody a reader may look for: exemplars under all their names, and who wrote."""
        people = self.exemplars().prefetch_related("aliases")
        names = [name for person in people for name in (person.name, *map(str, person.aliases.all()))]
        return ", ".join([*names, *(byline.pen_name for byline in self.bylines.all())])

    def search_places(self) -> str:
        """The story's places under today's and former names: who looks for Huyện Tháp Mười finds it."""
        places = self.localities.all()
        return ", ".join(name for place in places for name in (place.name, *former_names(place)))


class Subject(Orderable):
    """An exemplar the story is about."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="subjects")
    exemplar = models.ForeignKey(
        Exemplar, verbose_name="điển hình", on_delete=models.PROTECT, related_name="story_subjects"
    )

    class Meta(Orderable.Meta):
        verbose_name = "điển hình được viết"
        verbose_name_plural = "điển hình được viết"

    def __str__(self) -> str:
        return str(self.exemplar)


class Byline(Orderable):
    """The pen name is printed; the account behind it (real name, royalties) stays inside."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="bylines")
    pen_name = models.CharField("bút danh", max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="tài khoản",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="bylines",
    )

    class Meta(Orderable.Meta):
        verbose_name = "tác giả"
        verbose_name_plural = "tác giả"

    def __str__(self) -> str:
        return self.pen_name


class DerivedVersion(models.Model):
    """A version made from a story (script, print text, chapter): it remembers of which revision, and when it went stale."""

    source_revision = models.ForeignKey(
        Revision, verbose_name="làm từ bản", on_delete=models.PROTECT, related_name="+"
    )
    stale_since = models.DateTimeField("bài gốc đã đổi từ", null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_stale(self) -> bool:
        """The story was corrected after this was made."""
        return self.stale_since is not None
