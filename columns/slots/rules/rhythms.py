"""Rhythms: an RRULE (RFC 5545) for the machine, a sentence for the newsroom, and the days they give."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from dateutil.rrule import rrulestr

from columns.slots.enums import Every

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
PLACES = {1: "đầu tiên", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", -1: "cuối cùng"}


@dataclass(frozen=True, slots=True)
class Beat:
    """A rhythm as people choose it.

    `weekdays` count from Monday as 0; `day` is of the month, -1 its last; `place` says which of the month's such
    weekdays, -1 the last.
    """

    every: Every
    weekdays: tuple[int, ...] = ()
    day: int = 1
    place: int = 1

    @property
    def rrule(self) -> str:
        match self.every:
            case Every.WEEK:
                return f"FREQ=WEEKLY;BYDAY={','.join(CODES[day] for day in self.weekdays)}"
            case Every.DAY_OF_MONTH:
                return f"FREQ=MONTHLY;BYMONTHDAY={self.day}"
            case Every.WEEKDAY_OF_MONTH:
                return f"FREQ=MONTHLY;BYDAY={self.place}{CODES[self.weekdays[0]]}"

    @classmethod
    def parse(cls, rrule: str) -> "Beat | None":
        """The rhythm of a rule that people can choose, None for any other."""
        match dict(part.split("=", 1) for part in rrule.split(";") if "=" in part):
            case {"FREQ": "WEEKLY", "BYDAY": days, **rest} if not rest and _are_codes(days):
                return cls(Every.WEEK, tuple(CODES.index(code) for code in days.split(",")))
            case {"FREQ": "MONTHLY", "BYMONTHDAY": day, **rest} if not rest and day.lstrip("-").isdigit():
                return cls(Every.DAY_OF_MONTH, day=int(day))
            case {"FREQ": "MONTHLY", "BYDAY": day, **rest} if not rest and _is_place(day[:-2]):
                return cls(Every.WEEKDAY_OF_MONTH, (CODES.index(day[-2:]),), place=int(day[:-2]))
        return None


def in_words(rrule: str) -> str:
    """“thứ Năm hằng tuần”, “ngày 15 hằng tháng”, “thứ Sáu cuối cùng hằng tháng”; the rule itself for any other."""
    beat = Beat.parse(rrule)
    if beat is None:
        return rrule
    match beat.every:
        case Every.WEEK:
            return f"{', '.join(WEEKDAYS[day] for day in beat.weekdays)} hằng tuần"
        case Every.DAY_OF_MONTH:
            return "ngày cuối tháng" if beat.day == -1 else f"ngày {beat.day} hằng tháng"
        case Every.WEEKDAY_OF_MONTH:
            return f"{WEEKDAYS[beat.weekdays[0]]} {PLACES[beat.place]} hằng tháng"


def occurrences(
    rrule: str, hour: time, begins: date, first: date, last: date, zone: tzinfo
) -> list[datetime]:
    """Aware times of a rhythm on the days first … last, both included.

    `begins` anchors the rule (RFC 5545 DTSTART), so that "every second week" keeps its weeks. Raises ValueError for a
    rule that cannot be read.
    """
    rule = rrulestr(f"RRULE:{rrule}", dtstart=datetime.combine(begins, hour))
    span = datetime.combine(first, time.min), datetime.combine(last, time.max)
    return [moment.replace(tzinfo=zone) for moment in rule.between(*span, inc=True)]


def _are_codes(days: str) -> bool:
    return all(code in CODES for code in days.split(","))


def _is_place(text: str) -> bool:
    return text.lstrip("-").isdigit() and int(text) in PLACES
