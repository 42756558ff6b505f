"""Where pieces are placed: for the workflow, and for those who plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet
from wagtail.models import Page, WorkflowState, get_page_models

from cms.pages.models import ReleasedPage
from cms.workflow.queries import approved, on_the_road
from cms.workflow.rules import Placement
from columns.slots.enums import SlotState
from columns.slots.models import Slot, SlotItem
from columns.slots.rules import takes_kind
from stories.pages.models import Takedown

MOST_ON_THE_ROAD, DRAFTS = 500, 40


def placements_of(page_id: int) -> list[Placement]:
    """The coming and past places of one piece that count (skipped and missed ones do not)."""
    items = SlotItem.objects.filter(
        page_id=page_id, slot__state__in=[SlotState.FILLED, SlotState.RELEASED]
    ).select_related("slot__column")
    return [
        Placement(item.slot.at, frozenset(item.slot.column.media), item.slot.column.name) for item in items
    ]


def coming_hours() -> QuerySet[SlotItem]:
    """Where pieces wait for their hour, also one that is over while something stands in the way."""
    waiting = SlotItem.objects.filter(slot__state=SlotState.FILLED).annotate(hour=F("slot__at"))
    return waiting.order_by("hour", "pk")


def approved_without_place() -> QuerySet[WorkflowState]:
    """Pieces that passed every step and wait in no slot, the longest waiting first."""
    placed = SlotItem.objects.filter(slot__state=SlotState.FILLED).values("page_id")
    return (
        approved()
        .exclude(page_id__in=placed)
        .select_related("current_task_state__revision")
        .defer("current_task_state__revision__content")
        .order_by("current_task_state__started_at", "pk")
    )


def unready_slots() -> QuerySet[Any]:
    """Keys of filled slots with a piece in them that is neither approved nor out."""
    ready = approved().values("page_id")
    waiting = SlotItem.objects.filter(slot__state=SlotState.FILLED, page__live=False)
    return waiting.exclude(page_id__in=ready).values("slot_id")


@dataclass(frozen=True, slots=True)
class Piece:
    """A page as planners see it, and where it stands on its road."""

    page: Page
    standing: str


def calendar(first: datetime, last: datetime) -> list[Slot]:
    """The slots of a time, earliest first, with their pieces; three queries however many there are."""
    slots = Slot.objects.filter(at__gte=first, at__lt=last).select_related("column")
    return list(slots.prefetch_related("items__page").order_by("at", "column__name"))


def without_place() -> QuerySet[Page]:
    """Pieces that may be given a place: not out, not taken down, in no coming slot."""
    placed = SlotItem.objects.filter(slot__state=SlotState.FILLED).values("page_id")
    taken = Takedown.objects.in_force().values("page_id")
    # All but the other kinds, where the kinds themselves would be said shorter: then the database walks along the few
    # pages that are not out, the last edited first, instead of gathering all of the kinds.
    others = [model for model in get_page_models() if not issubclass(model, ReleasedPage)]
    pages = Page.objects.filter(live=False).exclude(
        content_type__in=ContentType.objects.get_for_models(*others).values()
    )
    return pages.exclude(pk__in=placed).exclude(pk__in=taken).order_by("-latest_revision_created_at", "-pk")


def fits(slot: Slot, page: Page) -> bool:
    """Whether the column has room for what the page is."""
    return takes_kind(slot.column.media, getattr(page.specific_class, "is_spoken", False))


def backlog() -> list[Piece]:
    """What planners choose from: the approved, what is on the road, the longest there first; the last edited drafts."""
    ready = set(approved().values_list("page_id", flat=True))
    oldest = on_the_road().order_by("created_at", "pk").values_list("page_id", flat=True)
    turn = {pk: number for number, pk in enumerate(oldest[:MOST_ON_THE_ROAD])}
    waiting = without_place().filter(pk__in=ready.union(turn)).in_bulk()
    order = sorted(waiting, key=lambda pk: (pk not in ready, turn.get(pk, MOST_ON_THE_ROAD)))
    drafts = without_place().exclude(pk__in=on_the_road().values("page_id"))[:DRAFTS]
    return standings([*(waiting[pk] for pk in order), *drafts])


def standings(pages: Iterable[Page]) -> list[Piece]:
    """Where each page stands, in the newsroom's words: one query for all of them."""
    pages = list(pages)
    states = WorkflowState.objects.filter(
        # The kind lets the database start in an index; every piece that ever went the road has a state.
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(page.pk) for page in pages],
        status=WorkflowState.STATUS_IN_PROGRESS,
    ).select_related("current_task_state__task")
    steps = {
        state.object_id: state.current_task_state.task.name for state in states if state.current_task_state
    }
    return [Piece(page, _standing(page, steps.get(str(page.pk)))) for page in pages]


def _standing(page: Page, step: str | None) -> str:
    if step:
        return step
    return "Đã đăng" if page.live else "Bản nháp"
