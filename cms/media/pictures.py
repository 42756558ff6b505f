"""Pictures that somebody outside sends: read, stripped of where they were taken, written again, or refused."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()

LONGEST_SIDE = 2400
MOST_PIXELS = 60_000_000
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")


class NotAPicture(ValueError):
    """The bytes are no picture that we take; the text says what to send instead."""


def clean_picture(data: bytes) -> bytes:
    """The picture as a JPEG of at most 2,400 pixels a side, upright, without metadata (place, camera, thumbnails).

    Raises NotAPicture for anything else, also for one whose size in pixels is a bomb.
    """
    try:
        with Image.open(BytesIO(data), formats=KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotAPicture("Ảnh quá lớn. Hãy gửi ảnh dưới 60 triệu điểm ảnh.")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, NotAPicture):
            raise
        raise NotAPicture(
            "Tệp này không đọc được như một tấm ảnh. Hãy gửi ảnh JPEG, PNG, WebP hoặc HEIC."
        ) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    upright.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
