"""One fault of a profile, and what the checks of a profile share."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cms.plans.rules.plan_text import PlanText
from cms.plans.rules.profile import LISTS

MISSING = "thiếu"

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """One thing to mend. `key` counts rows from 1: `targets[2].number`."""

    file: str
    key: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: cần {self.expected}; hiện: {self.found}"


@dataclass(frozen=True)
class Draft:
    """A profile as read from TOML, beside the text it transcribes; anything in it may be wrong."""

    file: str
    raw: Table
    text: PlanText

    def fault(self, key: str, expected: str, found: object = None) -> Fault:
        return Fault(self.file, key, expected, MISSING if found is None else shown(found))

    def table(self, name: str) -> Table:
        found = self.raw.get(name)
        return found if isinstance(found, dict) else {}

    def rows(self, name: str) -> Iterator[tuple[str, Table]]:
        """The tables of one list, each with its key."""
        found = self.raw.get(name)
        for place, row in enumerate(found if isinstance(found, list) else [], start=1):
            if isinstance(row, dict):
                yield f"{name}[{place}]", row

    def all_rows(self) -> Iterator[tuple[str, Table]]:
        for name in LISTS:
            yield from self.rows(name)

    @cached_property
    def codes(self) -> dict[str, list[object]]:
        return {name: [row.get("code") for _, row in self.rows(name)] for name in LISTS}


def shown(value: object) -> str:
    """A value as a Vietnamese reader would have it quoted, cut to one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date | int | float):
        return str(value)
    words = str(value)
    return f"“{words if len(words) <= 80 else words[:79] + '…'}”"
