"""How a proposal is told from a machine's, and how its words become a nomination's rows."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from stories.nominations.rules import MOST_DEEDS

LONGEST_DEEDS = 2500
LONGEST_SOURCE = 500
LONGEST_ROW = 1000
QUICKEST = timedelta(seconds=3)
FORM_LASTS = timedelta(days=2)


def haste(begun_at: datetime, sent_at: datetime) -> bool:
    """Nobody tells of a person within three seconds."""
    return sent_at - begun_at < QUICKEST


def is_kept(begun_at: datetime, sent_at: datetime) -> bool:
    """A form that lay open may be sent for two days."""
    return sent_at - begun_at <= FORM_LASTS


def place_in(words: str, names: Mapping[int, str]) -> int | None:
    """The key of the one place whose folded name is among the folded words, with its kind (“xa thap muoi”) or without.

    The longest name counts: who writes Mỹ An Hưng does not mean Mỹ An. None when two are as long, or none is there.
    """
    told = f" {' '.join(re.findall('[a-z0-9]+', words))} "
    bare = {key: name.removeprefix("dac khu ").partition(" ") for key, name in names.items()}
    shorter = {
        key: name if head in {"xa", "phuong"} else f"{head} {name}".strip()
        for key, (head, _, name) in bare.items()
    }
    for known in (names, shorter):
        found = {key: len(name) for key, name in known.items() if name and f" {name} " in told}
        longest = [key for key, length in found.items() if length == max(found.values())]
        if longest:
            return longest[0] if len(longest) == 1 else None
    return None


def deed_rows(deeds: str, source: str) -> list[dict[str, str]]:
    """One row a paragraph, as the nomination's form wants them: at most five, none over 1,000 letters, no word lost.

    Two neighbours hold more than 1,000 letters together once they are packed, so 2,500 letters never need six rows.
    """
    parts = [piece for line in deeds.splitlines() for piece in _cut(line.strip()) if piece]
    if len(parts) > MOST_DEEDS:
        parts = _packed(parts)
    return [{"text": part, "proof": source} for part in parts]


def _cut(line: str) -> list[str]:
    """Pieces of a line that is too long, cut between words where there is a space."""
    pieces = []
    while len(line) > LONGEST_ROW:
        space = line.rfind(" ", LONGEST_ROW // 2, LONGEST_ROW)
        end = space if space > 0 else LONGEST_ROW
        pieces.append(line[:end].strip())
        line = line[end:].strip()
    return [*pieces, line]


def _packed(parts: list[str]) -> list[str]:
    packed = [parts[0]]
    for part in parts[1:]:
        if len(packed[-1]) + 1 + len(part) <= LONGEST_ROW:
            packed[-1] += f"\n{part}"
        else:
            packed.append(part)
    return packed
