"""What a story is made of (domain.md, “A profile piece”)."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.media.models import Photo

PROSE_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="Lời nói")
    name = blocks.CharBlock(label="Người nói")
    title = blocks.CharBlock(label="Chức danh, nơi ở", required=False)

    class Meta:
        icon = "openquote"
        label = "Trích lời"
        template = "blocks/quote.html"


class PhotoBlock(blocks.StructBlock):
    photo = ImageChooserBlock(label="Ảnh")
    caption = blocks.CharBlock(
        label="Chú thích", required=False, help_text="Tên người từ trái sang phải, nơi chụp, tháng/năm."
    )

    class Meta:
        icon = "image"
        label = "Ảnh"
        template = "blocks/photo.html"


class HowBlock(blocks.StructBlock):
    """“Cách làm”: how they did it, so that others can copy it."""

    title = blocks.CharBlock(label="Tiêu đề", default="Cách làm")
    steps = blocks.ListBlock(blocks.TextBlock(label="Việc làm"), label="Các bước", min_num=1)

    class Meta:
        icon = "list-ol"
        label = "Cách làm"
        template = "blocks/how.html"


class FigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(label="Con số")
    label = blocks.CharBlock(label="Là gì")


class FiguresBlock(blocks.StructBlock):
    items = blocks.ListBlock(FigureBlock(), label="Các con số", min_num=1)

    class Meta:
        icon = "order"
        label = "Con số"
        template = "blocks/figures.html"


class AudioBlock(blocks.StructBlock):
    audio = DocumentChooserBlock(label="Tệp âm thanh")
    title = blocks.CharBlock(label="Tên")
    synthetic = blocks.BooleanBlock(label="Giọng đọc tổng hợp", required=False)
    transcript = blocks.TextBlock(label="Nội dung bằng chữ", required=False)

    class Meta:
        icon = "media"
        label = "Âm thanh"
        template = "blocks/audio.html"


class VideoBlock(blocks.StructBlock):
    """A link, not an embed: nothing is fetched from elsewhere while a reader reads."""

    url = blocks.URLBlock(label="Địa chỉ video")
    title = blocks.CharBlock(label="Tên")

    class Meta:
        icon = "link-external"
        label = "Đường dẫn video"
        template = "blocks/video.html"


class BodyBlock(blocks.StreamBlock):
    paragraph = blocks.RichTextBlock(
        label="Đoạn văn", features=PROSE_FEATURES, icon="pilcrow", template="blocks/paragraph.html"
    )
    crosshead = blocks.CharBlock(label="Tít xen", icon="title", template="blocks/crosshead.html")
    quote = QuoteBlock()
    photo = PhotoBlock()
    gallery = blocks.ListBlock(PhotoBlock(), label="Chùm ảnh", icon="image", template="blocks/gallery.html")
    how = HowBlock()
    figures = FiguresBlock()
    audio = AudioBlock()
    video = VideoBlock()
    related = blocks.ListBlock(
        blocks.PageChooserBlock(label="Bài", page_type="stories.StoryPage"),
        label="Bài liên quan",
        icon="doc-full",
        template="blocks/related.html",
    )


def photos_of(part: blocks.StreamValue.StreamChild) -> list[tuple[str, Photo | None]]:
    """The photos of one part of the body with the shape in which its template shows them; None where one is gone."""
    match part.block_type:
        case "photo":
            return [("whole", part.value["photo"])]
        case "gallery":
            return [("wide", item["photo"]) for item in part.value]
    return []
