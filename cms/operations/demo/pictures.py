"""Drawn pictures for the samples, marked as illustrations."""

from datetime import date
from io import BytesIO

from django.core.files.images import ImageFile

from cms.media.enums import Rights
from cms.media.models import Photo
from cms.operations.demo.samples import SamplePhoto, SampleStory
from cms.operations.illustrations import Subject, illustrate

GREY_FROM_AGE = 60
QUALITY = 86


def draw_photo(story: SampleStory, sample: SamplePhoto, today: date) -> Photo:
    """Save one drawn picture with its focal point; the same story always gets the same picture."""
    born = story.exemplar.birth_year
    grey = today.year - born >= GREY_FROM_AGE if born else None
    drawn = illustrate(
        sample.scene,
        sample.role,
        f"{story.slug}-{sample.role}",
        subject=Subject(gender=story.exemplar.gender, grey=grey),
    )
    data = BytesIO()
    drawn.image.save(data, "JPEG", quality=QUALITY, optimize=True)
    focus = drawn.focus
    return Photo.objects.create(
        title=f"{story.exemplar.name} ({'chân dung' if sample.role == 'portrait' else 'lúc làm việc'})"[:255],
        file=ImageFile(data, name=f"{story.slug[:60]}-{sample.role}.jpg"),
        description=sample.caption[:255],
        credit="Gương Sáng (dữ liệu mẫu)",
        rights=Rights.SAMPLE,
        is_illustration=True,
        focal_point_x=focus.x,
        focal_point_y=focus.y,
        focal_point_width=focus.width,
        focal_point_height=focus.height,
    )
