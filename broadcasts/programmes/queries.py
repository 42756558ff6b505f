"""Episodes for listeners."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.timezone import localtime

from broadcasts.programmes.models import EpisodePage, ProgrammePage
from broadcasts.programmes.tags import EPISODES, programme_list
from cms.delivery.recording import shows
from cms.pages.rules import Link
from stories.pages.models import StoryPage
from stories.pages.queries import published


@dataclass(frozen=True, slots=True)
class EpisodeLine:
    url: str
    title: str
    standfirst: str
    aired_on: date | None
    seconds: int
    is_sample: bool


def aired() -> QuerySet[EpisodePage]:
    shows(EPISODES)
    return _aired()


def _aired() -> QuerySet[EpisodePage]:
    # By their kind, which has an index in this order: few among many stories, they would be looked for page by page.
    kind = ContentType.objects.get_for_model(EpisodePage)
    live: QuerySet[EpisodePage] = EpisodePage.objects.live().filter(content_type=kind)
    return live.defer("transcript").order_by("-first_published_at", "-pk")


def aired_in(programme: ProgrammePage) -> QuerySet[EpisodePage]:
    shows(programme_list(programme.pk))
    return _aired().filter(pk__in=EpisodePage.objects.child_of(programme).values("pk"))


def lines(episodes: Iterable[EpisodePage], request: HttpRequest) -> list[EpisodeLine]:
    return [
        EpisodeLine(
            episode.get_url(request),
            episode.title,
            episode.standfirst,
            day_of(episode),
            episode.duration_seconds,
            episode.is_sample,
        )
        for episode in episodes
    ]


def day_of(episode: EpisodePage) -> date | None:
    return localtime(episode.first_published_at).date() if episode.first_published_at else None


def stories_of(episode: EpisodePage) -> QuerySet[StoryPage]:
    """The stories that an episode tells, those of them that readers may see."""
    return published().filter(pk__in=[story.pk for story in episode.stories.all()])


def programme_links() -> list[Link]:
    """Sifted and sorted here: SQLite would begin with all pages of the site."""
    links = [Link(page.title, page.url) for page in ProgrammePage.objects.order_by() if page.live]
    return sorted(links, key=lambda link: link.name)
