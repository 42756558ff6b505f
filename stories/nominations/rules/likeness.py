"""Who is probably the same: three bodies nominate one person, and ten people are called Nguyễn Văn Hùng."""

import re
from dataclasses import dataclass

from cms.core.text import fold

# Before a name they say how one is addressed, not who one is. Birth order (Tư, Sáu) is part of the name.
TITLES = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "thay", "em", "cu", "bs", "ths", "ts"})
LONGER_TITLES = ("bac si ", "y si ", "ky su ", "thac si ", "tien si ", "nha giao ", "dong chi ")
SHORT_FORMS = {"tht": "to hop tac", "htx": "hop tac xa", "clb": "cau lac bo", "ubnd": "uy ban nhan dan"}
NEAR_YEARS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is nominated or known already.

    `places` are codes of the place under all its names, old and new; none means unknown, as does no birth year.
    """

    name: str
    aliases: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    birth_year: int | None = None
    is_person: bool = True


def name_keys(candidate: Candidate) -> frozenset[str]:
    """The names without diacritics, titles and punctuation, as an index can find them."""
    return frozenset(key for name in (candidate.name, *candidate.aliases) if (key := _key(name)))


def likeness(one: Candidate, other: Candidate) -> tuple[str, ...]:
    """Why the two are probably the same, in words for the screen; nothing when they are probably not.

    They share a name or alias, and nothing that is known of both speaks against it: the place, and a year of birth
    within two years (people are often written down by their lunar or their school year).
    """
    shared = name_keys(one) & name_keys(other)
    if not shared or one.is_person != other.is_person:
        return ()
    known_places = bool(one.places and other.places)
    if known_places and not one.places & other.places:
        return ()
    apart = abs(one.birth_year - other.birth_year) if one.birth_year and other.birth_year else None
    if apart is not None and apart > NEAR_YEARS:
        return ()
    if not known_places and apart is None:
        return ()
    return tuple(
        filter(None, [_of_names(one, other), "cùng địa bàn" if known_places else "", _of_years(apart)])
    )


def _of_names(one: Candidate, other: Candidate) -> str:
    return "cùng tên" if _key(one.name) == _key(other.name) else "cùng bí danh, tên thường gọi"


def _of_years(apart: int | None) -> str:
    if apart is None:
        return ""
    return f"năm sinh lệch {apart}" if apart else "cùng năm sinh"


def _key(name: str) -> str:
    text = re.sub(r"[^\w\s]", " ", fold(name))
    for title in LONGER_TITLES:
        text = text.strip().removeprefix(title)
    words = [SHORT_FORMS.get(word, word) for word in text.split()]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)
