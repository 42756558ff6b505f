"""What happens to columns and to their slots."""

from columns.slots.actions.columns import (
    change_column,
    make_ahead,
    open_column,
    open_planned_column,
    set_rhythm,
)
from columns.slots.actions.refusals import SlotRefused
from columns.slots.actions.slots import place, release, release_due, reopen_slot, skip, swap, take_out

__all__ = [
    "SlotRefused",
    "change_column",
    "make_ahead",
    "open_column",
    "open_planned_column",
    "place",
    "release",
    "release_due",
    "reopen_slot",
    "set_rhythm",
    "skip",
    "swap",
    "take_out",
]
