"""Decisions of the editorial workflow on plain data."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


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


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that somebody has to look at; `since` is how long it waits already, None where that says nothing."""

    title: str
    url: str
    note: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """What waits for somebody, of one kind: how much, where all of it is, and the first few, the oldest above.

    An empty pile is how a room says that such things come here; `teaches` says when.
    """

    label: str
    count: int
    url: str
    items: tuple[Item, ...] = ()
    teaches: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """A place or a day of the next week; `is_gap` when something is still missing there."""

    day: date
    title: str
    url: str
    hour: time | None = None
    note: str = ""
    is_gap: bool = False
