"""Decisions on nominations, on plain data: what is missing, where a step leads, who is probably the same."""

from stories.nominations.rules.filling import MOST_DEEDS, Deed, deeds_of, missing
from stories.nominations.rules.likeness import Candidate, likeness, name_keys
from stories.nominations.rules.road import WITH_THE_BODY, asked_after, next_state, steps_from

__all__ = [
    "MOST_DEEDS",
    "WITH_THE_BODY",
    "Candidate",
    "Deed",
    "asked_after",
    "deeds_of",
    "likeness",
    "missing",
    "name_keys",
    "next_state",
    "steps_from",
]
