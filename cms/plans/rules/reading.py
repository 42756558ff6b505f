"""From a raw profile to a `Profile`."""

from collections.abc import Mapping
from typing import Any

from cms.plans.enums import Precision
from cms.plans.rules.asks import Ask, asks_of
from cms.plans.rules.claims import claim_faults
from cms.plans.rules.faults import Draft, Fault
from cms.plans.rules.grounds import read_grounds
from cms.plans.rules.plan_text import read_text
from cms.plans.rules.profile import ABSENCES, LISTS, Absence, PlanFacts, Profile, Row, Value
from cms.plans.rules.shape import shape_faults


def faults_of(raw: Mapping[str, Any], text: str, *, file: str = "hồ sơ kế hoạch") -> list[Fault]:
    """Every fault of a profile against the text of its plan, at once; none when the profile is sound."""
    draft = Draft(file, raw, read_text(text))
    return [*shape_faults(draft), *claim_faults(draft)]


def parse(raw: Mapping[str, Any]) -> Profile:
    """The profile as frozen data. Only for a profile without faults: see `faults_of`.

    Raises KeyError, ValueError or TypeError on one that has some.
    """
    lists: dict[str, Any] = {
        name: tuple(_row(shape, row) for row in raw.get(name, [])) for name, shape in LISTS.items()
    }
    absences: dict[str, Any] = {name: _absences(raw.get(name, {})) for name in ABSENCES}
    return Profile(plan=PlanFacts(**_keys(raw["plan"], asks_of(PlanFacts))), **lists, **absences)


def _row(shape: type[Row], table: Mapping[str, Any]) -> Row:
    grounds, rows = read_grounds(table), tuple(table.get("rows", ()))
    return shape(**_keys(table, asks_of(shape)), grounds=grounds, rows=rows)


def _keys(table: Mapping[str, Any], asks: dict[str, Ask]) -> dict[str, Any]:
    return {
        name: _value(table[name], ask) if ask.has_ground else _plain(table[name], ask)
        for name, ask in asks.items()
        if name in table
    }


def _value(table: Mapping[str, Any], ask: Ask) -> Value[Any]:
    known = _plain(table["value"], ask) if "value" in table else None
    return Value(known, read_grounds(table), Precision(table.get("precision", Precision.DAY)))


def _plain(value: Any, ask: Ask) -> Any:
    if ask.many:
        return tuple(ask.read(each) for each in value)
    return ask.read(value)


def _absences(tables: Mapping[str, Any]) -> tuple[Absence, ...]:
    return tuple(
        Absence(list=name, reason=t["reason"], grounds=read_grounds(t)) for name, t in tables.items()
    )
