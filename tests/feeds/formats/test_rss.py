"""RSS 2.0, read back with lxml and feedparser."""

from collections.abc import Callable
from dataclasses import replace

import feedparser
import pytest
from lxml import etree

from feeds.formats import rss
from feeds.formats.entries import Channel, Entry

pytestmark = pytest.mark.rule

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
}


def _item(channel: Channel, entry: Entry) -> etree._Element:
    return etree.fromstring(rss.render(channel, [entry])).find("channel/item")


def test_rss_is_the_golden_file(
    channel: Channel, story: Entry, bare: Entry, golden: Callable[[str], bytes]
) -> None:
    assert rss.render(channel, [story, bare]) == golden("stories.rss.xml")


def test_rss_channel_links_to_its_page_and_to_itself(channel: Channel) -> None:
    head = etree.fromstring(rss.render(channel, [])).find("channel")
    assert [link.text for link in head.findall("link")] == [channel.link]
    assert [dict(link.attrib) for link in head.findall("atom:link", NAMES)] == [
        {"href": channel.self_link, "rel": "self", "type": "application/rss+xml"}
    ]


def test_rss_channel_names_our_generator_and_no_documentation(channel: Channel) -> None:
    head = etree.fromstring(rss.render(channel, [])).find("channel")
    assert head.findtext("generator") == "Gương Sáng"
    assert head.find("docs") is None


def test_rss_channel_is_described_by_its_title_when_it_has_no_subtitle(channel: Channel) -> None:
    head = etree.fromstring(rss.render(replace(channel, subtitle=" "), [])).find("channel")
    assert head.findtext("description") == "Hương sen Đồng Tháp"


def test_rss_dates_are_of_the_entry_and_in_utc(channel: Channel, story: Entry) -> None:
    root = etree.fromstring(rss.render(channel, [story]))
    assert root.findtext("channel/lastBuildDate") == "Fri, 20 Nov 2026 01:30:15 +0000"
    assert root.findtext("channel/item/pubDate") == "Wed, 18 Nov 2026 23:00:00 +0000"
    assert root.findtext("channel/item/atom:updated", namespaces=NAMES) == "2026-11-20T01:30:00+00:00"


def test_rss_keeps_the_order_given(channel: Channel, story: Entry, bare: Entry, episode: Entry) -> None:
    given = [bare, episode, story]
    read = feedparser.parse(rss.render(channel, given))
    assert [entry.id for entry in read.entries] == [entry.id for entry in given]


def test_rss_item_names_every_author_and_no_blank_one(channel: Channel, story: Entry) -> None:
    item = _item(channel, replace(story, authors=("Lê Mỹ", " ", "Trần Trọng Nghĩa")))
    assert [node.text for node in item.findall("dc:creator", NAMES)] == ["Lê Mỹ", "Trần Trọng Nghĩa"]


def test_rss_guid_is_the_tag_and_no_link(channel: Channel, story: Entry) -> None:
    guid = _item(channel, story).find("guid")
    assert (guid.text, dict(guid.attrib)) == (story.id, {"isPermaLink": "false"})


def test_rss_description_is_html_when_the_summary_is_plain(channel: Channel, bare: Entry) -> None:
    item = _item(channel, replace(bare, summary="cầu < 60 ngày & bền"))
    assert item.findtext("description") == "cầu &lt; 60 ngày &amp; bền"


def test_rss_content_is_passed_on_as_it_is(channel: Channel, bare: Entry) -> None:
    item = _item(channel, replace(bare, summary="Tóm tắt", content_html="<p>a ]]> b &amp; c</p>"))
    assert item.findtext("content:encoded", namespaces=NAMES) == "<p>a ]]> b &amp; c</p>"


def test_rss_content_becomes_the_description_when_there_is_no_summary(channel: Channel, bare: Entry) -> None:
    item = _item(channel, replace(bare, content_html="<p>Cầu mới</p>"))
    assert item.findtext("description") == "<p>Cầu mới</p>"
    assert item.find("content:encoded", NAMES) is None


def test_rss_item_says_first_what_was_corrected_and_last_that_a_machine_reads(
    channel: Channel, story: Entry
) -> None:
    content = _item(channel, story).findtext("content:encoded", namespaces=NAMES)
    assert content == (
        "<p>Thông tin cải chính: Bài ngày 19/11/2026 viết 46 cây cầu; số đúng là 47.</p>"
        f"{story.content_html}<p>Bản âm thanh dùng giọng đọc tổng hợp (AI).</p>"
    )


def test_rss_item_has_one_enclosure_when_there_are_several(channel: Channel, story: Entry) -> None:
    item = _item(channel, story)
    assert [dict(node.attrib) for node in item.findall("enclosure")] == [
        {"url": story.enclosures[0].url, "type": "audio/mpeg", "length": "2880000"}
    ]
    assert [node.get("url") for node in item.findall("media:content", NAMES)] == [
        story.enclosures[0].url,
        story.enclosures[1].url,
        story.image.url if story.image else None,
    ]


def test_rss_is_read_by_feedparser_without_complaint(channel: Channel, story: Entry) -> None:
    read = feedparser.parse(rss.render(channel, [story]))
    assert (read.bozo, read.version, read.feed.language) == (False, "rss20", "vi")
    assert read.entries[0].title == story.title
    assert [tag.term for tag in read.entries[0].tags] == ["Nông thôn mới", "2026"]
    assert read.entries[0].source.title == "Gương Người tốt, Việc tốt"
    assert read.entries[0].media_credit[0]["content"] == "Hữu Nghĩa"
