"""Vietnamese order (CLDR `vi`) as keys of type `str`, so that a database column can sort by them.

A key holds only 0–9 and a–z, whose order the collations C, en_US and vi share. Its parts, in order:

- letters: "a1" a, "a2" ă, "a3" â, "b1" b … "d1" d, "d2" đ … "z1" z. "1" stands for white space, "2" and six
  hexadecimal digits for a sign, "3" and the digit for a digit, "z9" and six hexadecimal digits for a letter
  of another script. Hence white space < signs < digits < letters.
- "0", then a figure for each of them: 1 ngang, 2 huyền, 3 hỏi, 4 ngã, 5 sắc, 6 nặng, 7 a foreign mark
- "0", then a figure for each of them: 1 small, 2 capital

Trailing 1s are left out. No part holds a "0" where a new unit begins, so a shorter text sorts before
its continuation, and all letters of a text weigh more than any of its tones. A key is at most 12n + 6
characters long for n characters; Vietnamese names need about 3n.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

from cms.core.text import unify_tone_placement
from cms.core.tones import TONES, split_tone

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters with f, j, w, z where CLDR has them."""

_FAMILIES = {"ă": "a2", "â": "a3", "đ": "d2", "ê": "e2", "ô": "o2", "ơ": "o3", "ư": "u2"}
_WEIGHTS = {letter: _FAMILIES.get(letter, f"{letter}1") for letter in ALPHABET}
_TONE_WEIGHTS = {"": "1"} | {tone: str(weight) for weight, tone in enumerate(TONES, start=2)}
_FOREIGN_MARK = "7"
_NICKNAME = re.compile(r"\([^)]*\)?")


@dataclass(frozen=True)
class _Unit:
    """One character's weights on the three levels."""

    letter: str
    tone: str
    case: str


def word_key(text: str) -> str:
    """Sorts words, titles and place names: letters first, then tones, then small before capital.

    "hoà" and "hòa" are one word and share a key.
    """
    units = _units(text)
    return _letters_and_tones(units) + _trimmed(unit.case for unit in units)


def person_key(full_name: str) -> str:
    """Sorts people by tên, then chữ đệm, then họ, each by letters and tones; capitals decide last.

    The last word is the tên, the first the họ; a single word is a tên. A nickname in brackets does not
    count: "Nguyễn Văn Kiềm (Tư Kiềm)".
    """
    words = _NICKNAME.sub(" ", full_name).split()
    ten, dem, ho = words[-1:], words[1:-1], words[:-1][:1]
    parts = [_units(" ".join(part)) for part in (ten, dem, ho)]
    capitals = _trimmed(unit.case for part in parts for unit in part)
    return "".join(map(_letters_and_tones, parts)) + capitals


def _letters_and_tones(units: list[_Unit]) -> str:
    letters = "".join(unit.letter for unit in units)
    return f"{letters}0{_trimmed(unit.tone for unit in units)}0"


def _trimmed(weights: Iterator[str]) -> str:
    return "".join(weights).rstrip("1")


def _units(text: str) -> list[_Unit]:
    collapsed = " ".join(unify_tone_placement(text).split())
    return [unit for character in collapsed for unit in _units_of(character)]


def _units_of(character: str) -> Iterator[_Unit]:
    """One unit as a rule; two where a letter folds into two (ß), none for a mark that stands alone."""
    if combining(character):
        return
    toneless, tone = split_tone(character)
    case = "2" if character.isupper() else "1"
    for letter in toneless.casefold():
        if letter in _WEIGHTS:
            yield _Unit(_WEIGHTS[letter], _TONE_WEIGHTS[tone], case)
        else:
            yield from _foreign_unit(letter, tone, case)


def _foreign_unit(letter: str, tone: str, case: str) -> Iterator[_Unit]:
    decomposed = normalize("NFD", letter)
    if not combining(decomposed[0]):
        mark = _FOREIGN_MARK if len(decomposed) > 1 else _TONE_WEIGHTS[tone]
        yield _Unit(_weight_of_foreign(decomposed[0]), mark, case)


def _weight_of_foreign(base: str) -> str:
    if base == " ":
        return "1"
    if base.isdecimal():
        return f"3{int(base)}"
    if base.isalpha():
        return _WEIGHTS.get(base, f"z9{ord(base):06x}")
    return f"2{ord(base):06x}"
