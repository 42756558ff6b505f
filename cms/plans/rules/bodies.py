"""The organisations a profile asks for: the bodies it names, the districts and communes of its time."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.organisations.enums import Tier
from cms.plans.enums import GroundKind
from cms.plans.rules.profile import Body, Profile
from cms.plans.rules.rows import Stored, Table

UNIT_TIERS = (Tier.DISTRICT, Tier.COMMUNE)


@dataclass(frozen=True)
class LocalUnit:
    """An administrative unit of the plan's scheme, within or equal to the plan's locality."""

    scheme: int
    code: str
    name: str
    tier: str
    parent_code: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None


def organisations_of(profile: Profile, units: Sequence[LocalUnit]) -> list[Stored]:
    """Successors before those they succeed, districts before their communes."""
    heirs = {body.code: _heir(body) for body in profile.bodies}
    bodies = sorted(profile.bodies, key=lambda body: _steps(body.code, heirs))
    home = next((unit for unit in units if unit.code == profile.plan.locality.value), None)
    return [*(_body(body, home) for body in bodies), *_units(profile, units)]


def _body(body: Body, home: LocalUnit | None) -> Stored:
    of_the_time = body.grounds[0].kind is GroundKind.TEXT and body.tier is not Tier.CENTRAL
    values: dict[str, Any] = {
        "name": body.name,
        # A group is no body of its tier: it must not be counted as one more department or commune.
        "tier": str(Tier.OTHER if body.group else body.tier),
        **({"locality": (home.scheme, home.code)} if home and of_the_time else {}),
        **_days(valid_from=_day(body.valid_from), valid_to=_day(body.valid_to)),
        **({"successor": heir} if (heir := _heir(body)) else {}),
    }
    return Stored(Table.ORGANISATION, (body.code,), values)


def _units(profile: Profile, units: Sequence[LocalUnit]) -> Iterator[Stored]:
    """One organisation for each unit of a tier that the profile names as a group."""
    tiers = [tier for tier in UNIT_TIERS if any(body.group and body.tier is tier for body in profile.bodies)]
    above = str(profile.plan.issuing_body.value)
    codes = {unit.code: _unit_code(unit) for unit in units if unit.tier in tiers}
    for tier in tiers:
        for unit in units:
            if unit.tier == tier and unit.code != profile.plan.locality.value:
                yield _unit(unit, codes.get(unit.parent_code, above))


def _unit(unit: LocalUnit, parent: str) -> Stored:
    values = {
        "name": f"UBND {unit.name[0].lower()}{unit.name[1:]}",
        "tier": unit.tier,
        "locality": (unit.scheme, unit.code),
        "parent": parent,
        **_days(valid_from=unit.valid_from, valid_to=unit.valid_to),
    }
    return Stored(Table.ORGANISATION, (_unit_code(unit),), values)


def _unit_code(unit: LocalUnit) -> str:
    return f"ubnd-{unit.scheme}-{unit.code.lower()}"


def _heir(body: Body) -> str | None:
    return body.successor.value if body.successor else None


def _steps(code: str | None, heirs: Mapping[str, str | None]) -> int:
    """How many successions lie after this body; a profile without faults has no circles."""
    heir = heirs.get(code) if code else None
    return 0 if heir is None else 1 + _steps(heir, heirs)


def _day(value: Any) -> datetime.date | None:
    return value.value if value else None


def _days(**days: datetime.date | None) -> dict[str, datetime.date]:
    return {name: day for name, day in days.items() if day}
