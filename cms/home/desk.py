"""The admin's first screen: what waits for me, what is late, what the next seven days bring."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from cms.people.models import User
from cms.workflow.registries import PilesOf, coming, late, waiting
from cms.workflow.rules import Coming, Pile

NEVER = datetime.max.replace(tzinfo=UTC)


class Desk(Component):
    """Takes the place of Wagtail's panels. Rooms say what there is (`cms.workflow.registries`)."""

    name = "desk"
    template_name = "home/desk.html"
    order = 0

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user, now = parent_context["request"].user, timezone.now()
        piles, overdue = _piles(waiting, user, now), _piles(late, user, now)
        return {
            "user": user,
            "today": timezone.localdate(now),
            "waiting": sorted((one for one in piles if one.count), key=_oldest),
            "teaches": [one for one in piles if not one.count and one.teaches],
            "late": [one for one in overdue if one.count],
            "count": sum(one.count for one in piles),
            "late_count": sum(one.count for one in overdue),
            "days": _days(entry for provider in coming for entry in provider(user, now)),
        }


def only_the_desk(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [Desk()]


def _piles(providers: Iterable[PilesOf], user: User, at: datetime) -> list[Pile]:
    return [one for provider in providers for one in provider(user, at)]


def _oldest(one: Pile) -> datetime:
    return min((item.since for item in one.items if item.since), default=NEVER)


def _days(entries: Iterable[Coming]) -> list[tuple[date, list[Coming]]]:
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.hour or time.max, entry.title))
    return [(day, list(found)) for day, found in groupby(ordered, key=lambda entry: entry.day)]
