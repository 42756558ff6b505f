"""From the official lists' rows to what a locality needs, on plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from slugify import slugify

from cms.core.sorting import word_key
from cms.core.text import fold, normalise
from cms.localities.enums import Level, Scheme

LAST_DAY_OF_OLD_UNITS = date(2025, 6, 30)
FIRST_DAY_OF_NEW_UNITS = date(2025, 7, 1)
LEVELS = {"P": Level.PROVINCE, "D": Level.DISTRICT, "W": Level.COMMUNE}


class BadRow(ValueError):
    """A line of the official list that cannot be used; the text names the code."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit as the lists give it; `parent_code` is empty for a province."""

    scheme: Scheme
    code: str
    name: str
    kind: str
    parent_code: str

    @property
    def level(self) -> Level:
        return LEVELS[self.code[0]]

    @property
    def search_name(self) -> str:
        return fold(self.name)

    @property
    def sort_name(self) -> str:
        return word_key(self.name.removeprefix(self.kind).strip() or self.name)

    @property
    def valid_from(self) -> date | None:
        """Unknown for old units: the list is only the state just before 1/7/2025."""
        return FIRST_DAY_OF_NEW_UNITS if self.scheme is Scheme.SINCE_2025 else None

    @property
    def valid_to(self) -> date | None:
        return LAST_DAY_OF_OLD_UNITS if self.scheme is Scheme.UNTIL_2025 else None


def slugs_of(units: Iterable[Unit]) -> dict[tuple[Scheme, str], str]:
    """`Phường Cao Lãnh` → `phuong-cao-lanh` by scheme and code; the kind stays, because a ward and a commune share names.

    Tân Thạnh and Tân Thành of one province would be one address: the one with the higher code carries it.
    """
    taken: set[tuple[Scheme, str, str]] = set()
    slugs: dict[tuple[Scheme, str], str] = {}
    for unit in sorted(units, key=lambda unit: (unit.scheme, unit.code)):
        slug = slugify(unit.name)
        if (unit.scheme, unit.parent_code, slug) in taken:
            slug = f"{slug}-{unit.code.lower()}"
        taken.add((unit.scheme, unit.parent_code, slug))
        slugs[unit.scheme, unit.code] = slug
    return slugs


def unit_of(row: dict[str, str]) -> Unit:
    """Raises BadRow for an unknown scheme or code, or an empty name."""
    try:
        scheme = Scheme(int(row["scheme"]))
    except (KeyError, ValueError) as error:
        raise BadRow(f"Dòng {row!r}: hệ mã phải là 2024 hoặc 2025.") from error
    code, name = row.get("code", ""), normalise(row.get("name", "")).strip()
    if code[:1] not in LEVELS or not code[1:].isdigit():
        raise BadRow(f"Mã “{code}” phải là P, D hoặc W kèm số.")
    if not name:
        raise BadRow(f"Mã {code}: thiếu tên.")
    kind = normalise(row.get("kind", "")).strip()
    return Unit(scheme, code, name, kind[:1].upper() + kind[1:], row.get("parent_code", ""))
