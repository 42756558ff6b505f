"""Seeded stories for tests: the same rows as `manage.py seed` makes, on one place and with small pictures."""

from cms.media.enums import Rights
from cms.media.models import Photo
from cms.operations.seed.photos import SCENES, TITLE
from cms.operations.seed.runs import seed_stories
from stories.pages.models import StoryPage
from tests.factories import library


def lay_ground() -> None:
    """A commune with a past, and grey pictures where the seed would draw."""
    library.places()
    for scene in SCENES:
        title = f"{TITLE}: {scene}"
        if not Photo.objects.filter(title=title).exists():
            library.photo(f"minh-hoa-{scene}")
            Photo.objects.filter(title=f"minh-hoa-{scene}").update(
                title=title, rights=Rights.SAMPLE, is_illustration=True, credit="Gương Sáng (dữ liệu mẫu)"
            )


def seed(count: int) -> list[StoryPage]:
    lay_ground()
    seed_stories(count, say=lambda line: None)
    return list(StoryPage.objects.filter(is_sample=True).order_by("slug"))
