"""Decisions of the editorial workflow on plain data."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a piece may not go on: where it shows (a field's name, "" for the whole piece), what is wrong, the way out."""

    code: str
    field: str
    message: str
    way_out: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """An hour at which a piece is to appear, and the channels (values of Medium) it appears on."""

    at: datetime
    channels: frozenset[str]
    label: str


def breaks_four_eyes(user_id: int | None, last_editor_id: int | None, submitter_id: int | None) -> bool:
    """Whoever edited last or handed the piece in may not approve it (design §3)."""
    return user_id is not None and user_id in {last_editor_id, submitter_id}


def channels_of(placements: Collection[Placement]) -> frozenset[str]:
    """Every channel a piece will appear on; what is published is on the web in any case."""
    return frozenset({"web"}).union(*(placement.channels for placement in placements))


def due_on(started_on: date, days_allowed: int) -> date:
    """The day a step should be done by, counted in calendar days."""
    return started_on + timedelta(days=days_allowed)
