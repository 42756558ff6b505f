"""What a story is made of (domain.md, “A profile piece”)."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.media.models import Photo

PROSE_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="Lời nói", help_text="Đúng lời đã nói, không cần thêm ngoặc kép.")
    name = blocks.CharBlock(label="Người nói", help_text="Họ tên người nói, như sẽ in dưới lời trích.")
    title = blocks.CharBlock(
        label="Chức danh, nơi ở", required=False, help_text="Ví dụ: Bí thư chi bộ ấp 3, xã Tháp Mười."
    )

    class Meta:
        icon = "openquote"
        label = "Trích lời"
        template = "blocks/quote.html"


class PhotoBlock(blocks.StructBlock):
    photo = ImageChooserBlock(label="Ảnh", help_text="Ảnh cần có tên người chụp và lời mô tả.")
    caption = blocks.CharBlock(
        label="Chú thích", required=False, help_text="Tên người từ trái sang phải, nơi chụp, tháng/năm."
    )

    class Meta:
        icon = "image"
        label = "Ảnh"
        template = "blocks/photo.html"


class HowBlock(blocks.StructBlock):
    """“Cách làm”: how they did it, so that others can copy it."""

    title = blocks.CharBlock(
        label="Tiêu đề", default="Cách làm", help_text="Để nguyên, hoặc nói rõ cách làm việc gì."
    )
    steps = blocks.ListBlock(
        blocks.TextBlock(label="Việc làm", help_text="Một việc, đủ rõ để người khác làm theo."),
        label="Các bước",
        min_num=1,
        help_text="Theo thứ tự đã làm.",
    )

    class Meta:
        icon = "list-ol"
        label = "Cách làm"
        template = "blocks/how.html"


class FigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(label="Con số", help_text="Có đơn vị, ví dụ: 1,2 ha hoặc 35 hộ.")
    label = blocks.CharBlock(label="Là gì", help_text="Vài chữ nói con số ấy đếm điều gì, lúc nào.")


class FiguresBlock(blocks.StructBlock):
    items = blocks.ListBlock(
        FigureBlock(),
        label="Các con số",
        min_num=1,
        help_text="Chỉ những con số đã được kiểm chứng; ba số là vừa.",
    )

    class Meta:
        icon = "order"
        label = "Con số"
        template = "blocks/figures.html"


class AudioBlock(blocks.StructBlock):
    audio = DocumentChooserBlock(label="Tệp âm thanh", help_text="Tệp mp3.")
    title = blocks.CharBlock(label="Tên", help_text="Người nghe thấy tên này trên nút nghe.")
    synthetic = blocks.BooleanBlock(
        label="Giọng đọc tổng hợp", required=False, help_text="Đánh dấu khi máy đọc; trang báo sẽ ghi rõ."
    )
    transcript = blocks.TextBlock(
        label="Nội dung bằng chữ", required=False, help_text="Cho người không nghe được và người tìm kiếm."
    )

    class Meta:
        icon = "media"
        label = "Âm thanh"
        template = "blocks/audio.html"


class VideoBlock(blocks.StructBlock):
    """A link, not an embed: nothing is fetched from elsewhere while a reader reads."""

    url = blocks.URLBlock(label="Địa chỉ video", help_text="Địa chỉ trang có phim, bắt đầu bằng https://.")
    title = blocks.CharBlock(label="Tên", help_text="Tên phim như sẽ in trong bài.")

    class Meta:
        icon = "link-external"
        label = "Đường dẫn video"
        template = "blocks/video.html"


class BodyBlock(blocks.StreamBlock):
    paragraph = blocks.RichTextBlock(
        label="Đoạn văn", features=PROSE_FEATURES, icon="pilcrow", template="blocks/paragraph.html"
    )
    crosshead = blocks.CharBlock(
        label="Tít xen",
        icon="title",
        template="blocks/crosshead.html",
        help_text="Ba đến tám chữ, mở ra phần sau của bài.",
    )
    quote = QuoteBlock()
    photo = PhotoBlock()
    gallery = blocks.ListBlock(
        PhotoBlock(),
        label="Chùm ảnh",
        icon="image",
        template="blocks/gallery.html",
        help_text="Ba đến sáu ảnh cùng một việc, mỗi ảnh một chú thích.",
    )
    how = HowBlock()
    figures = FiguresBlock()
    audio = AudioBlock()
    video = VideoBlock()
    related = blocks.ListBlock(
        blocks.PageChooserBlock(label="Bài", page_type="stories.StoryPage"),
        label="Bài liên quan",
        help_text="Một, hai bài người đọc nên đọc thêm. Bài đã gỡ thì tự ẩn đi.",
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
