from datetime import date

import pytest

from cms.plans.rules import next_due


@pytest.mark.parametrize(
    ("last_day", "every_year", "day", "due"),
    [
        (date(2026, 11, 30), False, date(2026, 11, 21), date(2026, 11, 30)),
        (date(2026, 11, 20), False, date(2026, 11, 21), date(2026, 11, 20)),
        (date(2024, 11, 30), True, date(2026, 11, 30), date(2026, 11, 30)),
        (date(2024, 11, 20), True, date(2026, 11, 21), date(2027, 11, 20)),
        (date(2027, 1, 15), True, date(2026, 11, 21), date(2027, 1, 15)),
        (date(2024, 2, 29), True, date(2026, 2, 1), date(2026, 2, 28)),
        (date(2024, 2, 29), True, date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_milestone_is_due_on_its_day_or_on_the_next_of_its_days(
    last_day: date, every_year: bool, day: date, due: date
) -> None:
    assert next_due(last_day, every_year, day) == due
