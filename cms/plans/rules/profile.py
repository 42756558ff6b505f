"""A plan as data: what a profile says, every value with the place in the plan's text that it rests on (plan row P1).

A row rests as a whole on its `grounds`. A `Value` carries a ground of its own: the text, a fact from outside
the text, a setting that people may change, or nothing yet (`UNKNOWN`, with the reason).
"""

import datetime
from dataclasses import dataclass
from typing import Generic, TypeVar

from cms.localities.enums import Scheme
from cms.organisations.enums import BlockKind, Medium, Tier
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
    """What every row of a list has: a code of its own, its grounds, and the rows of plans.md that it answers."""

    code: str = words()
    grounds: tuple[Ground, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """Head and end of the plan. A day given by its year only is the first (from) or last (to) day of that year."""

    code: str = words()
    name: Value[str] = words(grounded=True)
    kind: Value[PlanKind] = one_of(PlanKind, grounded=True)
    number: Value[str] = words(grounded=True)
    issued_on: Value[datetime.date] = day(grounded=True)
    issuing_body: Value[str] = code_of("bodies", grounded=True)
    period_from: Value[datetime.date] = day(grounded=True)
    period_to: Value[datetime.date] = day(grounded=True)
    signer: Value[str] = words(grounded=True)
    signer_title: Value[str] = words(grounded=True)
    subject_types: Value[tuple[SubjectType, ...]] = one_of(SubjectType, grounded=True, many=True)
    scheme: Value[Scheme] = one_of(Scheme, grounded=True)
    locality: Value[str] = words(grounded=True)


@dataclass(frozen=True, kw_only=True)
class Relation(Row):
    kind: RelationKind = one_of(RelationKind)
    number: str = words()
    issued_on: datetime.date = day()
    issuer: str = words()
    title: str = words()


@dataclass(frozen=True, kw_only=True)
class Goal(Row):
    kind: GoalKind = one_of(GoalKind)
    text: str = words()


@dataclass(frozen=True, kw_only=True)
class Milestone(Row):
    """A step due from one day to another, inclusive: "before 31/3" ends on 30/3. A yearly one gives its first year."""

    kind: MilestoneKind = one_of(MilestoneKind)
    name: str = words()
    body: str | None = code_of("bodies", required=False)
    due_from: Value[datetime.date] = day(grounded=True)
    due_to: Value[datetime.date] = day(grounded=True)
    every_year: bool = flag()


@dataclass(frozen=True, kw_only=True)
class Body(Row):
    """One body, or a group of bodies (`group`) such as all departments; its name is that of the plan's time."""

    name: str = words()
    tier: Tier = one_of(Tier)
    group: bool | None = flag(required=False)
    valid_from: Value[datetime.date] | None = day(grounded=True, required=False)
    valid_to: Value[datetime.date] | None = day(grounded=True, required=False)
    successor: Value[str] | None = code_of("bodies", grounded=True, required=False)


@dataclass(frozen=True, kw_only=True)
class Duty(Row):
    bodies: tuple[str, ...] = code_of("bodies", many=True)
    text: str = words()


@dataclass(frozen=True, kw_only=True)
class Block(Row):
    """An emulation block or cluster (plan row P4)."""

    name: str = words()
    kind: BlockKind = one_of(BlockKind)
    members: tuple[str, ...] = code_of("bodies", many=True, required=False)


@dataclass(frozen=True, kw_only=True)
class Sector(Row):
    name: str = words()
    parent: str | None = code_of("sectors", required=False)


@dataclass(frozen=True, kw_only=True)
class Criterion(Row):
    """A common criterion, or one of a sector."""

    text: str = words()
    sector: str | None = code_of("sectors", required=False)


@dataclass(frozen=True, kw_only=True)
class Movement(Row):
    name: str = words()
    kind: MovementKind = one_of(MovementKind)


@dataclass(frozen=True, kw_only=True)
class Column(Row):
    """A column the plan asks for: `rhythm` is what its text says; `default` (a day) and `hour` are for people to change.

    Hours are those of Asia/Ho_Chi_Minh.
    """

    name: Value[str] = words(grounded=True)
    kind: ColumnKind = one_of(ColumnKind)
    media: tuple[Medium, ...] = one_of(Medium, many=True)
    body: str = code_of("bodies")
    rhythm: Value[str] = rrule(grounded=True)
    default: Value[str] | None = rrule(grounded=True, required=False)
    hour: Value[datetime.time] = clock(grounded=True)


@dataclass(frozen=True, kw_only=True)
class Target(Row):
    """At least `number` (at most `up_to`) each period. What counts must satisfy every one of `measures`.

    `each` says whether every body of the tiers owes it, or all of them together. Without days of its own a target
    is valid for the period of the plan.
    """

    name: str = words()
    measures: tuple[Measure, ...] = one_of(Measure, many=True)
    tiers: tuple[Tier, ...] = one_of(Tier, many=True)
    bodies: tuple[str, ...] = code_of("bodies", many=True)
    each: bool = flag()
    number: int = count()
    up_to: int | None = count(required=False)
    percent: bool = flag()
    period: Period = one_of(Period)
    valid_from: Value[datetime.date] | None = day(grounded=True, required=False)
    valid_to: Value[datetime.date] | None = day(grounded=True, required=False)


@dataclass(frozen=True, kw_only=True)
class Funding(Row):
    text: str = words()


@dataclass(frozen=True, kw_only=True)
class NoTarget(Row):
    """An "ít nhất NN" of the text that is no target, and why."""

    reason: str = words()


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
    blocks: tuple[Block, ...] = ()
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
    "blocks": Block,
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

# A profile need not explain why these are empty.
MAY_BE_EMPTY = frozenset({"exceptions"})
