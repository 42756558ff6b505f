from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from columns.slots.enums import Every, SlotState
from columns.slots.rules import (
    Beat,
    in_words,
    minutes_late,
    occurrences,
    takes_another,
    takes_kind,
    wait_before_retry,
)

pytestmark = pytest.mark.rule
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("rrule", "days"),
    [
        pytest.param("FREQ=WEEKLY;BYDAY=TH", [5, 12, 19, 26], id="every Thursday"),
        pytest.param("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", [5, 19], id="every second Thursday from 8 October"),
        pytest.param("FREQ=MONTHLY;BYDAY=-1SU", [29], id="the last Sunday"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=31", [], id="no 31 November"),
    ],
)
def test_occurrences_of_a_rhythm(rrule: str, days: list[int]) -> None:
    found = occurrences(rrule, time(6, 30), date(2026, 10, 8), *NOVEMBER, HANOI)
    assert found == [datetime(2026, 11, day, 6, 30, tzinfo=HANOI) for day in days]


def test_occurrences_refuse_a_rule_that_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="FREQ"):
        occurrences("FREQ=FORTNIGHTLY", time(6), NOVEMBER[0], *NOVEMBER, HANOI)


@pytest.mark.parametrize(
    ("state", "several", "takes"),
    [
        pytest.param(SlotState.OPEN, False, True, id="open"),
        pytest.param(SlotState.FILLED, False, False, id="filled, one piece only"),
        pytest.param(SlotState.FILLED, True, True, id="filled special page"),
        pytest.param(SlotState.RELEASED, True, False, id="released"),
        pytest.param(SlotState.SKIPPED, True, False, id="skipped"),
        pytest.param(SlotState.MISSED, False, False, id="missed"),
    ],
)
def test_takes_another(state: SlotState, several: bool, takes: bool) -> None:
    assert takes_another(state, several) is takes


def test_waits_double_and_stop_at_half_an_hour() -> None:
    minutes = [wait_before_retry(n) // timedelta(minutes=1) for n in (0, 1, 2, 3, 6, 7, 42, 32_767)]
    assert minutes == [1, 1, 2, 4, 32, 32, 32, 32]


@pytest.mark.parametrize(("minutes", "late"), [(-5, 0), (0, 0), (10, 0), (11, 11), (180, 180)])
def test_minutes_late_forgive_ten(minutes: int, late: int) -> None:
    planned = datetime(2026, 11, 26, 6, tzinfo=UTC)
    assert minutes_late(planned, planned + timedelta(minutes=minutes)) == late


@pytest.mark.parametrize(
    ("beat", "rrule", "words"),
    [
        (Beat(Every.WEEK, (3,)), "FREQ=WEEKLY;BYDAY=TH", "thứ Năm hằng tuần"),
        (Beat(Every.WEEK, (0, 6)), "FREQ=WEEKLY;BYDAY=MO,SU", "thứ Hai, Chủ nhật hằng tuần"),
        (Beat(Every.DAY_OF_MONTH, day=15), "FREQ=MONTHLY;BYMONTHDAY=15", "ngày 15 hằng tháng"),
        (Beat(Every.DAY_OF_MONTH, day=-1), "FREQ=MONTHLY;BYMONTHDAY=-1", "ngày cuối tháng"),
        (
            Beat(Every.WEEKDAY_OF_MONTH, (4,), place=-1),
            "FREQ=MONTHLY;BYDAY=-1FR",
            "thứ Sáu cuối cùng hằng tháng",
        ),
        (
            Beat(Every.WEEKDAY_OF_MONTH, (5,), place=1),
            "FREQ=MONTHLY;BYDAY=1SA",
            "thứ Bảy đầu tiên hằng tháng",
        ),
    ],
)
def test_a_rhythm_is_chosen_stored_and_said(beat: Beat, rrule: str, words: str) -> None:
    assert (beat.rrule, Beat.parse(rrule), in_words(rrule)) == (rrule, beat, words)


@pytest.mark.parametrize(
    "rrule", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY", "?"]
)
def test_a_rule_that_nobody_can_choose_is_shown_as_it_is(rrule: str) -> None:
    assert (Beat.parse(rrule), in_words(rrule)) == (None, rrule)


@pytest.mark.parametrize(
    ("media", "is_spoken", "fits"),
    [
        (["radio", "television"], False, False),
        (["radio", "television"], True, True),
        (["radio", "web"], False, True),
        (["print"], True, True),
        ([], False, True),
    ],
)
def test_only_what_is_broadcast_alone_refuses_a_written_piece(
    media: list[str], is_spoken: bool, fits: bool
) -> None:
    """A column of which nobody has said where it appears refuses nothing."""
    assert takes_kind(media, is_spoken) is fits
