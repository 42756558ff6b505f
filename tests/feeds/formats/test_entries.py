"""What the nouns refuse, and what they clean."""

from dataclasses import replace
from datetime import datetime

import pytest

from feeds.formats.entries import Category, Channel, Enclosure, Entry, Image, Source

pytestmark = pytest.mark.rule

NAIVE = datetime(2026, 11, 20)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("id", "https://guongsang.example/1", id="id is no tag"),
        pytest.param("link", "/cau-chuyen/1/", id="relative link"),
        pytest.param("published", NAIVE, id="published without zone"),
        pytest.param("updated", NAIVE, id="updated without zone"),
    ],
)
def test_entry_is_refused(story: Entry, field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"^(not|a moment)"):
        replace(story, **{field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("id", "", id="no id"),
        pytest.param("link", "", id="no link"),
        pytest.param("self_link", "feeds/x.rss", id="relative own address"),
        pytest.param("image_url", "/static/x.png", id="relative image"),
        pytest.param("updated", NAIVE, id="updated without zone"),
        pytest.param("language", "tiếng Việt", id="no language tag"),
    ],
)
def test_channel_is_refused(channel: Channel, field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"^(not|a moment)"):
        replace(channel, **{field: value})


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/a",
        "//a.example/",
        "ftp://a.example/",
        "https://",
        "https://a.example/câu",
        "https://a.example/a b",
    ],
)
def test_parts_are_refused_when_their_address_is_not_absolute(address: str) -> None:
    for make in (
        lambda: Image(address),
        lambda: Enclosure(address, "audio/mpeg", 1),
        lambda: Source("Sen", address),
    ):
        with pytest.raises(ValueError, match="absolute"):
            make()


def test_enclosure_is_refused_when_its_media_type_is_none() -> None:
    with pytest.raises(ValueError, match="media type"):
        Enclosure("https://a.example/a.mp3", "mp3", 1)


def test_category_is_refused_when_its_scheme_is_no_address() -> None:
    with pytest.raises(ValueError, match="absolute"):
        Category("sen", scheme="linh-vuc")


def test_entry_loses_illegal_characters_and_nothing_else(story: Entry) -> None:
    noisy = replace(
        story, title="Cầu\x00 \ud800mới\ufffe\x1b", authors=("Lê\x08 Mỹ",), summary="ế\u0301\t\n\r\x85\u200b"
    )
    assert (noisy.title, noisy.authors, noisy.summary) == ("Cầu mới", ("Lê Mỹ",), "ế\u0301\t\n\r\x85\u200b")
