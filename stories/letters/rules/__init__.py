"""Decisions on proposals and readings, on plain data."""

from stories.letters.rules.proposals import (
    LONGEST_DEEDS,
    LONGEST_SOURCE,
    deed_rows,
    haste,
    is_kept,
    place_in,
)
from stories.letters.rules.readings import PointAnswer, objects, text_digest, unanswered

__all__ = [
    "LONGEST_DEEDS",
    "LONGEST_SOURCE",
    "PointAnswer",
    "deed_rows",
    "haste",
    "is_kept",
    "objects",
    "place_in",
    "text_digest",
    "unanswered",
]
