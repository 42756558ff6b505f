"""Atom, held against the rules of RFC 4287 and read back with feedparser."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from feeds.formats import atom
from feeds.formats.entries import Channel, Entry

pytestmark = pytest.mark.rule

NAMES = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(file=str(Path(__file__).parent / "schemas" / "atom.rng"))


def _entry(channel: Channel, entry: Entry) -> etree._Element:
    return etree.fromstring(atom.render(channel, [entry])).find("a:entry", NAMES)


def test_atom_is_the_golden_file(
    channel: Channel, story: Entry, bare: Entry, golden: Callable[[str], bytes]
) -> None:
    assert atom.render(channel, [story, bare]) == golden("stories.atom.xml")


def test_atom_is_valid(
    schema: etree.RelaxNG, channel: Channel, story: Entry, bare: Entry, episode: Entry
) -> None:
    schema.assertValid(etree.fromstring(atom.render(channel, [story, bare, episode])))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(b' rel="enclosure"', b"", id="link without rel"),
        pytest.param(b"<name>", b"<surname/><name>", id="unknown element"),
        pytest.param(b"T01:30:15+00:00", b"T01:30:15", id="date without zone"),
        pytest.param(b' term="2026"', b"", id="category without term"),
    ],
)
def test_atom_schema_refuses_what_is_wrong(
    schema: etree.RelaxNG, channel: Channel, story: Entry, right: bytes, wrong: bytes
) -> None:
    spoilt = atom.render(channel, [story]).replace(right, wrong, 1)
    assert schema.validate(etree.fromstring(spoilt)) is False


def test_atom_entry_links_keep_rel_type_and_length(channel: Channel, story: Entry) -> None:
    assert [dict(link.attrib) for link in _entry(channel, story).findall("a:link", NAMES)] == [
        {"href": story.link, "rel": "alternate", "type": "text/html", "hreflang": "vi"},
        {
            "href": story.enclosures[0].url,
            "rel": "enclosure",
            "type": "audio/mpeg",
            "length": "2880000",
            "title": "Nghe bài viết",
        },
        {"href": story.enclosures[1].url, "rel": "enclosure", "type": "audio/ogg", "length": "720000"},
        {
            "href": "https://guongsang.example/media/cau.jpg",
            "rel": "enclosure",
            "type": "image/jpeg",
            "length": "120345",
            "title": "Ông Tư Kiềm (bìa trái), xã Mỹ Quí, tháng 10/2026",
        },
    ]


def test_atom_source_is_the_feed_of_the_column(channel: Channel, story: Entry) -> None:
    source = _entry(channel, story).find("a:source", NAMES)
    assert source.findtext("a:title", namespaces=NAMES) == "Gương Người tốt, Việc tốt"
    assert [dict(link.attrib) for link in source.findall("a:link", NAMES)] == [
        {
            "href": "https://guongsang.example/feeds/columns/guong.atom",
            "rel": "self",
            "type": "application/atom+xml",
        }
    ]


def test_atom_dates_are_of_the_entry_and_in_utc(channel: Channel, story: Entry) -> None:
    root = etree.fromstring(atom.render(channel, [story]))
    assert root.findtext("a:updated", namespaces=NAMES) == "2026-11-20T01:30:15+00:00"
    assert root.findtext("a:entry/a:published", namespaces=NAMES) == "2026-11-18T23:00:00+00:00"
    assert root.findtext("a:entry/a:updated", namespaces=NAMES) == "2026-11-20T01:30:00+00:00"


def test_atom_summary_stays_plain_text(channel: Channel, bare: Entry) -> None:
    summary = _entry(channel, replace(bare, summary="cầu < 60 ngày")).find("a:summary", NAMES)
    assert (summary.text, summary.get("type", "text")) == ("cầu < 60 ngày", "text")


def test_atom_entry_has_neither_summary_nor_content_when_there_is_none(channel: Channel, bare: Entry) -> None:
    entry = _entry(channel, bare)
    assert (entry.find("a:summary", NAMES), entry.find("a:content", NAMES)) == (None, None)


def test_atom_content_is_html(channel: Channel, bare: Entry) -> None:
    content = _entry(channel, replace(bare, content_html="<p>a ]]> b</p>")).find("a:content", NAMES)
    assert (content.text, content.get("type")) == ("<p>a ]]> b</p>", "html")


@pytest.mark.parametrize(
    ("named", "author"),
    [
        pytest.param("Ban Phát thanh", "Ban Phát thanh", id="named"),
        pytest.param("  ", "Hương sen Đồng Tháp", id="blank"),
    ],
)
def test_atom_feed_always_has_an_author(channel: Channel, bare: Entry, named: str, author: str) -> None:
    root = etree.fromstring(atom.render(replace(channel, author_name=named), [bare]))
    assert [name.text for name in root.findall("a:author/a:name", NAMES)] == [author]


def test_atom_keeps_the_order_given(channel: Channel, story: Entry, bare: Entry, episode: Entry) -> None:
    given = [bare, episode, story]
    read = feedparser.parse(atom.render(channel, given))
    assert [entry.id for entry in read.entries] == [entry.id for entry in given]


def test_atom_is_read_by_feedparser_without_complaint(channel: Channel, story: Entry) -> None:
    read = feedparser.parse(atom.render(channel, [story]))
    assert (read.bozo, read.version, read.feed.id) == (False, "atom10", channel.id)
    assert (read.feed.generator, read.feed.logo) == ("Gương Sáng", channel.image_url)
    assert read.entries[0].title == story.title
    assert [author.name for author in read.entries[0].authors] == ["Lê Mỹ", "Trần Trọng Nghĩa"]
    assert [(tag.term, tag.scheme, tag.label) for tag in read.entries[0].tags] == [
        ("nong-thon-moi", "https://guongsang.example/linh-vuc/", "Nông thôn mới"),
        ("2026", None, None),
    ]
    recording = read.entries[0].enclosures[0]
    assert (recording.href, recording.length) == (story.enclosures[0].url, str(story.enclosures[0].length))
