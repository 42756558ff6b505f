"""tag: URIs against the grammar of RFC 4151."""

from datetime import UTC, date, datetime

import pytest

from feeds.formats.tag_uri import require_tag_uri, tag_uri

pytestmark = pytest.mark.rule

DAY = date(2026, 1, 9)


@pytest.mark.parametrize(
    ("authority", "day", "specific", "uri"),
    [
        pytest.param(
            "dongthap.example",
            DAY,
            "cau-chuyen/12",
            "tag:dongthap.example,2026-01-09:cau-chuyen/12",
            id="domain",
        ),
        pytest.param("a@b.example", DAY, "x", "tag:a@b.example,2026-01-09:x", id="mail address"),
        pytest.param("x", DAY, "a%20b?c=d", "tag:x,2026-01-09:a%20b?c=d", id="escapes and query"),
        pytest.param(
            "x", datetime(2026, 1, 9, 23, tzinfo=UTC), "a", "tag:x,2026-01-09:a", id="moment as day"
        ),
    ],
)
def test_tag_uri_is_built(authority: str, day: date, specific: str, uri: str) -> None:
    assert tag_uri(authority, day, specific) == uri
    require_tag_uri(uri)


@pytest.mark.parametrize(
    ("authority", "specific"),
    [
        pytest.param("", "a", id="no authority"),
        pytest.param("Dongthap.example", "a", id="capital"),
        pytest.param("-a.example", "a", id="label begins with a hyphen"),
        pytest.param("a..example", "a", id="empty label"),
        pytest.param("đồngtháp.vn", "a", id="not ASCII"),
        pytest.param("a.example:8000", "a", id="port"),
        pytest.param("a.example", "", id="nothing specific"),
        pytest.param("a.example", "câu", id="letter outside URIs"),
        pytest.param("a.example", "a b", id="space"),
        pytest.param("a.example", "a#b", id="fragment"),
        pytest.param("a.example", "a%2", id="half an escape"),
        pytest.param("a.example", "a\n", id="line end"),
    ],
)
def test_tag_uri_is_refused(authority: str, specific: str) -> None:
    with pytest.raises(ValueError, match="not "):
        tag_uri(authority, DAY, specific)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tag:timothy@hpl.hp.com,2001:web/externalHome", id="year only"),
        pytest.param("tag:my-ids.com,2001-09:a", id="month"),
    ],
)
def test_tag_uri_of_others_is_accepted_when_its_day_is_short(text: str) -> None:
    require_tag_uri(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tag:",
        "urn:uuid:1",
        "https://a.example/",
        "tag:a.example:x",
        "tag:a.example,2026-13:x",
        "tag:a,26:x",
    ],
)
def test_tag_uri_is_required(text: str) -> None:
    with pytest.raises(ValueError, match="not a tag: URI"):
        require_tag_uri(text)
