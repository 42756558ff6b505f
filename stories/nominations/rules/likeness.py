"""Who is probably the same: three bodies nominate one person, and ten people are called Nguyễn Văn Hùng.

Measured on two hundred labelled pairs (tests/stories/nominations/pairs.csv).
"""

from dataclasses import dataclass
from itertools import product

from stories.nominations.rules.names import Name, are_by_order, are_same, are_shortened, readings

NEAR_YEARS = 2
NEXT_YEAR = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is nominated or known already.

    `places` are codes of the place under all its names, old and new; none means unknown, as does no birth year.
    `is_person` also of a household, None while nobody has said.
    """

    name: str
    aliases: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    birth_year: int | None = None
    is_person: bool | None = True


def name_keys(candidate: Candidate) -> frozenset[str]:
    """The names without diacritics, titles and short forms, as an index can find them."""
    return frozenset(name.key for name in _names(candidate) if name.key)


def likeness(one: Candidate, other: Candidate) -> tuple[str, ...]:
    """Why the two are probably the same, in words for the screen; nothing when they are probably not.

    They share a name or alias, and nothing that is known of both speaks against it: the place, and a year of birth
    within two years (people are often written down by their lunar or their school year). Where the names only resemble
    each other, place and year must both speak for it.
    """
    if None not in {one.is_person, other.is_person} and one.is_person != other.is_person:
        return ()
    known_places = bool(one.places and other.places)
    apart = abs(one.birth_year - other.birth_year) if one.birth_year and other.birth_year else None
    if (known_places and not one.places & other.places) or (apart is not None and apart > NEAR_YEARS):
        return ()
    if not known_places and apart is None:
        return ()
    both_known = known_places and apart is not None and apart <= NEXT_YEAR
    names = _by_names(one, other) or (_by_resemblance(one, other) if both_known else "")
    if not names:
        return ()
    return tuple(filter(None, [names, "cùng địa bàn" if known_places else "", _of_years(apart)]))


def _by_names(one: Candidate, other: Candidate) -> str:
    if any(are_same(*pair) for pair in product(_readings(one, one.name), _readings(other, other.name))):
        return "cùng tên"
    if any(are_same(*pair) for pair in product(_names(one), _names(other))):
        return "cùng bí danh, tên thường gọi"
    return ""


def _by_resemblance(one: Candidate, other: Candidate) -> str:
    if False in {one.is_person, other.is_person}:
        return ""
    pairs = list(product(_names(one), _names(other)))
    if any(are_shortened(*pair) for pair in pairs):
        return "tên chỉ khác chữ đệm"
    # Two birth orders of one given name are two people: Bảy Hai is not Ba Hai.
    orders = {name.key for name in (*_names(one), *_names(other)) if name.is_by_order}
    if len(orders) == 1 and any(are_by_order(*pair) for pair in pairs):
        return "tên gọi theo thứ giống tên"
    return ""


def _names(candidate: Candidate) -> list[Name]:
    return [name for text in (candidate.name, *candidate.aliases) for name in _readings(candidate, text)]


def _readings(candidate: Candidate, text: str) -> list[Name]:
    """While nobody has said what it is, the name may be a person's or a collective's."""
    kinds = (True, False) if candidate.is_person is None else (candidate.is_person,)
    return [name for kind in kinds for name in readings(text, kind)]


def _of_years(apart: int | None) -> str:
    if apart is None:
        return ""
    return f"năm sinh lệch {apart}" if apart else "cùng năm sinh"
