"""From published pages to the entries of a feed: one query for the pages, a fixed number for what hangs on them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from mimetypes import guess_type
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Max, Prefetch, QuerySet
from django.http import HttpRequest

from broadcasts.programmes.models import EpisodePage, ProgrammePage
from broadcasts.programmes.tags import programme_list
from cms.core.text import normalise
from cms.delivery.recording import shows
from cms.localities.models import Locality
from cms.localities.queries import family
from cms.media.models import Attachment, Photo
from cms.pages.queries import among
from cms.plans.models import Sector
from columns.pages.models import ColumnPage
from columns.slots.enums import SlotState
from columns.slots.models import SlotItem
from columns.slots.tags import column_list
from feeds.channels.rules import html_of_blocks
from feeds.formats.entries import Category, Channel, Enclosure, Entry, Image, Podcast
from feeds.formats.tag_uri import tag_uri
from stories.pages.models import StoryPage, Takedown
from stories.pages.tags import STORIES, locality_list, sector_list

WINDOW = 50
PICTURE = "width-1200|format-jpeg"
# A feed that has nothing yet was last changed when the house was built.
BEGINNING = datetime(2026, 11, 1, tzinfo=UTC)


def newest_stories() -> QuerySet[StoryPage]:
    shows(STORIES)
    return _stories()


def _stories() -> QuerySet[StoryPage]:
    photos = Photo.objects.prefetch_renditions(PICTURE)
    stories: QuerySet[StoryPage] = (
        StoryPage.objects.live()
        .public()
        .prefetch_related(Prefetch("lead_photo", photos), "bylines", "sectors")
        .order_by("-first_published_at", "-pk")
    )
    return stories


def stories_of_column(page: ColumnPage) -> QuerySet[StoryPage]:
    shows(column_list(page.column_id))
    pieces = SlotItem.objects.filter(slot__column=page.column_id, slot__state=SlotState.RELEASED)
    return among(_stories(), pieces.values("page_id"))


def stories_of_sector(sector: Sector) -> QuerySet[StoryPage]:
    shows(sector_list(sector.pk))
    told = StoryPage.sectors.through.objects.filter(sector=sector)
    return among(_stories(), told.values("storypage_id"))


def stories_of_locality(locality: Locality) -> QuerySet[StoryPage]:
    """Of the place under today's name and under those it had."""
    shows(*map(locality_list, family(locality).values_list("pk", flat=True)))
    told = StoryPage.localities.through.objects.filter(locality__in=family(locality))
    return among(_stories(), told.values("storypage_id"))


def episodes_of(programme: ProgrammePage) -> QuerySet[EpisodePage]:
    shows(programme_list(programme.pk))
    episodes: QuerySet[EpisodePage] = (
        EpisodePage.objects.live()
        .public()
        .child_of(programme)
        .select_related("audio")
        .order_by("-first_published_at", "-pk")
    )
    return episodes


def entries_of_stories(stories: QuerySet[StoryPage], request: HttpRequest) -> list[Entry]:
    return [_story_entry(story, request) for story in stories[:WINDOW]]


def entries_of_episodes(episodes: QuerySet[EpisodePage], request: HttpRequest) -> list[Entry]:
    """Episodes without a recording have nothing to be listened to and are left out."""
    return [_episode_entry(episode, request) for episode in episodes.filter(audio__isnull=False)[:WINDOW]]


def channel(
    name: str,
    *,
    title: str,
    subtitle: str,
    link: str,
    self_link: str,
    entries: Iterable[Entry],
    podcast: Podcast | None = None,
) -> Channel:
    """`link` and `self_link` are paths of this site."""
    return Channel(
        id=_tag(f"feed:{name}"),
        title=title,
        subtitle=subtitle,
        link=absolute(link),
        self_link=absolute(self_link),
        updated=max([entry.updated for entry in entries] + last_takedowns(), default=BEGINNING),
        author_name=settings.WAGTAIL_SITE_NAME,
        podcast=podcast,
    )


def absolute(path: str) -> str:
    return urljoin(settings.SITE_URL + "/", path)


def last_change() -> datetime:
    """When anything that feeds list was last published, or taken from them."""
    shows(STORIES)
    latest = StoryPage.objects.live().aggregate(at=Max("last_published_at"))["at"]
    return max([latest or BEGINNING, *last_takedowns()])


def last_takedowns() -> list[datetime]:
    """The moment a feed last became shorter, if it ever did: a feed that lost its newest entry has changed too."""
    return list(Takedown.objects.values_list("at", flat=True)[:1])


def _story_entry(story: StoryPage, request: HttpRequest) -> Entry:
    return Entry(
        id=_tag(f"story:{story.translation_key}"),
        title=normalise(story.title),
        link=absolute(story.get_url(request)),
        published=story.first_published_at,
        updated=story.last_published_at,
        summary=normalise(story.standfirst),
        content_html=html_of_blocks(story.body.raw_data),
        authors=tuple(byline.pen_name for byline in story.bylines.all()),
        categories=tuple(
            Category(sector.slug, sector.name, absolute("/linh-vuc/")) for sector in story.sectors.all()
        ),
        image=_image(story),
    )


def _image(story: StoryPage) -> Image | None:
    if story.lead_photo is None:
        return None
    picture = story.lead_photo.get_rendition(PICTURE)
    return Image(
        url=absolute(picture.url),
        mime_type="image/jpeg",
        length=picture.file.size,
        width=picture.width,
        height=picture.height,
        caption=story.lead_caption,
        credit=story.lead_photo.credit,
    )


def _episode_entry(episode: EpisodePage, request: HttpRequest) -> Entry:
    return Entry(
        id=_tag(f"episode:{episode.translation_key}"),
        title=normalise(episode.title),
        link=absolute(episode.get_url(request)),
        published=episode.first_published_at,
        updated=episode.last_published_at,
        summary=normalise(episode.standfirst),
        enclosures=(_recording(episode, episode.audio),) if episode.audio else (),
    )


def _recording(episode: EpisodePage, audio: Attachment) -> Enclosure:
    return Enclosure(
        url=absolute(audio.file.url),
        mime_type=guess_type(audio.file.name)[0] or "audio/mpeg",
        length=audio.file_size or audio.file.size,
        duration=episode.duration_seconds,
        title=episode.title,
        synthetic=episode.is_synthetic,
    )


def _tag(specific: str) -> str:
    """Names that stay when a page is renamed: the authority and its day never change for one installation."""
    return tag_uri(settings.TAG_AUTHORITY, BEGINNING.date(), specific)
