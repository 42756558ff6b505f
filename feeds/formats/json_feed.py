"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Sequence
from typing import Any, Final

from cms.core.moments import rfc3339
from feeds.formats.entries import Channel, Enclosure, Entry
from feeds.formats.wording import authors_of, html_of, summary_of, title_of

MIME_TYPE: Final = "application/feed+json"
VERSION: Final = "https://jsonfeed.org/version/1.1"


def render(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed in UTF-8, newest first as given; the same input always gives the same bytes."""
    document = {
        "version": VERSION,
        "title": title_of(channel),
        "home_page_url": channel.link,
        "feed_url": channel.self_link,
        "description": channel.subtitle,
        "icon": channel.image_url,
        "language": channel.language,
        "authors": [{"name": channel.author_name}] if channel.author_name else [],
        "items": [_item(entry, channel) for entry in entries],
    }
    return json.dumps(_said(document), ensure_ascii=False, indent=1).encode()


def _item(entry: Entry, channel: Channel) -> dict[str, Any]:
    content = html_of(entry, channel)
    item = {
        "id": entry.id,
        "url": entry.link,
        "title": title_of(entry),
        "summary": summary_of(entry, channel),
        "content_html": content,
        # The format requires one of the two contents.
        "content_text": "" if content else summary_of(entry, channel) or title_of(entry),
        "image": entry.image.url if entry.image else "",
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "authors": [{"name": name} for name in authors_of(entry)],
        "tags": [category.label or category.term for category in entry.categories],
        "attachments": [_attachment(enclosure) for enclosure in entry.enclosures],
    }
    return _said(item)


def _attachment(enclosure: Enclosure) -> dict[str, Any]:
    return _said(
        {
            "url": enclosure.url,
            "mime_type": enclosure.mime_type,
            "title": enclosure.title,
            "size_in_bytes": enclosure.length,
            "duration_in_seconds": enclosure.duration,
            # An extension as the format allows: names with an underscore are ours.
            "_synthetic_voice": enclosure.synthetic,
        }
    )


def _said(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty; a feed without items still says so."""
    return {name: value for name, value in document.items() if value or name == "items"}
