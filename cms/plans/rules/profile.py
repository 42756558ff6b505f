"""A plan as data (plan row P1): every value with the place in the plan's text that it rests on.

A row rests as a whole on its `grounds`. A `Value` carries a ground of its own: the text, a fact from outside
the text, a setting that people may change, or nothing yet (`UNKNOWN`, with the reason).
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from cms.localities.enums import Scheme
from cms.organisations.enums import Medium, Tier
from cms.plans.enums import (
    ColumnKind,
    GoalKind,
    GroundKind,
    Measure,
    MilestoneKind,
    MovementKind,
    Period,
    PlanKind,
    Precision,
    RelationKind,
    SubjectType,
)
from cms.plans.rules.asks import clock, code_of, count, day, flag, one_of, rrule, words

T = TypeVar("T")


@dataclass(frozen=True)
class Ground:
    """Why a value may be believed: section and quotation for TEXT, a reason in Vietnamese for the others."""

    kind: GroundKind
    section: str = ""
    quote: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Value(Generic[T]):
    """A value and its grounds; `value` is None when it is unknown. `precision` is said of days only."""

    value: T | None
    grounds: tuple[Ground, ...]
    precision: Precision = Precision.DAY


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row of a list has: a code, its grounds, and the rows of plans.md that it answers."""

    code: Annotated[str, words()]
    grounds: tuple[Ground, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """Head and end of the plan. A day known by its year only is its first (from) or last (to) day."""

    code: Annotated[str, words()]
    name: Annotated[Value[str], words(known=True)]
    kind: Annotated[Value[PlanKind], one_of(PlanKind, known=True)]
    number: Annotated[Value[str], words(grounded=True)]
    issued_on: Annotated[Value[datetime.date], day(grounded=True)]
    issuing_body: Annotated[Value[str], code_of("bodies", known=True)]
    verifies_with: Annotated[Value[str], code_of("bodies", grounded=True)]
    period_from: Annotated[Value[datetime.date], day(known=True)]
    period_to: Annotated[Value[datetime.date], day(known=True)]
    signer: Annotated[Value[str], words(grounded=True)]
    signer_title: Annotated[Value[str], words(grounded=True)]
    subject_types: Annotated[Value[tuple[SubjectType, ...]], one_of(SubjectType, grounded=True, many=True)]
    scheme: Annotated[Value[Scheme], one_of(Scheme, known=True)]
    locality: Annotated[Value[str], words(grounded=True)]


@dataclass(frozen=True, kw_only=True)
class Relation(Row):
    kind: Annotated[RelationKind, one_of(RelationKind)]
    number: Annotated[str, words()]
    issued_on: Annotated[datetime.date, day()]
    issuer: Annotated[str, words()]
    title: Annotated[str, words()]


@dataclass(frozen=True, kw_only=True)
class Goal(Row):
    kind: Annotated[GoalKind, one_of(GoalKind)]
    text: Annotated[str, words()]


@dataclass(frozen=True, kw_only=True)
class Milestone(Row):
    """A step due between two days, inclusive: "before 31/3" ends on 30/3. A yearly one gives its first."""

    kind: Annotated[MilestoneKind, one_of(MilestoneKind)]
    name: Annotated[str, words()]
    body: Annotated[str | None, code_of("bodies")] = None
    due_from: Annotated[Value[datetime.date], day(known=True)]
    due_to: Annotated[Value[datetime.date], day(known=True)]
    every_year: Annotated[bool, flag()]


@dataclass(frozen=True, kw_only=True)
class Body(Row):
    """One body, or a `group` such as all departments; its name is that of the plan's time."""

    name: Annotated[str, words()]
    tier: Annotated[Tier, one_of(Tier)]
    group: Annotated[bool | None, flag()] = None
    valid_from: Annotated[Value[datetime.date] | None, day(grounded=True)] = None
    valid_to: Annotated[Value[datetime.date] | None, day(grounded=True)] = None
    successor: Annotated[Value[str] | None, code_of("bodies", grounded=True)] = None


@dataclass(frozen=True, kw_only=True)
class Duty(Row):
    bodies: Annotated[tuple[str, ...], code_of("bodies", many=True)]
    text: Annotated[str, words()]


@dataclass(frozen=True, kw_only=True)
class Sector(Row):
    name: Annotated[str, words()]
    parent: Annotated[str | None, code_of("sectors")] = None


@dataclass(frozen=True, kw_only=True)
class Criterion(Row):
    """A common criterion, or one of a sector."""

    text: Annotated[str, words()]
    sector: Annotated[str | None, code_of("sectors")] = None


@dataclass(frozen=True, kw_only=True)
class Movement(Row):
    name: Annotated[str, words()]
    kind: Annotated[MovementKind, one_of(MovementKind)]


@dataclass(frozen=True, kw_only=True)
class Column(Row):
    """A column the plan asks for, in the time of Asia/Ho_Chi_Minh.

    `rhythm` is what the text says; `default` (which day) and `hour` are for people to change.
    """

    name: Annotated[Value[str], words(known=True)]
    kind: Annotated[ColumnKind, one_of(ColumnKind)]
    media: Annotated[tuple[Medium, ...], one_of(Medium, many=True)]
    body: Annotated[str, code_of("bodies")]
    rhythm: Annotated[Value[str], rrule(grounded=True)]
    default: Annotated[Value[str] | None, rrule(grounded=True)] = None
    hour: Annotated[Value[datetime.time], clock(known=True)]


@dataclass(frozen=True, kw_only=True)
class Target(Row):
    """At least `number` (at most `up_to`) each period, of each of the `measures`.

    `each` says whether every body of the tiers owes it, or all of them together. Without days of its own a
    target is valid for the period of the plan.
    """

    name: Annotated[str, words()]
    measures: Annotated[tuple[Measure, ...], one_of(Measure, many=True)]
    tiers: Annotated[tuple[Tier, ...], one_of(Tier, many=True)]
    bodies: Annotated[tuple[str, ...], code_of("bodies", many=True)]
    each: Annotated[bool, flag()]
    number: Annotated[int, count()]
    up_to: Annotated[int | None, count()] = None
    percent: Annotated[bool, flag()]
    period: Annotated[Period, one_of(Period)]
    valid_from: Annotated[Value[datetime.date] | None, day(grounded=True)] = None
    valid_to: Annotated[Value[datetime.date] | None, day(grounded=True)] = None


@dataclass(frozen=True, kw_only=True)
class Funding(Row):
    text: Annotated[str, words()]


@dataclass(frozen=True, kw_only=True)
class NoTarget(Row):
    """An "ít nhất NN" of the text that is no target, and why."""

    reason: Annotated[str, words()]


@dataclass(frozen=True, kw_only=True)
class Absence:
    """Why a list of the profile is empty or incomplete: the copy lacks it, or the plan does not ask it."""

    list: str
    reason: str
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Profile:
    plan: PlanFacts
    relations: tuple[Relation, ...] = ()
    goals: tuple[Goal, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    bodies: tuple[Body, ...] = ()
    duties: tuple[Duty, ...] = ()
    sectors: tuple[Sector, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    movements: tuple[Movement, ...] = ()
    columns: tuple[Column, ...] = ()
    targets: tuple[Target, ...] = ()
    funding: tuple[Funding, ...] = ()
    exceptions: tuple[NoTarget, ...] = ()
    unknown: tuple[Absence, ...] = ()
    not_asked: tuple[Absence, ...] = ()


LISTS: dict[str, type[Row]] = {
    "relations": Relation,
    "goals": Goal,
    "milestones": Milestone,
    "bodies": Body,
    "duties": Duty,
    "sectors": Sector,
    "criteria": Criterion,
    "movements": Movement,
    "columns": Column,
    "targets": Target,
    "funding": Funding,
    "exceptions": NoTarget,
}

# Tables that say why a list is empty or incomplete: the copy lacks it, or the plan does not ask it.
ABSENCES = ("unknown", "not_asked")

# Emulation blocks change every year and no plan names them, so a profile can only say why it has none (P4).
NEVER_LISTED = ("blocks",)

# A profile need not explain why these are empty.
MAY_BE_EMPTY = frozenset({"exceptions"})
