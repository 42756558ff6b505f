"""Decisions on slots and on rhythms, on plain data."""

from columns.slots.rules.rhythms import PLACES, WEEKDAYS, Beat, in_words, occurrences
from columns.slots.rules.slots import is_planned, minutes_late, takes_another, takes_kind, wait_before_retry

__all__ = [
    "PLACES",
    "WEEKDAYS",
    "Beat",
    "in_words",
    "is_planned",
    "minutes_late",
    "occurrences",
    "takes_another",
    "takes_kind",
    "wait_before_retry",
]
