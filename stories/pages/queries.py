"""Lists of stories for readers: a fixed number of queries, however many stories there are."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects
from django.db.models.lookups import IsNull
from django.http import HttpRequest
from django.utils.timezone import localtime
from wagtail.models import Page, ReferenceIndex, WorkflowState

from cms.delivery.recording import shows
from cms.localities.enums import Scheme
from cms.localities.models import Locality
from cms.localities.queries import family
from cms.media.models import Attachment, Photo, PhotoRendition
from cms.organisations.enums import Medium
from cms.organisations.models import MEDIUM_LABELS
from cms.pages.queries import among, window
from cms.pages.rules import RELATED, Card, Link
from cms.pages.templatetags.pages_tags import specs_of
from cms.plans.models import Sector
from cms.workflow.registries import placements_of
from cms.workflow.rules import Placement
from stories.dossiers.models import Claim, ConsentGrant
from stories.exemplars.models import Hold
from stories.pages.blocks import photos_of
from stories.pages.models import Byline, StoryPage, Subject, Takedown
from stories.pages.registries import Copy
from stories.pages.tags import STORIES, locality_list, sector_list

# Of a story, what its page and its cards show besides its own row and its photo.
PARTS = (Prefetch("bylines", Byline.objects.order_by("sort_order")), "sectors", "localities")


def published() -> QuerySet[StoryPage]:
    """Everything a reader may see, newest first, without the bodies and with what cards show."""
    photos = Photo.objects.prefetch_renditions(*specs_of("portrait"), *specs_of("lead"))
    return _in_order().prefetch_related(Prefetch("lead_photo", photos), *PARTS)


def _in_order() -> QuerySet[StoryPage]:
    stories: QuerySet[StoryPage] = StoryPage.objects.live().defer("body")
    return stories.order_by("-first_published_at", "-pk")


def in_sector(sector: Sector) -> QuerySet[StoryPage]:
    shows(sector_list(sector.pk))
    told = StoryPage.sectors.through.objects.filter(sector=sector)
    return among(published(), told.values("storypage_id"))


def in_locality(locality: Locality) -> QuerySet[StoryPage]:
    """Stories of the place under any of its names, old or new."""
    shows(*map(locality_list, family(locality).values_list("pk", flat=True)))
    told = StoryPage.localities.through.objects.filter(locality__in=family(locality))
    return among(published(), told.values("storypage_id"))


def related_to(story: StoryPage) -> list[StoryPage]:
    """The newest of the same sectors that came out before it; with what both its page and their cards show.

    Before, because then a page that is there stays as it is when another comes out: with the newest of all, every
    publication would make a whole sector's pages anew.
    """
    sectors = StoryPage.sectors.through.objects.filter(storypage=story.pk).values("sector")
    through = StoryPage.sectors.through.objects.filter(sector__in=sectors).exclude(storypage_id=story.pk)
    others = among(_in_order().select_related("lead_photo"), through.values("storypage_id"))
    if (at := story.first_published_at) is not None:
        others = others.filter(first_published_at__lte=at).exclude(first_published_at=at, pk__gt=story.pk)
    related = list(others[:RELATED])
    # One query for each kind of part, for the story and its neighbours together.
    prefetch_related_objects([story, *related], *PARTS)
    _find_renditions(story, related)
    return related


def _find_renditions(story: StoryPage, related: Iterable[StoryPage]) -> None:
    """Those of every photo on the story's page in one query."""
    shown = [("portrait", one.lead_photo) for one in related] + [("wide", story.lead_photo)]
    shown += [(shape, photo) for block in story.body for shape, photo in photos_of(block)]
    wanted = Q()
    for shape, photo in shown:
        if photo is not None:
            wanted |= Q(image=photo, filter_spec__in=specs_of(shape))
    photos = [photo for _, photo in shown if photo is not None]
    found = PhotoRendition.objects.filter(wanted)
    prefetch_related_objects(photos, Prefetch("renditions", found, to_attr="prefetched_renditions"))


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
    shows(STORIES)
    return [Link(row.name, f"/linh-vuc/{row.slug}/") for row in sectors_with_stories()]


def sectors_with_stories() -> QuerySet[Sector]:
    told = StoryPage.sectors.through.objects.filter(sector=OuterRef("pk"))
    return Sector.objects.filter(_one_of(told)).order_by("order", "sort_name")


