"""Where pieces are placed: for the workflow, and for those who plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet
from wagtail.models import Page, WorkflowState, get_page_models

from cms.pages.models import ReleasedPage
from cms.workflow.queries import approved
from cms.workflow.rules import Placement
from columns.slots.enums import SlotState
from columns.slots.models import Slot, SlotItem


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


def backlog() -> list[Piece]:
    """Pieces that are not out and have no coming place, the latest touched first."""
    placed = SlotItem.objects.filter(slot__state=SlotState.FILLED).values("page_id")
    pages = released_types().filter(live=False).exclude(pk__in=placed).order_by("-latest_revision_created_at")
    return standings(list(pages[:60]))


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


def released_types() -> QuerySet[Page]:
    """Pages of the kinds that go out through slots, whatever house they live in."""
    kinds = [model for model in get_page_models() if issubclass(model, ReleasedPage)]
    types = ContentType.objects.get_for_models(*kinds).values()
    return Page.objects.filter(content_type__in=types)


def _standing(page: Page, step: str | None) -> str:
    if step:
        return step
    return "Đã đăng" if page.live else "Bản nháp"
