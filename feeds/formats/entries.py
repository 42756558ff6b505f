"""The nouns of every feed: a channel, its entries, and what hangs on an entry.

All are frozen and check themselves on creation: text loses the characters that XML forbids; a moment needs a
time zone, an address must be absolute, an id is a tag: URI, a media type and a language look like one. What
breaks one of these rules raises ValueError where it is made, so that one bad entry can be left out and never
spoils a whole feed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cms.core.moments import require_aware
from feeds.formats.characters import keep_legal_text
from feeds.formats.grammars import require_absolute, require_language, require_media_type
from feeds.formats.tag_uri import require_tag_uri

SYNTHETIC_NOTICE: Final = "Bản âm thanh dùng giọng đọc tổng hợp (AI)."


@dataclass(frozen=True, slots=True)
class Category:
    """A subject: `term` for machines, `label` for people, `scheme` the address of the list of terms."""

    term: str
    label: str = ""
    scheme: str = ""

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_absolute(*filter(None, [self.scheme]))


@dataclass(frozen=True, slots=True)
class Image:
    """The photograph of an entry, in bytes and pixels (0: not known); its credit travels with it."""

    url: str
    mime_type: str = "image/jpeg"
    length: int = 0
    width: int = 0
    height: int = 0
    caption: str = ""
    credit: str = ""

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_absolute(self.url)
        require_media_type(self.mime_type)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A recording: length in bytes, duration in seconds (0: not known); `synthetic`: a machine reads it."""

    url: str
    mime_type: str
    length: int
    duration: int = 0
    title: str = ""
    synthetic: bool = False

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_absolute(self.url)
        require_media_type(self.mime_type)


@dataclass(frozen=True, slots=True)
class Source:
    """The column that an entry belongs to, and the address of that column's own feed."""

    title: str
    feed_link: str

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_absolute(self.feed_link)


@dataclass(frozen=True, slots=True)
class Entry:
    """One story or episode.

    `summary` is plain text; `content_html` is HTML that has been cleaned already and is passed on as it is;
    `authors` are pen names; the first enclosure is the one that a reader's program plays; `correction` is
    the public correction note in plain text.
    """

    id: str
    title: str
    link: str
    published: datetime
    updated: datetime
    summary: str = ""
    content_html: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    image: Image | None = None
    enclosures: tuple[Enclosure, ...] = ()
    source: Source | None = None
    correction: str = ""

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_tag_uri(self.id)
        require_absolute(self.link)
        require_aware(self.published, self.updated)

    @property
    def is_synthetic(self) -> bool:
        return any(enclosure.synthetic for enclosure in self.enclosures)


@dataclass(frozen=True, slots=True)
class Podcast:
    """What a podcast adds to a channel; categories are names of Apple's list, in English as that list is."""

    category: str = "Society & Culture"
    subcategory: str = ""
    explicit: bool = False
    owner_name: str = ""

    def __post_init__(self) -> None:
        keep_legal_text(self)


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed as a whole: `link` is its page for people, `self_link` its own address.

    `synthetic_notice` is what readers are told wherever an entry carries a synthetic voice.
    """

    id: str
    title: str
    link: str
    self_link: str
    updated: datetime
    subtitle: str = ""
    language: str = "vi"
    rights: str = ""
    image_url: str = ""
    author_name: str = ""
    generator: str = "Gương Sáng"
    synthetic_notice: str = SYNTHETIC_NOTICE
    podcast: Podcast | None = None

    def __post_init__(self) -> None:
        keep_legal_text(self)
        require_tag_uri(self.id)
        require_absolute(self.link, self.self_link, *filter(None, [self.image_url]))
        require_language(self.language)
        require_aware(self.updated)