def places_with_stories(province_code: str) -> QuerySet[Locality]:
    """Today's communes of the home province that have stories."""
    shows(STORIES)
    told = StoryPage.localities.through.objects.filter(locality=OuterRef("pk"))
    communes = Locality.objects.filter(scheme=Scheme.SINCE_2025, parent__code=province_code)
    return communes.filter(_one_of(told)).order_by("sort_name")


def _one_of(told: QuerySet[Any]) -> IsNull:
    """Whether a story that is out is among these, asked for each row by the index.

    PostgreSQL answers EXISTS by joining all of them first; and joined to the pages, it walks along these in their order,
    to the end where a sector has none.
    """
    live = Page.objects.filter(pk=OuterRef("storypage")).order_by().values("live")
    out = told.alias(is_out=Subquery(live)).filter(is_out=True)
    return IsNull(Subquery(out.values("pk")[:1]), False)


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


def in_doubt(day: date) -> QuerySet[StoryPage]:
    """Stories that may have lost their ground since they came out: a hold, a consent that ended, a takedown.

    Three subqueries, each from the rare side, so that looking every few seconds reads no stories.
    """
    held = Hold.objects.in_force().values("exemplar_id")
    about = Subject.objects.filter(
        Q(exemplar__in=held) | Q(exemplar__in=_lapsed_grants(day).values("consent__exemplar_id"))
    )
    taken = Takedown.objects.in_force()
    return StoryPage.objects.filter(Q(pk__in=about.values("page_id")) | Q(pk__in=taken.values("page_id")))


def _lapsed_grants(day: date) -> QuerySet[ConsentGrant]:
    """What somebody agreed to once, does not any more, and has not agreed to anew."""
    ended = Q(consent__withdrawn_on__lte=day) | Q(consent__expires_on__lt=day)
    renewed = ConsentGrant.objects.exclude(ended).filter(
        consent__exemplar=OuterRef("consent__exemplar"),
        consent__signer=OuterRef("consent__signer"),
        consent__given_on__lte=day,
        channel=OuterRef("channel"),
        item=OuterRef("item"),
    )
    return ConsentGrant.objects.filter(ended).exclude(Exists(renewed))


def gone_from(path: str) -> str:
    """The sentence for readers where a page was taken down; "" for any other address.

    Also after the takedown was lifted: while nothing stands here again, the page is still gone.
    """
    latest = Takedown.objects.filter(url_path=path).values_list("public_sentence", flat=True)
    return latest.first() or ""


def was_taken_down(page: Page) -> bool:
    """The page or anything below it has been recalled once."""
    return Takedown.objects.filter(page__in=page.get_descendants(inclusive=True)).exists()


def placed_beyond_reach(page_id: int, at: datetime) -> list[Copy]:
    """The printed and broadcast hours of a page that are over."""
    labels = dict(MEDIUM_LABELS)
    return [
        Copy(channel, page_id, _place_label(labels[Medium(channel)], placement), "", frozenset({channel}))
        for placement in placements_of(page_id)
        if placement.at <= at
        for channel in sorted(placement.channels - {Medium.WEB})
    ]


def _place_label(medium: str, placement: Placement) -> str:
    return (
        f"{medium}, {placement.label}, {localtime(placement.at):%d/%m/%Y}: đã in, đã phát, không thu hồi được"
    )


def media_of(page: Page, model: type[Photo] | type[Attachment]) -> list[int]:
    """Keys of the files that the page shows and no other published page does."""
    mine = ReferenceIndex.get_references_for_object(page).filter(
        to_content_type=ContentType.objects.get_for_model(model)
    )
    keys = set(mine.values_list("to_object_id", flat=True))
    elsewhere = _references_of_other_pages(page, model, keys)
    live = {str(pk) for pk in Page.objects.live().filter(pk__in=elsewhere).values_list("pk", flat=True)}
    shared = {key for owner, keys in elsewhere.items() if str(owner) in live for key in keys}
    return sorted(int(key) for key in keys - shared)


def _references_of_other_pages(
    page: Page, model: type[Photo] | type[Attachment], keys: set[str]
) -> dict[int, set[str]]:
    rows = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=keys,
    ).exclude(object_id=str(page.pk))
    found: dict[int, set[str]] = {}
    for owner, key in rows.values_list("object_id", "to_object_id"):
        found.setdefault(int(owner), set()).add(key)
    return found
