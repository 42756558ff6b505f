"""What an exemplar's reading says, and which text it was about."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stories.letters.enums import PointVerdict, ReadingVerdict

READ = ("title", "kicker", "subheading", "standfirst", "dateline", "lead_photo", "lead_caption", "body")


@dataclass(frozen=True, slots=True)
class PointAnswer:
    verdict: PointVerdict
    note: str = ""


def objects(verdict: ReadingVerdict, points: Iterable[PointAnswer]) -> bool:
    """Anything but a plain yes keeps the piece from going on."""
    return verdict != ReadingVerdict.YES or any(point.verdict != PointVerdict.RIGHT for point in points)


def unanswered(
    verdict: ReadingVerdict, note: str, points: Mapping[int, PointAnswer], wanted: Iterable[int]
) -> dict[int | None, str]:
    """What still has to be said, by point; None is the whole."""
    faults: dict[int | None, str] = {}
    for key in wanted:
        if key not in points:
            faults[key] = "Hãy chọn một câu trả lời cho điều này."
        elif points[key].verdict == PointVerdict.WRONG and not points[key].note.strip():
            faults[key] = "Hãy ghi chưa đúng chỗ nào, đúng thì là sao."
    if (
        verdict == ReadingVerdict.WRONG
        and not note.strip()
        and not objects(ReadingVerdict.YES, points.values())
    ):
        faults[None] = "Hãy ghi chỗ nào trong bài chưa đúng."
    return faults


def text_digest(content: Mapping[str, Any]) -> str:
    """Of all that a reader sees of a story's revision: other words, another photo, and it is another text."""
    shown = json.dumps([content.get(name) for name in READ], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()
