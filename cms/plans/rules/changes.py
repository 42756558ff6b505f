"""What must be added, changed and removed so that the stored rows say what a profile says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cms.plans.rules.rows import Stored, Table

Key = tuple[Table, tuple[Any, ...]]

# Rows of these tables belong to the plan alone and go when its profile drops them. Bodies, sectors and
# movements stay: stories and reports of past years hang on them.
OWNED = (Table.MILESTONE, Table.CRITERION, Table.TARGET, Table.PLANNED_COLUMN, Table.DUTY)


class Step(StrEnum):
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True)
class Change:
    """One row to add (all its values), to change (only what differs) or to remove."""

    step: Step
    table: Table
    key: tuple[Any, ...]
    values: Mapping[str, Any]
    before: Mapping[str, Any]


def changes_between(standing: Mapping[Key, Mapping[str, Any]], wanted: Sequence[Stored]) -> list[Change]:
    """The steps from what stands to what is wanted, in an order in which they can be taken."""
    named = {(row.table, row.key) for row in wanted}
    gone = [key for key in standing if key not in named and key[0] in OWNED]
    removals = [Change(Step.REMOVE, table, key, {}, standing[table, key]) for table, key in gone]
    return [*removals, *(step for row in wanted if (step := _step(row, standing.get((row.table, row.key)))))]


def _step(row: Stored, before: Mapping[str, Any] | None) -> Change | None:
    if before is None:
        return Change(Step.ADD, row.table, row.key, {**row.initial, **row.values}, {})
    differing = {name: value for name, value in row.values.items() if before.get(name) != value}
    if not differing:
        return None
    return Change(Step.CHANGE, row.table, row.key, differing, {name: before.get(name) for name in differing})
