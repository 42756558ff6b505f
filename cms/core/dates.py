"""Dates, durations and numbers in Vietnamese words, for offices and for the newsroom."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
"""By `date.weekday()`: the week starts on Monday. Capitals as in Decree 30/2020, Annex II."""


def office_date(day: date, place: str | None = None) -> str:
    """As administrative documents have it (Decree 30/2020, Annex I): "Đồng Tháp, ngày 05 tháng 01 năm 2026".

    A zero stands before days under 10 and before months 1 and 2 only: "ngày 21 tháng 3".
    """
    in_full = f"ngày {_office_day(day)} tháng {_office_month(day)} năm {day.year}"
    return f"{place}, {in_full}" if place else in_full


def period(first: date, last: date) -> str:
    """Both days included, in the office's form: "từ ngày 05 đến ngày 20 tháng 01 năm 2026".

    The month or year is said once where both days share it; a single day is "ngày …".
    Raises ValueError when `last` lies before `first`.
    """
    if last < first:
        raise ValueError(f"A period cannot end before it begins: {first} – {last}")
    if first == last:
        return office_date(first)
    return f"từ {_beginning(first, last)} đến {office_date(last)}"


def screen_date(day: date) -> str:
    """For tables and screens, dd/mm/yyyy: "05/01/2026"."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def news_date(day: date) -> str:
    """As newspapers print it, d/m/yyyy: "5/1/2026", "21/11/2026"."""
    return f"{news_day(day)}/{day.year}"


def news_day(day: date) -> str:
    """Within the current year: "5/1"."""
    return f"{day.day}/{day.month}"


def weekday_date(day: date) -> str:
    """For programmes and invitations: "Thứ Bảy, 21/11/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {news_date(day)}"


def weekday_screen_date(day: date) -> str:
    """On the screens of the house, where every date is dd/mm/yyyy: "Thứ Hai, 05/01/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {screen_date(day)}"


def duration_text(seconds: int) -> str:
    """As in a rundown: "4 phút 30 giây" for 270, "1 giờ 5 giây" for 3605, "0 giây" for 0.

    Raises ValueError below 0.
    """
    if seconds < 0:
        raise ValueError(f"A duration cannot be negative: {seconds} seconds")
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    parts = ((hour, "giờ"), (minute, "phút"), (second, "giây"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 giây"


def number_text(number: int | float | Decimal, places: int | None = None) -> str:
    """With points between thousands and a decimal comma: "1.234,5".

    `places` rounds half up to that many decimals and keeps the zeros ("1.234,50"); without it the number
    keeps the decimals that it has. Raises ValueError for infinities and NaN.
    """
    exact = Decimal(str(number))
    if not exact.is_finite():
        raise ValueError(f"Not a number that can be written: {number}")
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


def _office_day(day: date) -> str:
    return f"{day.day:02}"


def _office_month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def _beginning(first: date, last: date) -> str:
    if first.year != last.year:
        return office_date(first)
    if first.month != last.month:
        return f"ngày {_office_day(first)} tháng {_office_month(first)}"
    return f"ngày {_office_day(first)}"
