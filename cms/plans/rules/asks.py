"""What each key of a profile must be: said once, in the annotation of the dataclass field that keeps it.

The same `Ask` drives the checking of a raw profile (`shape`) and the reading of a sound one (`reading`), so
the two cannot disagree and a new key needs no code of its own.
"""

import dataclasses
import datetime
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, get_origin, get_type_hints

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
    """One key: what it must be, in words and as a test; what it may name; whether it has a ground.

    `refers` is the list in which the value must be a code. A `grounded` key is a table with its
    own section and quotation (or reason); any other key rests on the section and quotation of its row. A
    `known` key is grounded too, and must not be left unknown.
    """

    expected: str
    choices: type[Enum] | None = None
    refers: str = ""
    many: bool = False
    grounded: bool = False
    known: bool = False
    required: bool = True
    test: Any = is_words

    @property
    def has_ground(self) -> bool:
        return self.grounded or self.known

    def accepts(self, value: object) -> bool:
        if self.choices is not None:
            return value in [choice.value for choice in self.choices]
        return bool(self.test(value))

    def read(self, value: Any) -> Any:
        """A sound value as the profile keeps it: a choice as its enum, anything else as it is."""
        return self.choices(value) if self.choices is not None else value


def words(**more: Any) -> Ask:
    return Ask(expected="một đoạn chữ", **more)


def count(**more: Any) -> Ask:
    return Ask(expected="một số nguyên dương", test=is_number, **more)


def day(**more: Any) -> Ask:
    return Ask(expected="một ngày dạng 2023-12-31, không có dấu nháy", test=is_day, **more)


def clock(**more: Any) -> Ask:
    return Ask(expected="một giờ dạng 06:00:00, không có dấu nháy", test=is_hour, **more)


def flag(**more: Any) -> Ask:
    return Ask(expected="true hoặc false", test=lambda value: isinstance(value, bool), **more)


def rrule(**more: Any) -> Ask:
    return Ask(expected="một quy tắc lặp RRULE, ví dụ FREQ=WEEKLY;BYDAY=FR", test=is_rrule, **more)


def one_of(choices: type[Enum], **more: Any) -> Ask:
    return Ask(
        expected="một trong: " + ", ".join(str(choice.value) for choice in choices), choices=choices, **more
    )


def code_of(refers: str, **more: Any) -> Ask:
    return Ask(expected=f"mã của một dòng trong [[{refers}]]", refers=refers, **more)


def asks_of(shape: type) -> dict[str, Ask]:
    """The keys of one table, in the order of its dataclass; a field with a default may be left out."""
    hints = get_type_hints(shape, include_extras=True)
    optional = {f.name for f in dataclasses.fields(shape) if f.default is not dataclasses.MISSING}
    return {
        name: dataclasses.replace(hint.__metadata__[0], required=name not in optional)
        for name, hint in hints.items()
        if get_origin(hint) is Annotated
    }
