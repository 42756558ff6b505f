"""In which public lists a story stands, for `cms.delivery`."""

from collections.abc import Iterator

from django.db.models import Q

from cms.pages.queries import among
from cms.pages.rules import RELATED, page_tag
from stories.pages.models import StoryPage

STORIES = "list:stories"


def sector_list(sector_id: int) -> str:
    return f"list:sector:{sector_id}"


def locality_list(locality_id: int) -> str:
    return f"list:locality:{locality_id}"


def lists_of_story(pk: int) -> Iterator[str]:
    """The lists that show the story now, and the pages that name it as the one before them; none for a draft."""
    story = StoryPage.objects.live().filter(pk=pk).only("first_published_at").first()
    if story is None:
        return
    yield STORIES
    sectors = StoryPage.sectors.through.objects.filter(storypage=pk).values_list("sector", flat=True)
    for sector in sectors:
        yield sector_list(sector)
        yield from map(page_tag, _next_in_sector(story, sector))
    localities = StoryPage.localities.through.objects.filter(storypage=pk)
    yield from map(locality_list, localities.values_list("locality", flat=True))


def _next_in_sector(story: StoryPage, sector_id: int) -> list[int]:
    """A page names the few before it, so only the few after this story can name it."""
    at = story.first_published_at
    if at is None:
        return []
    later = Q(first_published_at__gt=at) | Q(first_published_at=at, pk__gt=story.pk)
    after = (
        StoryPage.objects.live()
        .filter(later, first_published_at__gte=at)
        .order_by("first_published_at", "pk")
    )
    told = StoryPage.sectors.through.objects.filter(sector=sector_id)
    return list(among(after, told.values("storypage_id")).values_list("pk", flat=True)[:RELATED])
