"""What rooms tell the workflow: checks, where a piece is placed; and the home: what waits, what is late, what comes."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, Protocol

from django.db.models import QuerySet
from wagtail.models import Page

from cms.core.registries import Registry
from cms.people.models import User
from cms.workflow.rules import Coming, Failure, Item, Pile, Placement, channels_of


class Check(Protocol):
    """Looks at a piece as it would be published, for the channels it would appear on, on that day."""

    def __call__(self, page: Page, channels: frozenset[str], day: date) -> Iterable[Failure]: ...


class PlacementsOf(Protocol):
    def __call__(self, page_id: int) -> Iterable[Placement]: ...


class HoursOf(Protocol):
    def __call__(self) -> QuerySet[Any]:
        """The coming places of all pieces, earliest first: rows with `page_id` and `hour`, to stand in other queries."""
        ...


class PilesOf(Protocol):
    def __call__(self, user: User, at: datetime) -> Iterable[Pile]:
        """What there is for this person to do, empty piles included; a fixed number of queries."""
        ...


class ComingOf(Protocol):
    def __call__(self, user: User, at: datetime) -> Iterable[Coming]:
        """What the next seven days bring to this person; a fixed number of queries."""
        ...


checks: Registry[Check] = Registry("checks")
release_hours: Registry[PlacementsOf] = Registry("release hours")
coming_hours: Registry[HoursOf] = Registry("coming hours")
waiting: Registry[PilesOf] = Registry("piles that wait")
late: Registry[PilesOf] = Registry("late piles")
coming: Registry[ComingOf] = Registry("coming")

SHOWN = 5


def pile(
    found: QuerySet[Any], item: Callable[[Any], Item], *, label: str, url: str, teaches: str = ""
) -> Pile:
    """A pile of rows, the oldest first as the caller ordered them: two queries however many there are."""
    return Pile(label, found.count(), url, tuple(item(row) for row in found[:SHOWN]), teaches)


def placements_of(page_id: int | None) -> list[Placement]:
    """Every coming or past place of the piece, earliest first; a page that was never saved has none."""
    if page_id is None:
        return []
    found = [placement for placements in release_hours for placement in placements(page_id)]
    return sorted(found, key=lambda placement: placement.at)


def failures_of(page: Page, *, day: date, channels: frozenset[str] | None = None) -> list[Failure]:
    """All that must be mended before the piece may be published on these channels (its placements' by default)."""
    wanted = channels_of(placements_of(page.pk)) if channels is None else channels | {"web"}
    return [failure for check in checks for failure in check(page, wanted, day)]
