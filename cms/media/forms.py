"""What is asked of a photo or a file, in plain words: Wagtail's forms with our explanations."""

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

PHOTO = {
    "title": "Tên để tìm lại trong kho, ví dụ: Ông Tư Kiềm bên ruộng sen, 9/2026. Không in ra ngoài.",
    "file": "Ảnh gốc, tối đa 20 MB. Sau khi tải lên, kéo khung trên ảnh để chọn phần quan trọng: gương mặt trong "
    "khung không bao giờ bị cắt.",
    "description": "Tả ảnh bằng một câu cho người không nhìn thấy, ví dụ: Ông Tư cười, tay ôm bó sen.",
    "collection": "Ngăn của kho ảnh. Không chắc thì để nguyên.",
    "rights": "Ai cho phép dùng ảnh này.",
    "taken_on": "Ngày chụp, nếu biết; chú thích ảnh cần tháng và năm.",
    "tags": "Vài từ để tìm lại, ví dụ: sen, hợp tác xã.",
}
FILE = {
    "title": "Tên để tìm lại và hiện cho người tải về.",
    "file": "Tài liệu công khai: âm thanh, ấn phẩm. Giấy tờ riêng của nhân vật thì để trong hồ sơ, đừng để ở đây.",
    "collection": "Ngăn của kho tệp. Không chắc thì để nguyên.",
    "credit": "Ai làm ra tệp này.",
    "rights": "Ai cho phép dùng tệp này.",
    "tags": "Vài từ để tìm lại.",
}


class PhotoForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _explain(self, PHOTO)


class FileForm(BaseDocumentForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _explain(self, FILE)


def _explain(form: Any, words: dict[str, str]) -> None:
    """Adds to what a field says already (which formats a photo may have)."""
    for name, text in words.items():
        if name in form.fields:
            said = form.fields[name].help_text
            # The bound field too: Wagtail has asked for some already, and they keep what they were made with.
            form.fields[name].help_text = form[name].help_text = f"{text} {said}" if said else text
