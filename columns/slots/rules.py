"""When slots fall and what may be done with them, on plain data."""

from datetime import date, datetime, time, timedelta, tzinfo

from dateutil.rrule import rrulestr

from columns.slots.enums import SlotState

LATE_AFTER = timedelta(minutes=10)
LONGEST_WAIT = timedelta(minutes=32)


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


def takes_another(state: SlotState, several_pieces: bool) -> bool:
    """An open slot takes a piece; a filled one only where the column is a special page."""
    return state == SlotState.OPEN or (state == SlotState.FILLED and several_pieces)


def is_planned(state: SlotState) -> bool:
    """Still ahead in the plan: its content may be moved."""
    return state in {SlotState.OPEN, SlotState.FILLED}


def wait_before_retry(attempts: int) -> timedelta:
    """1, 2, 4 … minutes, at most 32: a blocked slot goes out soon after its cause is mended."""
    return min(timedelta(minutes=2 ** max(attempts - 1, 0)), LONGEST_WAIT)


def minutes_late(planned: datetime, at: datetime) -> int:
    """Whole minutes past the planned hour, 0 within the grace of ten minutes."""
    late = at - planned
    return int(late.total_seconds() // 60) if late > LATE_AFTER else 0
