"""A podcast: RSS 2.0 with Apple's tags and those of the podcast namespace (podcastindex.org, 1.0).

An entry without a recording is no episode and is left out.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID, uuid5

from feeds.formats import rss
from feeds.formats.elements import Element, add
from feeds.formats.entries import Channel, Enclosure, Entry, Podcast
from feeds.formats.generator import Extension
from feeds.formats.wording import author_of, authors_of

MIME_TYPE: Final = rss.MIME_TYPE
ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST: Final = "https://podcastindex.org/namespace/1.0"
# The namespace from which every podcast:guid in the world is derived.
_GUID_NAMESPACE: Final = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def render(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as a podcast in UTF-8, episodes in the order given."""
    episodes = [entry for entry in entries if entry.enclosures]
    return rss.document(channel, episodes, _PODCAST).as_rss()


def _extend_channel(channel: Channel, root: Element) -> None:
    podcast, target = channel.podcast or Podcast(), root[0]
    add(target, f"{{{ITUNES}}}author", author_of(channel))
    add(target, f"{{{ITUNES}}}type", "episodic")
    add(target, f"{{{ITUNES}}}explicit", "true" if podcast.explicit else "false")
    _add_category(podcast, target)
    if channel.image_url:
        add(target, f"{{{ITUNES}}}image", "", {"href": channel.image_url})
    if podcast.owner_name:
        add(add(target, f"{{{ITUNES}}}owner"), f"{{{ITUNES}}}name", podcast.owner_name)
    add(target, f"{{{PODCAST}}}guid", _guid(channel.self_link))


def _add_category(podcast: Podcast, target: Element) -> None:
    category = add(target, f"{{{ITUNES}}}category", "", {"text": podcast.category})
    if podcast.subcategory:
        add(category, f"{{{ITUNES}}}category", "", {"text": podcast.subcategory})


def _extend_entry(entry: Entry, channel: Channel, item: Element) -> None:
    played, *others = entry.enclosures
    if played.duration:
        add(item, f"{{{ITUNES}}}duration", str(played.duration))
    if authors := ", ".join(authors_of(entry)):
        add(item, f"{{{ITUNES}}}author", authors)
    if entry.image:
        add(item, f"{{{ITUNES}}}image", "", {"href": entry.image.url})
    for enclosure in others:
        _add_alternative(enclosure, item)


def _add_alternative(enclosure: Enclosure, item: Element) -> None:
    size = str(enclosure.length) if enclosure.length else ""
    attributes = {"type": enclosure.mime_type, "length": size, "title": enclosure.title}
    other = add(item, f"{{{PODCAST}}}alternateEnclosure", "", attributes)
    add(other, f"{{{PODCAST}}}source", "", {"uri": enclosure.url})


def _guid(feed_address: str) -> str:
    """Return the podcast:guid: the UUID version 5 of the feed's address without scheme and last slashes."""
    return str(uuid5(_GUID_NAMESPACE, feed_address.partition("://")[2].rstrip("/")))


_PODCAST: Final = Extension(
    "gs_podcast", {"itunes": ITUNES, "podcast": PODCAST}, _extend_channel, _extend_entry
)
