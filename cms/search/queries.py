"""Finding stories for readers."""

from dataclasses import dataclass

from wagtail.search.backends import get_search_backend

from cms.search.rules import exactness
from stories.pages.models import StoryPage
from stories.pages.queries import published

MOST = 500
PAGE_SIZE = 12


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found; `total` never goes beyond the 500 that are ranked."""

    stories: list[StoryPage]
    total: int
    has_more: bool


def find(query: str, page: int) -> Found:
    """The stories that match, exact words before folded ones, in the order of the search engine otherwise.

    Three steps whose number of queries does not depend on how much matches: the engine's best 500 with their titles,
    ranked here, then the cards of one page.
    """
    searched = StoryPage.objects.live().only("title", "standfirst")
    best = list(get_search_backend().search(query, searched)[:MOST])
    ranked = sorted(best, key=lambda story: exactness(query, story.title, story.standfirst))
    start = (page - 1) * PAGE_SIZE
    wanted = [story.pk for story in ranked[start : start + PAGE_SIZE]]
    by_pk = {story.pk: story for story in published().filter(pk__in=wanted)}
    stories = [by_pk[pk] for pk in wanted if pk in by_pk]
    return Found(stories, len(ranked), len(ranked) > start + PAGE_SIZE)
