"""What each key of a profile must be: said once, beside the field of the dataclass that keeps it.

The same `Ask` drives the checking of a raw profile (`faults`) and the reading of a sound one (`reading`), so the
two cannot disagree and a new key needs no code of its own.
"""

import dataclasses
import datetime
from dataclasses import dataclass
from enum import Enum
from typing import Any

from dateutil.rrule import rrulestr

# Repetition rules are tried from a fixed day, never from the clock.
TRIAL_DAY = datetime.datetime(2023, 1, 1)


def is_rrule(value: object) -> bool:
    """Whether the value is an RFC 5545 RRULE that dateutil reads."""
    if not isinstance(value, str) or not value.startswith("FREQ="):
        return False
    try:
        rrulestr(value, dtstart=TRIAL_DAY)
    except (ValueError, TypeError):
        return False
    return True


def is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def is_day(value: object) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def is_hour(value: object) -> bool:
    return isinstance(value, datetime.time)


def is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One key: what it must be, in words and as a test; what it may name; whether it carries its own ground.

    `refers` is the list of the profile in which the value must be a code. A `grounded` key is a table with its own
    section and quotation (or reason); any other key rests on the section and quotation of its row.
    """

    expected: str
    choices: type[Enum] | None = None
    refers: str = ""
    many: bool = False
    grounded: bool = False
    required: bool = True
    test: Any = is_words

    def accepts(self, value: object) -> bool:
        if self.choices is not None:
            return value in [choice.value for choice in self.choices]
        return bool(self.test(value))

    def read(self, value: Any) -> Any:
        """A sound value as the profile keeps it: a choice as its enum, anything else as it is."""
        return self.choices(value) if self.choices is not None else value


def words(**more: Any) -> Any:
    return _asked("một đoạn chữ", **more)


def count(**more: Any) -> Any:
    return _asked("một số nguyên dương", test=is_number, **more)


def day(**more: Any) -> Any:
    return _asked("một ngày dạng 2023-12-31, không có dấu nháy", test=is_day, **more)


def clock(**more: Any) -> Any:
    return _asked("một giờ dạng 06:00:00, không có dấu nháy", test=is_hour, **more)


def flag(**more: Any) -> Any:
    return _asked("true hoặc false", test=lambda value: isinstance(value, bool), **more)


def rrule(**more: Any) -> Any:
    return _asked("một quy tắc lặp RRULE, ví dụ FREQ=WEEKLY;BYDAY=FR", test=is_rrule, **more)


def one_of(choices: type[Enum], **more: Any) -> Any:
    return _asked("một trong: " + ", ".join(str(choice.value) for choice in choices), choices=choices, **more)


def code_of(refers: str, **more: Any) -> Any:
    return _asked(f"mã của một dòng trong [[{refers}]]", refers=refers, **more)


def _asked(expected: str, **more: Any) -> Any:
    """A dataclass field; an optional key that is left out is None, or an empty tuple where it may hold several."""
    ask = Ask(expected=expected, **more)
    metadata = {"ask": ask}
    if ask.required:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=() if ask.many else None, metadata=metadata)


def asks_of(shape: type) -> dict[str, Ask]:
    """The keys of one table, in the order of its dataclass."""
    return {f.name: f.metadata["ask"] for f in dataclasses.fields(shape) if "ask" in f.metadata}
