"""The podcast feed, read back with lxml and feedparser."""

from collections.abc import Callable
from dataclasses import replace

import feedparser
import pytest
from lxml import etree

from feeds.formats import podcast
from feeds.formats.entries import Channel, Entry, Podcast

pytestmark = pytest.mark.rule

NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "iptc": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}


def _channel(channel: Channel, *entries: Entry) -> etree._Element:
    return etree.fromstring(podcast.render(channel, entries)).find("channel")


def test_podcast_is_the_golden_file(
    channel: Channel, story: Entry, episode: Entry, golden: Callable[[str], bytes]
) -> None:
    assert podcast.render(channel, [story, episode]) == golden("programme.podcast.xml")


def test_podcast_leaves_out_what_has_no_recording(channel: Channel, bare: Entry, episode: Entry) -> None:
    items = _channel(channel, bare, episode).findall("item")
    assert [item.findtext("guid") for item in items] == [episode.id]


@pytest.mark.parametrize(
    ("given", "written"),
    [pytest.param(True, "true", id="explicit"), pytest.param(False, "false", id="clean")],
)
def test_podcast_says_whether_it_is_explicit(channel: Channel, given: bool, written: str) -> None:
    head = _channel(replace(channel, podcast=Podcast(explicit=given)))
    assert head.findtext("itunes:explicit", namespaces=NAMES) == written


def test_podcast_categories_are_nested(channel: Channel) -> None:
    categories = _channel(channel).xpath(".//itunes:category/@text", namespaces=NAMES)
    assert categories == ["Society & Culture", "Documentary"]


def test_podcast_has_what_directories_require_when_it_was_told_nothing(channel: Channel) -> None:
    head = _channel(replace(channel, podcast=None, author_name="", subtitle=""))
    assert head.findtext("itunes:author", namespaces=NAMES) == "Hương sen Đồng Tháp"
    assert head.xpath("itunes:category/@text", namespaces=NAMES) == ["Society & Culture"]
    assert head.findtext("itunes:explicit", namespaces=NAMES) == "false"
    assert head.find("itunes:owner", NAMES) is None


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("https://mp3s.nashownotes.com/pc20rss.xml", id="documented"),
        pytest.param("http://mp3s.nashownotes.com/pc20rss.xml", id="other scheme"),
        pytest.param("https://mp3s.nashownotes.com/pc20rss.xml//", id="slashes at the end"),
    ],
)
def test_podcast_guid_follows_the_address_without_scheme_and_last_slashes(
    channel: Channel, address: str
) -> None:
    # The worked example of the podcast namespace's own documentation.
    known = replace(channel, self_link=address)
    assert (
        _channel(known).findtext("podcast:guid", namespaces=NAMES) == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )


def test_podcast_item_has_its_duration_in_seconds(channel: Channel, episode: Entry) -> None:
    assert _channel(channel, episode).findtext("item/itunes:duration", namespaces=NAMES) == "900"


def test_podcast_offers_the_other_recordings_as_alternatives(channel: Channel, story: Entry) -> None:
    other = _channel(channel, story).find("item/podcast:alternateEnclosure", NAMES)
    assert dict(other.attrib) == {"type": "audio/ogg", "length": "720000"}
    assert other.xpath("podcast:source/@uri", namespaces=NAMES) == [story.enclosures[1].url]


def test_podcast_marks_a_synthetic_voice_for_machines_and_for_people(
    channel: Channel, story: Entry, episode: Entry
) -> None:
    spoken, human = _channel(channel, story, episode).findall("item")
    marks = [
        item.xpath("media:content/iptc:DigitalSourceType/text()", namespaces=NAMES)
        for item in (spoken, human)
    ]
    assert marks == [["http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"], []]
    notices = [channel.synthetic_notice in (item.findtext("description") or "") for item in (spoken, human)]
    assert notices == [True, False]


def test_podcast_is_read_by_feedparser_without_complaint(channel: Channel, episode: Entry) -> None:
    read = feedparser.parse(podcast.render(channel, [episode]))
    assert (read.bozo, read.version) == (False, "rss20")
    assert read.feed.image.href == channel.image_url
    assert (read.entries[0].itunes_duration, read.entries[0].enclosures[0].type) == ("900", "audio/mpeg")
