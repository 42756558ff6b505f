"""A plan's text, cut into its numbered sections, so that a quotation can be found where it is said to stand.

Sections are named as people cite them: `V.8`, `IV.3b`, `VI`; what stands before section I is `mở đầu`, what
stands from "Nơi nhận" on is `nơi nhận`. A section holds its subsections.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from cms.core.text import normalise

HEAD, RECIPIENTS = "mở đầu", "nơi nhận"

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklmnopq"

AT_LEAST = re.compile(r"ít nhất (\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """Half-open range of characters of a normalised text."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class AtLeast:
    """One "ít nhất NN" of a text."""

    number: int
    span: Span
    section: str


@dataclass(frozen=True)
class PlanText:
    """A text on one line, and where each of its sections starts and ends."""

    line: str
    sections: dict[str, Span] = field(default_factory=dict)

    def find(self, quote: str, section: str) -> Span | None:
        """Where the quotation stands within the section; None when the section or the words are not there."""
        place, words = self.sections.get(section), normalised(quote)
        if place is None or not words:
            return None
        start = self.line.find(words, place.start, place.end)
        return None if start < 0 else Span(start, start + len(words))

    def at_least(self) -> list[AtLeast]:
        """Every "ít nhất NN", each with the smallest section that holds it."""
        return [
            AtLeast(int(hit[1]), Span(*hit.span()), self.section_at(Span(*hit.span())))
            for hit in AT_LEAST.finditer(self.line)
        ]

    def section_at(self, span: Span) -> str:
        holders = [
            (place.end - place.start, name) for name, place in self.sections.items() if place.covers(span)
        ]
        return min(holders)[1]


def normalised(text: str) -> str:
    """The text in NFC, look-alike letters mended, every run of white space one space."""
    return " ".join(normalise(text).split())


def read_text(text: str) -> PlanText:
    """Cut a plan's text into sections; a heading counts only when its number is the next one in turn."""
    line, marks = "", [(0, HEAD)]
    for raw in text.splitlines():
        words = normalised(raw)
        if words:
            line += " " if line else ""
            marks += [(len(line), name) for name in _opened(words, [name for _, name in marks])]
            line += words
    return PlanText(line, _spans(marks, len(line)))


def _opened(words: str, names: list[str]) -> list[str]:
    if words.startswith("Nơi nhận") and RECIPIENTS not in names:
        return [RECIPIENTS]
    mark = re.match(r"([IVX]+|\d+)\.\s|([a-zđ])\)\s", words)
    name = _next_name(mark[1] or mark[2], names) if mark else None
    return [name] if name and RECIPIENTS not in names else []


def _next_name(mark: str, names: list[str]) -> str | None:
    """The section that this mark opens, or None when it is out of turn (a number in a sentence, a page)."""
    roman, number, letter = _parts(names[-1])
    if mark.isdigit() and roman:
        return f"{roman}.{mark}" if int(mark) == int(number or 0) + 1 else None
    if mark in ROMAN:
        return mark if ROMAN.index(mark) == (ROMAN.index(roman) + 1 if roman else 0) else None
    turn = LETTERS.find(letter) + 1 if letter else 0
    return f"{roman}.{number}{mark}" if number and LETTERS[turn : turn + 1] == mark else None


def _parts(name: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"([IVX]+)(?:\.(\d+)([a-zđ])?)?", name)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _spans(marks: list[tuple[int, str]], length: int) -> dict[str, Span]:
    """From the marks in order: each section runs to the next mark that does not lie inside it."""
    spans: dict[str, Span] = {}
    for (start, name), (end, _) in pairwise([*marks, (length, "")]):
        for holder in _holders(name):
            spans[holder] = Span(spans[holder].start if holder in spans else start, end)
    return spans


def _holders(name: str) -> list[str]:
    roman, number, letter = _parts(name)
    if not roman:
        return [name]
    return [roman, *([f"{roman}.{number}"] if number else []), *([name] if letter else [])]
