"""The words around an entry: a correction comes first, the notice of a synthetic voice last, always."""

from html import escape
from typing import Final

from feeds.formats.entries import Channel, Entry

UNTITLED: Final = "Không đề"
CORRECTION: Final = "Thông tin cải chính"


def title_of(thing: Channel | Entry) -> str:
    """Return the title, or words that say it has none: feeds may not be without."""
    return thing.title if thing.title.strip() else UNTITLED


def author_of(channel: Channel) -> str:
    """Return who speaks in this channel: its author, or else its title."""
    return channel.author_name if channel.author_name.strip() else title_of(channel)


def authors_of(entry: Entry) -> list[str]:
    """Return the pen names that say something."""
    return [name for name in entry.authors if name.strip()]


def summary_of(entry: Entry, channel: Channel) -> str:
    """Return the summary as plain text, with the notes that must travel along."""
    return "\n\n".join(_with_notes(entry, channel, entry.summary))


def summary_html_of(entry: Entry, channel: Channel) -> str:
    """Return the summary as HTML, in paragraphs only when notes travel along."""
    parts = [escape(part, quote=False) for part in _with_notes(entry, channel, entry.summary)]
    return "".join(map(_paragraph, parts)) if len(parts) > 1 else "".join(parts)


def html_of(entry: Entry, channel: Channel) -> str:
    """Return the content as HTML with the notes that must travel along; empty when there is no content."""
    if not entry.content_html:
        return ""
    before, after = _correction(entry), _notice(entry, channel)
    return (
        _paragraph(escape(before, quote=False)) + entry.content_html + _paragraph(escape(after, quote=False))
    )


def _with_notes(entry: Entry, channel: Channel, text: str) -> list[str]:
    return [part for part in (_correction(entry), text, _notice(entry, channel)) if part]


def _correction(entry: Entry) -> str:
    return f"{CORRECTION}: {entry.correction}" if entry.correction else ""


def _notice(entry: Entry, channel: Channel) -> str:
    return channel.synthetic_notice if entry.is_synthetic else ""


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>" if html else ""
