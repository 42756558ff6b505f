"""The Atom Syndication Format (RFC 4287), with Media RSS for credits and lengths.

feedgen builds its Atom elements without a namespace and adds `xmlns` as plain text, so elements that we
look up or add by the side of them have plain names too.
"""

from collections.abc import Sequence
from typing import Final

from cms.core.moments import utc_second
from feeds.formats.elements import Element, add, set_attributes
from feeds.formats.entries import Channel, Entry
from feeds.formats.generator import Document, EntryDraft, Extension
from feeds.formats.media import NAMESPACES, add_media
from feeds.formats.wording import author_of, authors_of, html_of, summary_of, title_of

MIME_TYPE: Final = "application/atom+xml"


def render(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as Atom in UTF-8, entries in the order given."""
    made = Document(channel, MIME_TYPE, [_ATOM])
    # RFC 4287 §4.1.1: a feed has an author unless all of its entries have one.
    made.feed.author(name=author_of(channel))
    made.feed.updated(utc_second(channel.updated))
    made.feed.subtitle(channel.subtitle)
    if channel.image_url:
        made.feed.image(url=channel.image_url, title=title_of(channel), link=channel.link)
    for entry in entries:
        _fill(made.append(entry), entry, channel)
    return made.as_atom()


def _fill(draft: EntryDraft, entry: Entry, channel: Channel) -> None:
    draft.link(href=entry.link, rel="alternate")
    draft.published(utc_second(entry.published))
    draft.updated(utc_second(entry.updated))
    if summary := summary_of(entry, channel):
        draft.summary(summary)
    if content := html_of(entry, channel):
        draft.content(content, type="html")
    for author in authors_of(entry):
        draft.author(name=author)
    if entry.source:
        draft.source(url=entry.source.feed_link, title=entry.source.title)


def _extend_channel(channel: Channel, root: Element) -> None:
    """Add nothing: feedgen's own elements say it all."""


def _extend_entry(entry: Entry, channel: Channel, element: Element) -> None:
    _complete_links(channel, element)
    for enclosure in entry.enclosures:
        _add_enclosure(element, enclosure.url, enclosure.mime_type, enclosure.length, enclosure.title)
    if image := entry.image:
        _add_enclosure(element, image.url, image.mime_type, image.length, image.caption)
    add_media(entry, element)


def _complete_links(channel: Channel, element: Element) -> None:
    for link in element.findall("link"):
        set_attributes(link, {"rel": "alternate", "type": "text/html", "hreflang": channel.language})
    for link in element.findall("source/link"):
        set_attributes(link, {"rel": "self", "type": MIME_TYPE})


def _add_enclosure(element: Element, url: str, mime_type: str, length: int, title: str) -> None:
    size = str(length) if length else ""
    attributes = {"href": url, "rel": "enclosure", "type": mime_type, "length": size, "title": title}
    add(element, "link", "", attributes)


_ATOM: Final = Extension("gs_atom", NAMESPACES, _extend_channel, _extend_entry)
