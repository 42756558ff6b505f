from datetime import date
from decimal import Decimal

import pytest

from cms.core.dates import (
    duration_text,
    news_date,
    news_day,
    number_text,
    office_date,
    period,
    screen_date,
    weekday_date,
    weekday_screen_date,
)

pytestmark = pytest.mark.rule


@pytest.mark.parametrize(
    ("day", "text"),
    [
        pytest.param(date(2026, 1, 5), "ngày 05 tháng 01 năm 2026", id="day-under-10-in-month-1"),
        pytest.param(date(2026, 2, 10), "ngày 10 tháng 02 năm 2026", id="day-10-in-month-2"),
        pytest.param(date(2026, 3, 9), "ngày 09 tháng 3 năm 2026", id="month-3-without-zero"),
        pytest.param(date(2026, 11, 21), "ngày 21 tháng 11 năm 2026", id="two-figures"),
    ],
)
def test_office_date_has_its_zeros_where_the_decree_wants_them(day, text):
    assert office_date(day) == text


def test_office_date_names_the_place_first():
    assert office_date(date(2026, 11, 21), "Đồng Tháp") == "Đồng Tháp, ngày 21 tháng 11 năm 2026"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        pytest.param(
            date(2025, 12, 1), date(2026, 1, 5),
            "từ ngày 01 tháng 12 năm 2025 đến ngày 05 tháng 01 năm 2026", id="over-a-new-year",
        ),
        pytest.param(
            date(2026, 1, 5), date(2026, 3, 20),
            "từ ngày 05 tháng 01 đến ngày 20 tháng 3 năm 2026", id="one-year",
        ),
        pytest.param(
            date(2026, 1, 5), date(2026, 1, 20),
            "từ ngày 05 đến ngày 20 tháng 01 năm 2026", id="one-month",
        ),
        pytest.param(date(2026, 6, 11), date(2026, 6, 11), "ngày 11 tháng 6 năm 2026", id="one-day"),
    ],
)  # fmt: skip
def test_period_says_once_what_both_days_share(first, last, text):
    assert period(first, last) == text


def test_period_is_refused_when_it_ends_before_it_begins():
    with pytest.raises(ValueError, match="2026-01-05 – 2026-01-04"):
        period(date(2026, 1, 5), date(2026, 1, 4))


def test_screen_date_has_all_its_zeros():
    assert screen_date(date(2026, 1, 5)) == "05/01/2026"


def test_news_dates_have_no_zeros():
    assert (news_date(date(2026, 1, 5)), news_day(date(2026, 1, 5))) == ("5/1/2026", "5/1")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        pytest.param(date(2026, 11, 16), "Thứ Hai, 16/11/2026", id="monday"),
        pytest.param(date(2026, 11, 17), "Thứ Ba, 17/11/2026", id="tuesday"),
        pytest.param(date(2026, 11, 18), "Thứ Tư, 18/11/2026", id="wednesday"),
        pytest.param(date(2026, 11, 19), "Thứ Năm, 19/11/2026", id="thursday"),
        pytest.param(date(2026, 11, 20), "Thứ Sáu, 20/11/2026", id="friday"),
        pytest.param(date(2026, 11, 21), "Thứ Bảy, 21/11/2026", id="saturday"),
        pytest.param(date(2026, 11, 22), "Chủ nhật, 22/11/2026", id="sunday"),
    ],
)
def test_weekday_date_names_the_day(day, text):
    assert weekday_date(day) == text


def test_on_screens_of_the_house_days_and_months_have_two_figures():
    assert weekday_screen_date(date(2026, 1, 5)) == "Thứ Hai, 05/01/2026"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        pytest.param(0, "0 giây", id="nothing"),
        pytest.param(45, "45 giây", id="seconds"),
        pytest.param(120, "2 phút", id="full-minutes"),
        pytest.param(270, "4 phút 30 giây", id="minutes-and-seconds"),
        pytest.param(3600, "1 giờ", id="full-hour"),
        pytest.param(3605, "1 giờ 5 giây", id="no-empty-minutes"),
        pytest.param(93784, "26 giờ 3 phút 4 giây", id="over-a-day"),
    ],
)
def test_duration_is_said_without_empty_parts(seconds, text):
    assert duration_text(seconds) == text


def test_duration_is_refused_when_negative():
    with pytest.raises(ValueError, match="-1 seconds"):
        duration_text(-1)


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        pytest.param(1234.5, None, "1.234,5", id="float"),
        pytest.param(0, None, "0", id="zero"),
        pytest.param(1000000, None, "1.000.000", id="millions"),
        pytest.param(-1234, None, "-1.234", id="negative"),
        pytest.param(Decimal("2.50"), None, "2,50", id="decimal-keeps-its-zeros"),
        pytest.param(1234.5, 2, "1.234,50", id="places-add-zeros"),
        pytest.param(0.125, 2, "0,13", id="half-up"),
        pytest.param(1234.5, 0, "1.235", id="no-places"),
        pytest.param(1e20, None, "100.000.000.000.000.000.000", id="no-exponent"),
    ],
)
def test_number_has_points_between_thousands_and_a_decimal_comma(number, places, text):
    assert number_text(number, places) == text


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_number_is_refused_when_it_is_none(number):
    with pytest.raises(ValueError, match="Not a number that can be written"):
        number_text(number)
