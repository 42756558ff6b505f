"""Read the official lists of administrative units (General Statistics Office) into the tables, again and again alike."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from cms.localities.enums import Level, Scheme
from cms.localities.models import Locality, Succession
from cms.localities.rules import Unit, slugs_of, unit_of

DATA = Path(__file__).parent / "data"
FIELDS = ["name", "kind", "level", "search_name", "sort_name", "valid_from", "valid_to"]
TIER_NAMES = {
    Level.PROVINCE: "Tỉnh, thành phố",
    Level.DISTRICT: "Huyện, quận (đến 30/6/2025)",
    Level.COMMUNE: "Xã, phường",
}
Progress = Callable[[str, int, int], None]
Slugs = dict[tuple[Scheme, str], str]


@dataclass(frozen=True, slots=True)
class Loaded:
    created: int
    changed: int
    unchanged: int
    successions: int


def read_units(folder: Path = DATA) -> list[Unit]:
    with (folder / "localities.csv").open(encoding="utf-8", newline="") as lines:
        return [unit_of(row) for row in csv.DictReader(lines)]


def read_successions(folder: Path = DATA) -> Iterator[tuple[str, str]]:
    """Pairs of old and new commune codes; provinces' pairs follow from them."""
    with (folder / "successions.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] == "commune":
                yield row["old_code"], row["new_code"]


@transaction.atomic
def load(units: list[Unit], successions: list[tuple[str, str]], progress: Progress) -> Loaded:
    """Bring the tables to the lists; rows that stand already are left alone, nothing is deleted."""
    standing = {(row.scheme, row.code): row for row in Locality.objects.select_related("parent")}
    slugs = slugs_of(units)
    created = changed = 0
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        tier = [unit for unit in units if unit.level is level]
        made, amended = _load_tier(tier, slugs, standing)
        created, changed = created + made, changed + amended
        progress(TIER_NAMES[level], len(tier), len(tier))
    linked = _link(successions, standing, progress)
    return Loaded(created, changed, len(units) - created - changed, linked)


def _load_tier(units: list[Unit], slugs: Slugs, standing: dict[tuple[int, str], Locality]) -> tuple[int, int]:
    fresh: list[Locality] = []
    amended: list[Locality] = []
    for unit in units:
        parent = standing.get((unit.scheme, unit.parent_code))
        row, values = standing.get((unit.scheme, unit.code)), _values(unit, slugs)
        if row is None:
            row = Locality(scheme=unit.scheme, code=unit.code, parent=parent, **values)
            standing[unit.scheme, unit.code] = row
            fresh.append(row)
        elif _differs(row, values, parent):
            for name, value in values.items():
                setattr(row, name, value)
            row.parent = parent
            amended.append(row)
    Locality.objects.bulk_create(fresh, batch_size=500)
    Locality.objects.bulk_update(amended, [*FIELDS, "slug", "parent"], batch_size=500)
    return len(fresh), len(amended)


def _values(unit: Unit, slugs: Slugs) -> dict[str, object]:
    return {name: getattr(unit, name) for name in FIELDS} | {"slug": slugs[unit.scheme, unit.code]}


def _differs(row: Locality, values: dict[str, object], parent: Locality | None) -> bool:
    same = all(getattr(row, name) == value for name, value in values.items())
    return not same or row.parent_id != (parent and parent.pk)


def _link(pairs: list[tuple[str, str]], standing: dict[tuple[int, str], Locality], progress: Progress) -> int:
    known = set(Succession.objects.values_list("old_id", "new_id"))
    wanted = [
        (standing[Scheme.UNTIL_2025, old].pk, standing[Scheme.SINCE_2025, new].pk) for old, new in pairs
    ]
    missing = [Succession(old_id=old, new_id=new) for old, new in wanted if (old, new) not in known]
    Succession.objects.bulk_create(missing, batch_size=500)
    progress("Đơn vị cũ nhập vào đơn vị mới", len(wanted), len(wanted))
    return len(missing)
