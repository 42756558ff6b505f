"""Conditional requests, case by case (RFC 9110 §5.6.7, §8.8, §13)."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from cms.core.http import etag_of, http_date, not_modified, parse_http_date

pytestmark = pytest.mark.rule

MOMENT = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)
LAST = datetime(2026, 11, 20, 1, 0, 0, 999, tzinfo=UTC)
ETAG = '"a1"'
SAME, BEFORE, AFTER = (
    "Fri, 20 Nov 2026 01:00:00 GMT",
    "Fri, 20 Nov 2026 00:59:59 GMT",
    "Fri, 20 Nov 2026 01:00:01 GMT",
)


def test_etag_is_strong_and_follows_the_bytes() -> None:
    tags = [etag_of(b"sen"), etag_of(b"sen"), etag_of(b"Sen")]
    assert (tags[0] == tags[1], tags[0] == tags[2]) == (True, False)
    assert etag_of(b"") == '"e3b0c44298fc1c149afbf4c8996fb924"'


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        pytest.param(MOMENT, "Sun, 06 Nov 1994 08:49:37 GMT", id="the RFC's example"),
        pytest.param(
            datetime(2026, 1, 1, 6, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=7))),
            "Wed, 31 Dec 2025 23:59:59 GMT",
            id="Vietnam, with fractions",
        ),
    ],
)
def test_http_date_is_an_imf_fixdate(moment: datetime, text: str) -> None:
    assert http_date(moment) == text


def test_http_date_is_refused_when_there_is_no_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        http_date(MOMENT.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("Sun, 06 Nov 1994 08:49:37 GMT", MOMENT, id="IMF-fixdate"),
        pytest.param("Sunday, 06-Nov-94 08:49:37 GMT", MOMENT, id="RFC 850"),
        pytest.param("Sun Nov  6 08:49:37 1994", MOMENT, id="asctime"),
        pytest.param(" Sun, 06 Nov 1994 08:49:37 GMT\t", MOMENT, id="blanks around"),
        pytest.param("Sunday, 06-Nov-76 08:49:37 GMT", MOMENT.replace(year=2076), id="50 years ahead"),
        pytest.param(
            "Sunday, 06-Nov-77 08:49:37 GMT", MOMENT.replace(year=1977), id="51 years ahead is past"
        ),
        pytest.param("Sun, 06 Nov 1994 08:49:37 +0000", None, id="offset instead of GMT"),
        pytest.param("sun, 06 nov 1994 08:49:37 gmt", None, id="lower case"),
        pytest.param("Sun, 31 Feb 1994 08:49:37 GMT", None, id="no such day"),
        pytest.param("Sun, 06 Nov 1994 24:00:00 GMT", None, id="no such hour"),
        pytest.param("Sun, ٠٦ Nov 1994 08:49:37 GMT", None, id="other digits"),
        pytest.param("Sun, 06 Nov 1994 08:49:37 GMT, x", None, id="more than a date"),
        pytest.param("0", None, id="zero"),
        pytest.param("", None, id="empty"),
    ],
)
def test_http_date_is_parsed(text: str, moment: datetime | None) -> None:
    assert parse_http_date(text, this_year=2026) == moment


@pytest.mark.parametrize(
    ("if_none_match", "if_modified_since", "unchanged"),
    [
        pytest.param(None, None, False, id="no condition"),
        pytest.param(ETAG, None, True, id="same tag"),
        pytest.param('W/"a1"', None, True, id="weak comparison"),
        pytest.param('"a2"', None, False, id="other tag"),
        pytest.param('"A1"', None, False, id="tags know capitals"),
        pytest.param('"x", W/"y","a1"', None, True, id="list"),
        pytest.param(',, "a1" ,', None, True, id="list with empty members"),
        pytest.param('"x,\\"a1"', None, False, id="comma and backslash inside a tag"),
        pytest.param('"x, "a1", y"', None, False, id="quotes that do not pair"),
        pytest.param("*", None, True, id="star"),
        pytest.param(" * ", None, True, id="star with blanks"),
        pytest.param('*, "a2"', None, False, id="star in a list is no star"),
        pytest.param("a1", None, False, id="unquoted"),
        pytest.param('w/"a1"', None, False, id="small w"),
        pytest.param("", None, False, id="sent empty"),
        pytest.param(None, SAME, True, id="same second"),
        pytest.param(None, AFTER, True, id="later date"),
        pytest.param(None, BEFORE, False, id="earlier date"),
        pytest.param(None, "Friday, 20-Nov-26 01:00:00 GMT", True, id="RFC 850 date"),
        pytest.param(None, "yesterday", False, id="no date"),
        pytest.param('"a2"', AFTER, False, id="other tag silences the date"),
        pytest.param(ETAG, BEFORE, True, id="same tag silences the date"),
        pytest.param("", AFTER, False, id="empty tag list silences the date"),
    ],
)
def test_not_modified(if_none_match: str | None, if_modified_since: str | None, unchanged: bool) -> None:
    assert not_modified(if_none_match, if_modified_since, ETAG, LAST) is unchanged


def test_not_modified_compares_weakly_when_our_own_tag_is_weak() -> None:
    assert not_modified(ETAG, None, f"W/{ETAG}", LAST) is True
