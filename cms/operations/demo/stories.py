"""Sample stories at every point of the road: released in past slots, waiting, being verified, being written."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html import escape
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.localities.enums import Scheme
from cms.localities.models import Locality
from cms.media.models import Photo
from cms.operations.demo.dossiers import provide_claims, provide_exemplar, provide_sectors
from cms.operations.demo.people import sample_user
from cms.operations.demo.pictures import draw_photo
from cms.operations.demo.road import approve, hand_in
from cms.operations.demo.samples import SampleStory, read_stories
from cms.organisations.enums import Medium
from cms.people.enums import Role
from cms.plans.models import Sector
from cms.workflow.actions import release as release_page
from columns.slots.actions import make_ahead, place, release
from columns.slots.models import Column, Slot
from stories.dossiers.models import Claim
from stories.exemplars.models import Exemplar
from stories.pages.models import Byline, StoryIndexPage, StoryPage, Subject

PAST, COMING = timedelta(weeks=8), timedelta(weeks=8)
AIR = {Medium.RADIO, Medium.TELEVISION}
WAITING, VERIFYING, HANDED_IN, DRAFT = "waiting", "verifying", "handed in", "draft"


def provide_stories(*, at: datetime, say: Callable[[str], None]) -> None:
    """Make the stories that are missing, each in one transaction, so that an interrupted run can go on."""
    samples = read_stories()
    if StoryPage.objects.filter(slug__in=[sample.slug for sample in samples]).count() == len(samples):
        return
    provide_sectors()
    places = _places(at)
    for number, sample in enumerate(samples, start=1):
        where = next(places)
        if not StoryPage.objects.filter(slug=sample.slug).exists():
            say(f"{number}/{len(samples)} {sample.headline}")
            _provide(sample, where, at)


def _places(at: datetime) -> Iterator[Slot | datetime | str]:
    """Where the stories go, one after the other: past slots, past days without a slot, then points of the road."""
    weekly = _slots_of(Column.objects.filter(several_pieces=False), at)
    special = _slots_of(Column.objects.filter(several_pieces=True), at)
    yield from [slot for slot in weekly if slot.at <= at][-8:]
    past_specials = [slot for slot in special if slot.at <= at][-2:]
    yield from (slot for slot in past_specials for _ in range(3))
    yield from (WAITING, VERIFYING, HANDED_IN, DRAFT)
    days = 1
    while True:
        yield at - timedelta(days=days)
        days += 5


def _slots_of(columns: Any, at: datetime) -> list[Slot]:
    """Slots of the columns that are read, from eight weeks ago to eight weeks ahead."""
    slots = []
    for column in columns:
        if AIR & set(column.media):
            continue
        column.rhythms.update(valid_from=timezone.localdate(at - PAST))
        make_ahead(column, by=None, at=at - PAST, until=timezone.localdate(at + COMING))
        slots += column.slots.order_by("at")
    return slots


@transaction.atomic
def _provide(sample: SampleStory, where: Slot | datetime | str, at: datetime) -> None:
    exemplar = provide_exemplar(sample, at=at)
    claims = provide_claims(sample, exemplar, all_checked=where != VERIFYING, at=at)
    page = _write(sample, exemplar, claims, at)
    if where == DRAFT:
        return
    page = hand_in(page, by=Role.JOURNALIST)
    if where == HANDED_IN:
        return
    if where == VERIFYING:
        approve(page, steps=1)
        return
    page = approve(page)
    if isinstance(where, datetime):
        release_page(page, by=None, at=where)
        return
    slot = _next_open_weekly(at) if where == WAITING else where
    if not isinstance(slot, Slot):
        return
    place(slot, page, by=sample_user(Role.MANAGING_EDITOR), at=min(slot.at, at) - timedelta(days=2))
    is_complete = not slot.column.several_pieces or slot.items.count() == 3
    if slot.at <= at and is_complete:
        release(slot.pk, by=None, at=slot.at)


def _next_open_weekly(at: datetime) -> Slot | None:
    coming = Slot.objects.coming(at).filter(column__several_pieces=False, items__isnull=True)
    return next((slot for slot in coming.select_related("column") if not AIR & set(slot.column.media)), None)


def _write(sample: SampleStory, exemplar: Exemplar, claims: list[Claim], at: datetime) -> StoryPage:
    journalist = sample_user(Role.JOURNALIST)
    photos = [draw_photo(sample, photo, timezone.localdate(at)) for photo in sample.photos]
    page = StoryPage(
        title=sample.headline,
        slug=sample.slug,
        kicker="Gương Người tốt, Việc tốt",
        subheading=sample.subheading,
        standfirst=sample.standfirst,
        genre=sample.genre,
        dateline=sample.dateline,
        lead_photo=photos[0],
        lead_caption=sample.photos[0].caption,
        is_sample=True,
        live=False,
        owner=journalist,
        body=list(_blocks(sample, photos)),
    )
    page.bylines.add(Byline(pen_name=sample.byline, user=journalist))
    StoryIndexPage.objects.get().add_child(instance=page)
    page.sectors.set(Sector.objects.filter(slug__in=sample.sectors))
    page.localities.set(Locality.objects.filter(scheme=Scheme.SINCE_2025, code=sample.locality))
    page.subjects.add(Subject(exemplar=exemplar))
    page.claims.set(claims)
    page.save_revision(user=journalist)
    return page


def _blocks(sample: SampleStory, photos: list[Photo]) -> Iterator[tuple[str, Any]]:
    """The lead photo stands above the text already, so only the others are placed in it."""
    for block in sample.body:
        match block["type"]:
            case "paragraph":
                yield "paragraph", f"<p>{escape(block['text'], quote=False)}</p>"
            case "crosshead":
                yield "crosshead", block["text"]
            case "photo" if block["photo"]:
                index = block["photo"]
                yield "photo", {"photo": photos[index], "caption": sample.photos[index].caption}
            case "quote" | "how" | "figures" as kind:
                yield kind, {name: value for name, value in block.items() if name != "type"}
