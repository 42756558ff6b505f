"""Everything that happens to a slot: filled, emptied, swapped, skipped, released, missed."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from wagtail.models import Page

from cms.core.audit import record
from cms.notifications.actions import post
from cms.people.models import User
from cms.workflow.actions import CannotRelease, release_or_confirm
from columns.slots.actions.refusals import SlotRefused
from columns.slots.enums import SlotState
from columns.slots.models import Slot, SlotItem
from columns.slots.queries import fits
from columns.slots.rules import is_planned, minutes_late, takes_another, wait_before_retry
from columns.slots.signals import slot_released

# Said alike each time: a varying text would be news, and mailed, at every try. What it was stands in the log.
FAULT = "Lỗi hệ thống; máy sẽ tự thử lại. Còn vướng sau 30 phút thì báo quản trị hệ thống."

logger = logging.getLogger(__name__)


@transaction.atomic
def place(slot: Slot, page: Page, *, by: User | None, at: datetime) -> SlotItem:
    """Give a piece its place; it may be a draft still, for planned is not scheduled. Raises SlotRefused."""
    slot = _locked(slot)
    if slot.items.filter(page_id=page.pk).exists():
        raise SlotRefused("Bài này đã có trong kỳ.")
    _refuse_unheard(slot, [page])
    if not takes_another(SlotState(slot.state), slot.column.several_pieces):
        raise SlotRefused(_why_closed(slot))
    item = SlotItem.objects.create(slot=slot, page_id=page.pk, order=slot.items.count(), placed_by=by)
    _settle(slot)
    record(slot, "slots.place", by=by, at=at, data={"page": page.pk, "title": page.title})
    return item


@transaction.atomic
def take_out(slot: Slot, page: Page, *, by: User | None, at: datetime) -> None:
    """Put a piece back into the backlog. Raises SlotRefused for a slot that is over."""
    slot = _locked_and_planned(slot)
    slot.items.filter(page_id=page.pk).delete()
    _settle(slot)
    record(slot, "slots.take_out", by=by, at=at, data={"page": page.pk, "title": page.title})


@transaction.atomic
def swap(first: Slot, second: Slot, *, by: User | None, at: datetime) -> None:
    """Exchange the contents of two planned slots. Raises SlotRefused."""
    if first.pk == second.pk:
        raise SlotRefused("Hãy chọn một kỳ khác để đổi.")
    # Locked in the order of their keys, so that two editors swapping the same pair cannot lock each other out.
    locked = {
        slot.pk: _locked_and_planned(slot) for slot in sorted((first, second), key=lambda slot: slot.pk)
    }
    here, there = locked[first.pk], locked[second.pk]
    mine, theirs = list(here.items.all()), list(there.items.all())
    _refuse_overfull(there, mine)
    _refuse_overfull(here, theirs)
    _refuse_unheard(there, [item.page for item in mine])
    _refuse_unheard(here, [item.page for item in theirs])
    here.items.all().delete()
    there.items.all().delete()
    _move(mine, there)
    _move(theirs, here)
    for slot, other in ((here, there), (there, here)):
        _settle(slot)
        record(slot, "slots.swap", by=by, at=at, data={"with": other.pk})


@transaction.atomic
def skip(slot: Slot, *, reason: str, by: User | None, at: datetime) -> None:
    """Let a slot rest, with a reason; what was in it goes back to the backlog. Raises SlotRefused."""
    if not reason.strip():
        raise SlotRefused("Hãy ghi lý do nghỉ kỳ này.")
    slot = _locked_and_planned(slot)
    slot.items.all().delete()
    slot.state, slot.reason, slot.last_error = SlotState.SKIPPED, reason.strip(), ""
    slot.save(update_fields=["state", "reason", "last_error"])
    record(slot, "slots.skip", by=by, at=at, data={"reason": slot.reason})


@transaction.atomic
def reopen_slot(slot: Slot, *, by: User | None, at: datetime) -> None:
    """A slot that was to rest takes a piece again. Raises SlotRefused once its hour has come, or when it does not rest."""
    slot = _locked(slot)
    if slot.state != SlotState.SKIPPED or slot.at <= at:
        raise SlotRefused("Chỉ mở lại được kỳ nghỉ chưa đến giờ.")
    slot.reason = ""
    slot.save(update_fields=["reason"])
    _settle(slot)
    record(slot, "slots.reopen", by=by, at=at)


def release_due(*, at: datetime) -> list[Slot]:
    """Release every slot whose hour has come, each on its own; report those that could not go and those left empty."""
    due = list(Slot.objects.due(at).order_by("at", "pk").values_list("pk", flat=True))
    released = [slot for slot in (_try_release(pk, at) for pk in due) if slot]
    for pk in list(Slot.objects.overlooked(at).values_list("pk", flat=True)):
        _alone(pk, partial(_report_missed, pk, at))
    return released


@transaction.atomic
def release(slot_id: int, *, by: User | None, at: datetime) -> Slot | None:
    """All pieces of the slot or none. None when somebody else released it meanwhile. Raises CannotRelease."""
    slot = Slot.objects.select_for_update().get(pk=slot_id)
    if slot.state != SlotState.FILLED or slot.at > at:
        return None
    channels = frozenset(slot.column.media)
    for item in slot.items.select_related("page"):
        release_or_confirm(item.page, by=by, at=at, channels=channels)
    slot.state, slot.released_at, slot.last_error, slot.next_attempt_at = SlotState.RELEASED, at, "", None
    slot.save(update_fields=["state", "released_at", "last_error", "next_attempt_at"])
    late = minutes_late(slot.at, at)
    record(slot, "slots.release", by=by, at=at, data={"minutes_late": late})
    post(
        "slot.released",
        key=f"slot.released:{slot.pk}",
        payload={"slot": slot.pk, "minutes_late": late},
        at=at,
    )
    slot_released.send(sender=Slot, slot=slot, at=at)
    return slot


def _try_release(slot_id: int, at: datetime) -> Slot | None:
    try:
        return release(slot_id, by=None, at=at)
    except CannotRelease as refusal:
        reason = str(refusal)
    except Exception:
        # A fault of one piece must not stop the other slots; it is logged in full and retried.
        logger.exception("Slot %s could not be released", slot_id)
        reason = FAULT
    _alone(slot_id, partial(_report_blocked, slot_id, reason, at))
    return None


def _alone(slot_id: int, report: Callable[[], None]) -> None:
    """A report that fails must not stop the other slots either; the next run tries it again."""
    try:
        report()
    except Exception:
        logger.exception("Slot %s could not be reported", slot_id)


@transaction.atomic
def _report_blocked(slot_id: int, reason: str, at: datetime) -> None:
    slot = Slot.objects.select_for_update().get(pk=slot_id)
    if slot.state != SlotState.FILLED:
        return
    is_news = slot.last_error != reason
    slot.attempts, slot.last_error = slot.attempts + 1, reason
    slot.next_attempt_at = at + wait_before_retry(slot.attempts)
    slot.save(update_fields=["attempts", "last_error", "next_attempt_at"])
    if is_news:
        record(slot, "slots.blocked", by=None, at=at, data={"reason": reason})
        # By the moment, not by the number of tries: a change of content counts those from one again.
        key = f"slot.blocked:{slot.pk}:{at.isoformat()}"
        post("slot.blocked", key=key, payload={"slot": slot.pk, "reason": reason}, at=at)


@transaction.atomic
def _report_missed(slot_id: int, at: datetime) -> None:
    slot = Slot.objects.select_for_update().get(pk=slot_id)
    if slot.state != SlotState.OPEN:
        return
    slot.state, slot.reason = SlotState.MISSED, "Đến giờ mà chưa có bài"
    slot.save(update_fields=["state", "reason"])
    record(slot, "slots.missed", by=None, at=at)
    post("slot.missed", key=f"slot.missed:{slot.pk}", payload={"slot": slot.pk}, at=at)


def _locked(slot: Slot) -> Slot:
    return Slot.objects.select_for_update(of=("self",)).select_related("column").get(pk=slot.pk)


def _locked_and_planned(slot: Slot) -> Slot:
    slot = _locked(slot)
    if not is_planned(SlotState(slot.state)):
        raise SlotRefused(f"Kỳ này không đổi được nữa: {slot.get_state_display().lower()}.")
    return slot


def _refuse_unheard(slot: Slot, pages: Sequence[Page]) -> None:
    for page in pages:
        if not fits(slot, page):
            raise SlotRefused(f"Kỳ của “{slot.column.name}” chỉ nhận số phát sóng, không nhận bài viết.")


def _why_closed(slot: Slot) -> str:
    if slot.state == SlotState.FILLED:
        return "Kỳ này đã có bài. Hãy đổi kỳ hoặc đưa bài cũ ra trước."
    return f"Kỳ này không nhận bài được nữa: {slot.get_state_display().lower()}."


def _settle(slot: Slot) -> None:
    """The state follows the content; a change of content also clears what stood in the way."""
    slot.state = SlotState.FILLED if slot.items.exists() else SlotState.OPEN
    slot.last_error, slot.next_attempt_at, slot.attempts = "", None, 0
    slot.save(update_fields=["state", "last_error", "next_attempt_at", "attempts"])


def _refuse_overfull(slot: Slot, items: list[SlotItem]) -> None:
    if len(items) > 1 and not slot.column.several_pieces:
        raise SlotRefused(f"Chuyên mục “{slot.column}” chỉ nhận một bài mỗi kỳ.")


def _move(items: list[SlotItem], slot: Slot) -> None:
    SlotItem.objects.bulk_create(
        SlotItem(slot=slot, page_id=item.page_id, order=item.order, placed_by_id=item.placed_by_id)
        for item in items
    )
