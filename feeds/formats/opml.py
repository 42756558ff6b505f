"""OPML 2.0 (spec.opml.org): one file with all of our feeds, to subscribe to them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lxml import etree

from cms.core.moments import rfc822
from feeds.formats.characters import keep_legal_text, legal
from feeds.formats.elements import Element, add, to_bytes
from feeds.formats.grammars import require_absolute, require_language

MIME_TYPE: Final = "text/x-opml"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed to subscribe to: its title, its own address and its page for people."""

    title: str
    feed_link: str
    link: str
    language: str = "vi"

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_absolute(self.feed_link, self.link)
        require_language(self.language)


def render(title: str, subscriptions: Sequence[Subscription], *, updated: datetime) -> bytes:
    """Return the subscription list in UTF-8, in the order given; `updated` needs a time zone."""
    root = etree.Element("opml", {"version": "2.0"})
    head = add(root, "head")
    add(head, "title", legal(title))
    add(head, "dateModified", rfc822(updated))
    body = add(root, "body")
    for subscription in subscriptions:
        _add_outline(subscription, body)
    return to_bytes(root)


def _add_outline(subscription: Subscription, body: Element) -> None:
    outline = add(body, "outline", "", {"type": "rss"})
    # The specification requires `text`, also when it is empty; `rss` stands for every kind of feed.
    outline.set("text", subscription.title)
    outline.set("title", subscription.title)
    outline.set("xmlUrl", subscription.feed_link)
    outline.set("htmlUrl", subscription.link)
    outline.set("language", subscription.language)
