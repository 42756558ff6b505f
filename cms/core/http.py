"""Conditional requests (RFC 9110): validators, dates, and when an answer is 304 Not Modified."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from typing import Final

from cms.core.moments import utc_second

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH: Final = "(?P<month>" + "|".join(_MONTHS) + ")"
_DAY_NAME: Final = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DAY_NAME_LONG: Final = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_TIME: Final = "(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
_FORMS: Final = (
    # IMF-fixdate, RFC 850 and asctime (RFC 9110 §5.6.7), case-sensitive as the RFC has them.
    re.compile(rf"{_DAY_NAME}, (?P<day>[0-9]{{2}}) {_MONTH} (?P<year>[0-9]{{4}}) {_TIME} GMT"),
    re.compile(rf"{_DAY_NAME_LONG}, (?P<day>[0-9]{{2}})-{_MONTH}-(?P<year>[0-9]{{2}}) {_TIME} GMT"),
    re.compile(rf"{_DAY_NAME} {_MONTH} (?P<day>[0-9]{{2}}| [0-9]) {_TIME} (?P<year>[0-9]{{4}})"),
)
_TAG: Final = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
_EMPTY_OR_TAG: Final = rf"[ \t]*(?:{_TAG})?[ \t]*"
_LIST_OF_TAGS: Final = re.compile(rf"{_EMPTY_OR_TAG}(?:,{_EMPTY_OR_TAG})*")


def etag_of(body: bytes) -> str:
    """Return a strong entity tag (RFC 9110 §8.8.3): equal bytes, equal tag; 128 bits of SHA-256, quoted."""
    return f'"{sha256(body).hexdigest()[:32]}"'


def http_date(moment: datetime) -> str:
    """Return an IMF-fixdate: `Fri, 20 Nov 2026 01:00:00 GMT`. Raises ValueError without a time zone."""
    return format_datetime(utc_second(moment), usegmt=True)


def parse_http_date(text: str, *, this_year: int) -> datetime | None:
    """Return the moment in UTC, or None when `text` is none of the three forms of RFC 9110 §5.6.7.

    `this_year` settles the two-digit years of the oldest form: never more than 50 years ahead of it.
    """
    for form in _FORMS:
        if match := form.fullmatch(text.strip(" \t")):
            return _moment(match, this_year)
    return None


def not_modified(
    if_none_match: str | None, if_modified_since: str | None, etag: str, last_modified: datetime
) -> bool:
    """Tell whether a GET or HEAD is answered with 304 (RFC 9110 §13.2.2, steps 3 and 4).

    The arguments are the header values as received, None for a header that was not sent, and the validators
    of what we would send. If-None-Match is compared weakly and, when sent, silences If-Modified-Since. What
    cannot be understood leads to the full answer, which is always right.
    """
    if if_none_match is not None:
        return _names(if_none_match, etag)
    if if_modified_since is None:
        return False
    since = parse_http_date(if_modified_since, this_year=last_modified.year)
    return since is not None and utc_second(last_modified) <= since


def _names(if_none_match: str, etag: str) -> bool:
    if if_none_match.strip(" \t") == "*":
        return True
    if not _LIST_OF_TAGS.fullmatch(if_none_match):
        return False
    return _opaque(etag) in [_opaque(tag) for tag in re.findall(_TAG, if_none_match)]


def _opaque(tag: str) -> str:
    return tag.removeprefix("W/")


def _moment(match: re.Match[str], this_year: int) -> datetime | None:
    year, month = int(match["year"]), _MONTHS.index(match["month"]) + 1
    if len(match["year"]) == 2:
        year = _full_year(year, this_year)
    clock = (int(match["hour"]), int(match["minute"]), int(match["second"]))
    try:
        return datetime(year, month, int(match["day"]), *clock, tzinfo=UTC)
    except ValueError:
        return None


def _full_year(two_digits: int, this_year: int) -> int:
    latest = this_year + 50
    return latest - (latest - two_digits) % 100
