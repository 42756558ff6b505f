"""JSON Feed 1.1, read back by the standard library's parser."""

import json

import pytest

from feeds.formats import json_feed
from feeds.formats.entries import Channel, Entry

pytestmark = pytest.mark.rule


def test_a_json_feed_names_itself_and_its_items(channel: Channel, story: Entry, bare: Entry) -> None:
    read = json.loads(json_feed.render(channel, [story, bare]))
    assert (read["version"], read["title"], read["feed_url"]) == (
        "https://jsonfeed.org/version/1.1",
        channel.title,
        channel.self_link,
    )
    assert [item["id"] for item in read["items"]] == [story.id, bare.id]
    assert read["items"][0]["attachments"][0]["url"] == story.enclosures[0].url
    assert [("content_html" in item) or ("content_text" in item) for item in read["items"]] == [True, True]


def test_a_synthetic_voice_is_marked_for_machines_too(channel: Channel, story: Entry) -> None:
    item = json.loads(json_feed.render(channel, [story]))["items"][0]
    assert item["attachments"][0]["_synthetic_voice"] is True


def test_the_same_input_gives_the_same_bytes(channel: Channel, story: Entry) -> None:
    assert json_feed.render(channel, [story]) == json_feed.render(channel, [story])


def test_an_empty_feed_still_has_its_items(channel: Channel) -> None:
    assert json.loads(json_feed.render(channel, []))["items"] == []
