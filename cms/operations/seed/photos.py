"""A handful of drawn pictures that all seeded stories share: a hundred thousand files would only measure the disk."""

from io import BytesIO

from django.core.files.images import ImageFile

from cms.media.enums import Rights
from cms.media.models import Photo
from cms.operations.illustrations import Subject, illustrate

SCENES = ("rice_field", "river_boat", "workshop", "village_road", "market", "orchard")
TITLE = "Minh họa dùng chung"


def shared_photos() -> list[Photo]:
    """The pictures, drawn where they are missing; always in the same order."""
    return [_photo(scene) for scene in SCENES]


def _photo(scene: str) -> Photo:
    title = f"{TITLE}: {scene}"
    return Photo.objects.filter(title=title, rights=Rights.SAMPLE).order_by("pk").first() or _draw(
        scene, title
    )


def _draw(scene: str, title: str) -> Photo:
    drawn = illustrate(scene, "at_work", f"seed-{scene}", subject=Subject(gender="female", grey=None))
    data = BytesIO()
    drawn.image.save(data, "JPEG", quality=80)
    return Photo.objects.create(
        title=title,
        file=ImageFile(data, name=f"minh-hoa-{scene}.jpg"),
        description="Hình vẽ minh họa cho bài mẫu",
        credit="Gương Sáng (dữ liệu mẫu)",
        rights=Rights.SAMPLE,
        is_illustration=True,
        focal_point_x=drawn.focus.x,
        focal_point_y=drawn.focus.y,
        focal_point_width=drawn.focus.width,
        focal_point_height=drawn.focus.height,
    )
