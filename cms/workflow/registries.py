"""What rooms above tell the workflow: their checks, and where a piece is placed."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from wagtail.models import Page

from cms.core.registries import Registry
from cms.workflow.rules import Failure, Placement, channels_of


class Check(Protocol):
    """Looks at a piece as it would be published, for the channels it would appear on, on that day."""

    def __call__(self, page: Page, channels: frozenset[str], day: date) -> Iterable[Failure]: ...


class PlacementsOf(Protocol):
    def __call__(self, page_id: int) -> Iterable[Placement]: ...


checks: Registry[Check] = Registry("checks")
release_hours: Registry[PlacementsOf] = Registry("release hours")


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
