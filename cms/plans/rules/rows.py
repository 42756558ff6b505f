"""The rows that a profile asks to be stored, as plain data; references are codes, not objects."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import Any

from cms.plans.enums import ColumnKind, GroundKind, MovementKind, RelationKind
from cms.plans.rules.profile import Column, Criterion, Ground, Milestone, Profile, Sector, Target, Value


class Table(StrEnum):
    """In the order in which rows must be made, since later ones point to earlier ones."""

    ORGANISATION = "organisation"
    PLAN = "plan"
    MILESTONE = "milestone"
    SECTOR = "sector"
    CRITERION = "criterion"
    TARGET = "target"
    PLANNED_COLUMN = "planned_column"
    MOVEMENT = "movement"
    DUTY = "duty"


@dataclass(frozen=True)
class Stored:
    """One row to be stored under its natural key.

    `values` are facts, kept as the profile says them; `initial` values are settings, written when the row is
    made and left to people afterwards. What is unknown is in neither, so nobody's later entry is overwritten.
    """

    table: Table
    key: tuple[Any, ...]
    values: Mapping[str, Any]
    initial: Mapping[str, Any] = field(default_factory=dict)


def rows_of(profile: Profile) -> list[Stored]:
    """All rows of the plan itself; its bodies are in `bodies`."""
    return [
        _plan(profile),
        *(_milestone(row) for row in profile.milestones),
        *(_sector(row, place) for place, row in enumerate(profile.sectors, start=1)),
        *(_criterion(row, place) for place, row in enumerate(profile.criteria, start=1)),
        *(stored for row in profile.targets for stored in _targets(row, profile)),
        *(_column(row) for row in profile.columns),
        *(
            Stored(Table.MOVEMENT, (row.name,), {"is_thematic": row.kind is MovementKind.THEMATIC})
            for row in profile.movements
        ),
        *_duties(profile),
    ]


def _plan(profile: Profile) -> Stored:
    plan = profile.plan
    values = {
        **_known(name=plan.name, kind=plan.kind, number=plan.number, issued_on=plan.issued_on),
        **_known(issuing_body=plan.issuing_body, verifies_with=plan.verifies_with, signer=plan.signer),
        **_known(period_from=plan.period_from, period_to=plan.period_to),
        "goals": "\n".join(goal.text for goal in profile.goals),
        **{kind.value: _documents(profile, kind) for kind in RelationKind},
        "unknowns": dict(unknowns(profile)),
        **quoted(plan.name.grounds),
    }
    return Stored(Table.PLAN, (plan.code,), values)


def _documents(profile: Profile, kind: RelationKind) -> str:
    found = [row for row in profile.relations if row.kind is kind]
    return "; ".join(f"{row.number} ngày {row.issued_on:%d/%m/%Y} của {row.issuer}" for row in found)


def unknowns(profile: Profile) -> Iterator[tuple[str, str]]:
    """Every value and list that the profile leaves open, with the reason: `number`, `bodies.x.valid_to`."""
    for absence in profile.unknown:
        yield absence.list, absence.reason
    yield from _open_values("", profile.plan)
    for body in profile.bodies:
        yield from _open_values(f"bodies.{body.code}.", body)
    for column in profile.columns:
        yield from _open_values(f"columns.{column.code}.", column)


def _open_values(prefix: str, row: object) -> Iterator[tuple[str, str]]:
    for name, value in vars(row).items():
        if isinstance(value, Value) and value.value is None:
            yield prefix + name, value.grounds[-1].reason


def _milestone(row: Milestone) -> Stored:
    facts, settings = _told_apart(day_from=row.due_from, day_to=row.due_to)
    values = {"name": row.name, "every_year": row.every_year, **facts, **quoted(row.grounds)}
    return Stored(Table.MILESTONE, (row.code,), values, settings)


def _sector(row: Sector, place: int) -> Stored:
    """Administrators name and order sectors on their screen; the plan's words stay beside what they choose."""
    named = {"name": row.name, "parent": row.parent, "order": place}
    return Stored(Table.SECTOR, (row.code,), dict(quoted(row.grounds)), named)


def _criterion(row: Criterion, place: int) -> Stored:
    return Stored(Table.CRITERION, (place,), {"text": row.text, "sector": row.sector, **quoted(row.grounds)})


def _targets(row: Target, profile: Profile) -> Iterator[Stored]:
    """One target for each measure and tier, since each is counted by itself."""
    for measure, tier in product(row.measures, row.tiers):
        suffixes = [measure.replace("_", "-")] * (len(row.measures) > 1) + [str(tier)] * (len(row.tiers) > 1)
        values = {
            "measure": str(measure),
            "tier": str(tier),
            "scheme": profile.plan.scheme.value,
            "number": Decimal(row.number),
            "is_percent": row.percent,
            "period": str(row.period),
            "valid_from": _or(row.valid_from, profile.plan.period_from),
            "valid_to": _or(row.valid_to, profile.plan.period_to),
            **quoted(row.grounds),
        }
        yield Stored(Table.TARGET, ("-".join([row.code, *suffixes]),), values)


def _or(own: Value[datetime.date] | None, plan: Value[datetime.date]) -> datetime.date | None:
    return own.value if own and own.value else plan.value


def _column(row: Column) -> Stored:
    rhythm = row.default if row.default and row.default.value else row.rhythm
    facts, settings = _told_apart(name=row.name, rrule=rhythm, default_hour=row.hour)
    notes = [ground.reason for value in (row.name, rhythm, row.hour) for ground in value.grounds]
    values = {
        "media": [str(medium) for medium in row.media],
        "organisation": row.body,
        "several_pieces": row.kind is ColumnKind.SPECIAL_PAGE,
        "settings_note": "\n".join(dict.fromkeys(filter(None, notes))),
        **facts,
        **quoted(row.grounds),
    }
    return Stored(Table.PLANNED_COLUMN, (row.code,), values, settings)


def _duties(profile: Profile) -> Iterator[Stored]:
    """One duty for each body named, numbered within the section that gives it."""
    places: dict[tuple[str, str], int] = {}
    for duty in profile.duties:
        source = f"{profile.plan.code} {duty.grounds[0].section}"
        for body in duty.bodies:
            places[body, source] = place = places.get((body, source), 0) + 1
            values = {"text": duty.text, "quote": duty.grounds[0].quote}
            yield Stored(Table.DUTY, (body, source, place), values)


def quoted(grounds: Sequence[Ground]) -> dict[str, str]:
    """The section and words that a row rests on, as every stored row keeps them."""
    text = next((ground for ground in grounds if ground.kind is GroundKind.TEXT), None)
    return {"section": text.section, "quote": text.quote} if text else {}


def _known(**values: Value[Any] | None) -> dict[str, Any]:
    return {name: value.value for name, value in values.items() if value and value.value is not None}


def _told_apart(**values: Value[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Facts and settings among the known values."""
    chosen = {n: v for n, v in values.items() if any(g.kind is GroundKind.SETTING for g in v.grounds)}
    return _known(**{n: v for n, v in values.items() if n not in chosen}), _known(**chosen)
