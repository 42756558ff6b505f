"""The subscription list."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from lxml import etree

from feeds.formats import opml
from feeds.formats.opml import Subscription

pytestmark = pytest.mark.rule

MOMENT = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
SITE = "https://guongsang.example"
STORIES = Subscription("Câu chuyện & việc tốt", f"{SITE}/feeds/stories.atom", f"{SITE}/cau-chuyen/")
PROGRAMME = Subscription(
    "Hương sen", f"{SITE}/feeds/programmes/huong-sen.rss", f"{SITE}/phat-thanh/huong-sen/"
)


def test_opml_is_the_golden_file(golden: Callable[[str], bytes]) -> None:
    assert opml.render("Gương Sáng", [STORIES, PROGRAMME], updated=MOMENT) == golden("feeds.opml.xml")


def test_opml_lists_every_feed_in_the_order_given() -> None:
    root = etree.fromstring(opml.render("Gương Sáng", [PROGRAMME, STORIES], updated=MOMENT))
    assert [dict(outline.attrib) for outline in root.findall("body/outline")] == [
        {
            "type": "rss",
            "text": subscription.title,
            "title": subscription.title,
            "xmlUrl": subscription.feed_link,
            "htmlUrl": subscription.link,
            "language": "vi",
        }
        for subscription in (PROGRAMME, STORIES)
    ]


def test_opml_survives_a_control_character_in_a_title() -> None:
    noisy = Subscription("Sen\x00 hồng", STORIES.feed_link, STORIES.link)
    root = etree.fromstring(opml.render("Gương\x1b Sáng", [noisy], updated=MOMENT))
    assert (root.findtext("head/title"), root.find("body/outline").get("text")) == ("Gương Sáng", "Sen hồng")


def test_opml_subscription_is_refused_when_its_address_is_relative() -> None:
    with pytest.raises(ValueError, match="absolute"):
        Subscription("Sen", "/feeds/stories.atom", STORIES.link)
