"""In which public lists a slot and its pieces stand, for `cms.delivery`."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.timezone import localtime

from columns.slots.enums import SlotState
from columns.slots.models import Slot, SlotItem

COLUMNS = "list:columns"


def column_list(column_id: int) -> str:
    return f"list:column:{column_id}"


def month_list(column_id: int, moment: datetime) -> str:
    return f"{column_list(column_id)}:{localtime(moment):%Y-%m}"


def months_list(column_id: int) -> str:
    """The months in which the column came out."""
    return f"{column_list(column_id)}:months"


def lists_of_slot(pk: int) -> Iterator[str]:
    return _lists_of(Slot.objects.filter(pk=pk))


def lists_of_item(pk: int) -> Iterator[str]:
    return _lists_of(Slot.objects.filter(items=pk))


def lists_of_piece(pk: int) -> Iterator[str]:
    """Of a page: the lists of every slot that it has."""
    return _lists_of(Slot.objects.filter(pk__in=SlotItem.objects.filter(page=pk).values("slot")))


def _lists_of(slots: Iterable[Slot]) -> Iterator[str]:
    for slot in slots:
        yield COLUMNS
        yield column_list(slot.column_id)
        yield month_list(slot.column_id, slot.at)
        if _opens_its_month(slot):
            yield months_list(slot.column_id)


def _opens_its_month(slot: Slot) -> bool:
    """No other slot of that month came out: whether the month is named depends on this one."""
    at = localtime(slot.at)
    begin = at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    end = begin.replace(year=begin.year + begin.month // 12, month=begin.month % 12 + 1)
    others = Slot.objects.filter(
        column=slot.column_id, state=SlotState.RELEASED, at__gte=begin, at__lt=end
    ).exclude(pk=slot.pk)
    return not others.exists()
