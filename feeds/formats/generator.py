"""The one module that touches feedgen (1.0.0, untyped), and what of it must be worked round.

- A new feed or entry takes *now* for its dates: every date that is printed comes from channel and entry.
- RSS dates go through `locale.setlocale`, which is global to the process and not thread-safe: feedgen's RSS
  side gets no date at all, `rss` appends them as elements.
- `link()` keeps the last address for the RSS `<link>`, so the page for people is set after the feed's own.
- Entries are put in front of one another unless told otherwise: they are appended.
- An Atom entry's links lose everything but their address: `atom` completes them.
- Generator and documentation lines advertise feedgen: ours is named, the documentation is dropped.
- Blank titles and descriptions raise errors: the formats always give words.
- `description()` is HTML in RSS and replaces the content in Atom: `rss` alone uses it, and escapes.

The formats add elements of their own through feedgen's extensions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from feedgen.ext.base import BaseExtension  # type: ignore[import-untyped]
from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from feeds.formats.elements import Element
from feeds.formats.entries import Category, Channel, Entry
from feeds.formats.wording import title_of


class FeedDraft(Protocol):
    """What the formats set on feedgen's feed."""

    def author(self, *, name: str) -> object: ...
    def description(self, description: str) -> object: ...
    def image(self, *, url: str, title: str, link: str) -> object: ...
    def subtitle(self, subtitle: str) -> object: ...
    def updated(self, updated: datetime) -> object: ...


class EntryDraft(Protocol):
    """What the formats set on feedgen's entry."""

    def author(self, *, name: str) -> object: ...
    def content(self, content: str, *, type: str) -> object: ...
    def description(self, description: str) -> object: ...
    def enclosure(self, *, url: str, length: int, type: str) -> object: ...
    def link(self, *, href: str, rel: str) -> object: ...
    def published(self, published: datetime) -> object: ...
    def source(self, *, url: str, title: str) -> object: ...
    def summary(self, summary: str) -> object: ...
    def updated(self, updated: datetime) -> object: ...


@dataclass(frozen=True, slots=True)
class Extension:
    """Elements that a format adds to those of feedgen, under prefixes of its own.

    `on_channel` gets the document's root, `on_entry` the element of one entry, both as feedgen left them.
    """

    name: str
    namespaces: Mapping[str, str]
    on_channel: Callable[[Channel, Element], None]
    on_entry: Callable[[Entry, Channel, Element], None]


class Document:
    """A feed under way: `feed` is feedgen's, filled with what all formats share."""

    def __init__(self, channel: Channel, mime_type: str, extensions: Sequence[Extension]) -> None:
        self._channel = channel
        self._extensions = extensions
        self._generator = _without_dates(FeedGenerator())
        self.feed: FeedDraft = self._generator
        self._describe(mime_type)
        for extension in extensions:
            self._register(extension)

    def append(self, entry: Entry) -> EntryDraft:
        """Add the entry after those before it, and return feedgen's entry for the format to fill."""
        draft = self._generator.add_entry(order="append")
        draft.id(entry.id)
        draft.title(title_of(entry))
        for category in entry.categories:
            draft.category(_as_feedgen(category))
        for extension in self._extensions:
            getattr(draft, extension.name).add = partial(extension.on_entry, entry, self._channel)
        added: EntryDraft = draft
        return added

    def as_rss(self) -> bytes:
        """Return the document as RSS 2.0."""
        return bytes(self._generator.rss_str(pretty=True))

    def as_atom(self) -> bytes:
        """Return the document as Atom."""
        return bytes(self._generator.atom_str(pretty=True))

    def _describe(self, mime_type: str) -> None:
        channel, feed = self._channel, self._generator
        feed.id(channel.id)
        feed.title(title_of(channel))
        feed.link(href=channel.self_link, rel="self", type=mime_type)
        feed.link(href=channel.link, rel="alternate", type="text/html")
        feed.language(channel.language)
        feed.generator(channel.generator)
        feed.rights(channel.rights)
        feed.docs("")

    def _register(self, extension: Extension) -> None:
        graft = partial(_Graft, extension.namespaces)
        self._generator.register_extension(extension.name, graft, graft)
        getattr(self._generator, extension.name).add = partial(extension.on_channel, self._channel)


class _Graft(BaseExtension):  # type: ignore[misc]
    """An `Extension` in the shape that feedgen calls; it is made before it can be told of which entry."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self._namespaces = namespaces
        self.add: Callable[[Element], None]

    def extend_ns(self) -> dict[str, str]:
        return dict(self._namespaces)

    def extend_rss(self, feed: Element) -> Element:
        self.add(feed)
        return feed

    def extend_atom(self, feed: Element) -> Element:
        self.add(feed)
        return feed


def _without_dates(generator: Any) -> Any:
    """Take back the build date *now*: feedgen has no public way, and to print it is to call setlocale."""
    generator._FeedGenerator__rss_lastBuildDate = None
    return generator


def _as_feedgen(category: Category) -> dict[str, str]:
    # feedgen takes an empty label for a label.
    optional = {"label": category.label, "scheme": category.scheme}
    return {"term": category.term} | {key: value for key, value in optional.items() if value}
