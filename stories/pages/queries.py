"""Lists of stories for readers: a fixed number of queries, however many stories there are."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.timezone import localtime
from wagtail.models import WorkflowState

from cms.localities.enums import Scheme
from cms.localities.models import Locality
from cms.localities.queries import family
from cms.media.models import Photo
from cms.pages.queries import window
from cms.pages.rules import Card, Link
from cms.pages.templatetags.pages_tags import specs_of
from cms.plans.models import Sector
from stories.dossiers.models import Claim
from stories.pages.models import Byline, StoryPage

RELATED = 3


def published() -> QuerySet[StoryPage]:
    """Everything a reader may see, newest first, without the bodies and with what cards show."""
    photos = Photo.objects.prefetch_renditions(*specs_of("portrait"), *specs_of("lead"))
    stories: QuerySet[StoryPage] = (
        StoryPage.objects.live()
        .defer("body")
        .prefetch_related(
            Prefetch("lead_photo", photos),
            Prefetch("bylines", Byline.objects.order_by("sort_order")),
            "sectors",
            "localities",
        )
        .order_by("-first_published_at", "-pk")
    )
    return stories


def in_sector(sector: Sector) -> QuerySet[StoryPage]:
    return published().filter(sectors=sector)


def in_locality(locality: Locality) -> QuerySet[StoryPage]:
    """Stories of the place under any of its names, old or new."""
    return published().filter(
        pk__in=StoryPage.localities.through.objects.filter(locality__in=family(locality)).values(
            "storypage_id"
        )
    )


def related_to(story: StoryPage) -> QuerySet[StoryPage]:
    """The newest others of the same sectors."""
    sectors = [sector.pk for sector in story.sectors.all()]
    through = StoryPage.sectors.through.objects.filter(sector__in=sectors).exclude(storypage_id=story.pk)
    return published().filter(pk__in=through.values("storypage_id"))[:RELATED]


def list_context(stories: QuerySet[StoryPage], request: HttpRequest) -> dict[str, Any]:
    """The window that the address asks for, as templates/components/list.html wants it."""
    asked: Mapping[str, str] = request.GET.dict()
    shown = window(stories, asked)
    return {"cards": cards(shown.pages, request), "newer_url": shown.newer_url, "older_url": shown.older_url}


def cards(stories: Iterable[StoryPage], request: HttpRequest) -> list[Card]:
    return [_card(story, request) for story in stories]


def _card(story: StoryPage, request: HttpRequest) -> Card:
    places, sectors = list(story.localities.all()), list(story.sectors.all())
    published_at = story.first_published_at
    return Card(
        url=story.get_url(request),
        headline=story.title,
        standfirst=story.standfirst,
        kicker=story.kicker,
        place=places[0].name if places else story.dateline,
        sector=sectors[0].name if sectors else "",
        published_on=localtime(published_at).date() if published_at else None,
        photo=story.lead_photo,
        photo_alt=story.lead_photo.description if story.lead_photo else "",
        byline=", ".join(byline.pen_name for byline in story.bylines.all()),
        is_sample=story.is_sample,
    )


def sector_links() -> list[Link]:
    """Sectors that have stories. Without counts: counting reads every story, and the list is on every first page."""
    told = StoryPage.sectors.through.objects.filter(sector=OuterRef("pk"), storypage__live=True)
    return [
        Link(row.name, f"/linh-vuc/{row.slug}/")
        for row in Sector.objects.filter(Exists(told)).order_by("order", "name")
    ]


def places_with_stories(province_code: str) -> QuerySet[Locality]:
    """Today's communes of the home province that have stories."""
    told = StoryPage.localities.through.objects.filter(locality=OuterRef("pk"), storypage__live=True)
    communes = Locality.objects.filter(scheme=Scheme.SINCE_2025, parent__code=province_code)
    return communes.filter(Exists(told)).order_by("sort_name")


def locality_links(province_code: str) -> list[Link]:
    return [Link(row.name, locality_url(row)) for row in places_with_stories(province_code)]


def locality_url(locality: Locality) -> str:
    return f"/dia-phuong/{locality.slug}/"


def find_locality(slug: str, province_code: str) -> Locality | None:
    """A unit of the home province by its slug: today's first, else one that went into it."""
    home = Q(parent__code=province_code, parent__scheme=Scheme.SINCE_2025)
    into = {"parent__code": province_code, "scheme": Scheme.SINCE_2025}
    old_commune = Q(became__new__in=Locality.objects.filter(**into).values("pk"))
    old_district = Q(children__became__new__in=Locality.objects.filter(**into).values("pk"))
    return (
        Locality.objects.filter(slug=slug)
        .filter(home | old_commune | old_district)
        .order_by("-scheme")
        .first()
    )


def on_the_road_using(claim: Claim) -> list[StoryPage]:
    """Pieces in the workflow whose latest text uses a claim.

    Read from the revisions: the tables hold what was published last, so a draft's claims are not in them.
    """
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, content_type=ContentType.objects.get_for_model(StoryPage)
    )
    pages = StoryPage.objects.filter(pk__in=[int(pk) for pk in states.values_list("object_id", flat=True)])
    return [
        page
        for page in pages.select_related("latest_revision")
        if page.latest_revision and claim.pk in page.latest_revision.content["claims"]
    ]
