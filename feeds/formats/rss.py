"""RSS 2.0 (RSS Advisory Board, 2.0.11) with atom:link, dc:creator, content:encoded and Media RSS.

RSS takes `<description>` for HTML, so our plain summaries are made HTML first. RSS has one date; the moment
of the last change travels as `atom:updated`, so that a receiver sees a correction. RSS readers expect one
`<enclosure>`: it is the entry's first, the others follow as `media:content`.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from cms.core.moments import rfc822, rfc3339
from feeds.formats.elements import Element, add
from feeds.formats.entries import Channel, Entry
from feeds.formats.generator import Document, EntryDraft, Extension
from feeds.formats.media import NAMESPACES, add_media
from feeds.formats.wording import authors_of, html_of, summary_html_of, title_of

MIME_TYPE: Final = "application/rss+xml"
ATOM: Final = "http://www.w3.org/2005/Atom"
DC: Final = "http://purl.org/dc/elements/1.1/"


def render(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as RSS 2.0 in UTF-8, entries in the order given."""
    return document(channel, entries).as_rss()


def document(channel: Channel, entries: Iterable[Entry], *more: Extension) -> Document:
    """Return the RSS document, with what `more` extensions add after ours."""
    made = Document(channel, MIME_TYPE, [_RSS, *more])
    made.feed.description(channel.subtitle if channel.subtitle.strip() else title_of(channel))
    if channel.image_url:
        made.feed.image(url=channel.image_url, title=title_of(channel), link=channel.link)
    for entry in entries:
        _fill(made.append(entry), entry, channel)
    return made


def _fill(draft: EntryDraft, entry: Entry, channel: Channel) -> None:
    draft.link(href=entry.link, rel="alternate")
    draft.description(summary_html_of(entry, channel))
    if content := html_of(entry, channel):
        draft.content(content, type="html")
    if entry.source:
        draft.source(url=entry.source.feed_link, title=entry.source.title)
    for enclosure in entry.enclosures[:1]:
        draft.enclosure(url=enclosure.url, length=enclosure.length, type=enclosure.mime_type)


def _extend_channel(channel: Channel, root: Element) -> None:
    add(root[0], "lastBuildDate", rfc822(channel.updated))


def _extend_entry(entry: Entry, channel: Channel, item: Element) -> None:
    add(item, "pubDate", rfc822(entry.published))
    add(item, f"{{{ATOM}}}updated", rfc3339(entry.updated))
    for author in authors_of(entry):
        add(item, f"{{{DC}}}creator", author)
    add_media(entry, item)


_RSS: Final = Extension("gs_rss", {"dc": DC, **NAMESPACES}, _extend_channel, _extend_entry)
