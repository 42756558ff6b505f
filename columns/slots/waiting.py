"""What slots tell the home: approved pieces without a place, empty, unready and blocked slots, the next seven days."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import WorkflowState

from cms.people.models import User
from cms.workflow.registries import pile
from cms.workflow.rules import Coming, Item, Pile
from columns.slots import permissions, queries
from columns.slots.enums import SlotState
from columns.slots.models import Slot

SOON, WEEK = timedelta(days=3), timedelta(days=7)


def piles(user: User, at: datetime) -> Iterator[Pile]:
    if permissions.may_plan(user):
        yield pile(
            queries.approved_without_place(),
            _piece,
            label="Bài đã duyệt chưa có kỳ",
            url=f"{reverse('slots:calendar')}#kho",
            teaches="Bài hiện ở đây khi đã duyệt xong mà chưa xếp vào kỳ nào.",
        )


def overdue(user: User, at: datetime) -> Iterator[Pile]:
    if not permissions.may_plan(user):
        return
    url = reverse("slots:calendar")
    coming = Slot.objects.filter(at__gte=at, at__lt=at + SOON).select_related("column").order_by("at", "pk")
    blocked = Slot.objects.blocked().select_related("column").order_by("at", "pk")
    unready = coming.filter(state=SlotState.FILLED, last_error="", pk__in=queries.unready_slots())
    yield pile(blocked, _blocked, label="Kỳ đang vướng", url=url)
    yield pile(coming.filter(state=SlotState.OPEN), _slot, label="Kỳ trong ba ngày tới còn trống", url=url)
    yield pile(unready, _slot, label="Kỳ trong ba ngày tới có bài chưa duyệt xong", url=url)


def week(user: User, at: datetime) -> Iterator[Coming]:
    if not permissions.may_see_calendar(user):
        return
    for slot in queries.calendar(at, at + WEEK):
        moment = localtime(slot.at)
        titles = "; ".join(item.page.draft_title for item in slot.items.all())
        yield Coming(
            moment.date(),
            slot.column.name,
            _url(slot),
            moment.time(),
            titles or slot.reason or slot.get_state_display(),
            is_gap=slot.state == SlotState.OPEN,
        )


def _piece(state: WorkflowState) -> Item:
    last = state.current_task_state
    url = reverse("wagtailadmin_pages:edit", args=[state.object_id])
    return Item(last.revision.object_str, url, "", last.started_at)


def _slot(slot: Slot) -> Item:
    return Item(slot.column.name, _url(slot), _hour(slot))


def _blocked(slot: Slot) -> Item:
    return Item(slot.column.name, _url(slot), f"{_hour(slot)}: {slot.last_error}")


def _hour(slot: Slot) -> str:
    return f"{localtime(slot.at):%H:%M %d/%m/%Y}"


def _url(slot: Slot) -> str:
    return reverse("slots:slot", args=[slot.pk])
