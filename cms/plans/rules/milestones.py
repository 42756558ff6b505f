"""When a milestone is due (P2)."""

from calendar import isleap
from datetime import date


def next_due(last_day: date, every_year: bool, day: date) -> date:
    """The day by which it has to be done: the one said, or of a yearly one the next on or after `day`.

    A yearly 29 February falls on the 28th where the year has no other.
    """
    if not every_year or last_day >= day:
        return last_day
    this_year = _in_year(last_day, day.year)
    return this_year if this_year >= day else _in_year(last_day, day.year + 1)


def _in_year(day: date, year: int) -> date:
    return (
        day.replace(year=year, day=28)
        if (day.month, day.day) == (2, 29) and not isleap(year)
        else day.replace(year=year)
    )
