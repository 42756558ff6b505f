"""HTML from outside made safe, and HTML made plain."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from itertools import accumulate

import nh3
from bleach.linkifier import Linker

from cms.core.text import normalise


class TooLong(ValueError):
    """The text is longer than its door allows. Nothing is cut off: whoever typed it keeps all of it."""


@dataclass(frozen=True, eq=False)
class Markup:
    """What may stay (tags, attributes by tag), the `rel` of links, whether bare addresses become links."""

    tags: frozenset[str]
    attributes: Mapping[str, frozenset[str]]
    link_rel: str
    links_addresses: bool = False


_TEXT = "p br strong em b i ul ol li blockquote a"
_EDITORIAL = "h2 h3 h4 hr figure figcaption img aside section sup sub cite q time abbr dl dt dd"
_TABLE = "table caption thead tbody tr th td"

LETTER = Markup(
    frozenset(_TEXT.split()),
    {"a": frozenset({"href"})},
    link_rel="nofollow ugc noopener noreferrer",
    links_addresses=True,
)
"""Letters and whatever else the public sends: paragraphs, lists, links; no pictures."""

FEED = Markup(
    frozenset(f"{_TEXT} {_EDITORIAL} {_TABLE}".split()),
    {
        "a": frozenset({"href", "title"}),
        "img": frozenset({"src", "alt", "width", "height"}),
        "time": frozenset({"datetime"}),
        "abbr": frozenset({"title"}),
        "th": frozenset({"scope", "colspan", "rowspan"}),
        "td": frozenset({"colspan", "rowspan"}),
        "*": frozenset({"lang"}),
    },
    link_rel="noopener noreferrer",
)
"""Content of feeds, ours going out and partners' coming in: the editorial elements of a story."""

_URL_SCHEMES = {"http", "https", "mailto", "tel"}
_TAG = re.compile(r"<(/?)(?!br\b)[a-z]")
_DEEPEST_LINKED = 50
# bleach's own pattern also links "Xong.Ai biết?", a full stop without its space: .ai is a domain.
_ADDRESS = re.compile(r"\(*\b(?:https?://|www\.)[^\s<>\"{}|\\^`]+", re.IGNORECASE)

_SECTIONS = "address article aside div figcaption figure footer form header main nav section"
_PARTS = "h1 h2 h3 h4 h5 h6 blockquote br caption dd dl dt hr li ol p pre table tr ul"
_BLOCKS = frozenset(f"{_SECTIONS} {_PARTS}".split())
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"script", "style", "template", "title"})


def clean_html(text: str, max_length: int, *, markup: Markup = LETTER) -> str:
    """HTML that is safe to store and show. `max_length` counts characters of the source.

    Length first, so that no parser sees an endless text; then nh3, bleach's linkify (LETTER only) and
    nh3 again, which has the last word because bleach gets no more security releases.
    Scripts and styles go with their content, other unknown tags leave theirs. Raises TooLong.
    """
    if len(text) > max_length:
        raise TooLong(f"{len(text)} characters where {max_length} are allowed")
    cleaner = _cleaner(markup)
    cleaned = cleaner.clean(text)
    return cleaner.clean(_with_links(cleaned)) if markup.links_addresses else cleaned


def plain_text(html: str) -> str:
    """What a reader reads: block elements on lines of their own, entities resolved, NFC, no empty lines.

    Cells of a table row are separated by a space; scripts, styles and comments are left out.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in normalise("".join(reader.pieces)).split("\n"))
    return "\n".join(line for line in lines if line)


@lru_cache
def _cleaner(markup: Markup) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=markup.tags,
        attributes=markup.attributes,
        link_rel=markup.link_rel,
        url_schemes=_URL_SCHEMES,
    )


def _with_links(cleaned: str) -> str:
    """Bare addresses become links, unless elements lie so deep that nobody wrote them by hand.

    bleach needs time by the square of the depth: 31 seconds were seen for 80 kB of nested lists.
    """
    if not _ADDRESS.search(cleaned) or _depth(cleaned) > _DEEPEST_LINKED:
        return cleaned
    # A new linker each time: its parser keeps state and is not safe between threads. No skip_tags={"a"}:
    # bleach knows links by itself, and in skipped tags it escapes "&amp;" once more.
    return Linker(url_re=_ADDRESS, callbacks=[]).linkify(cleaned)


def _depth(cleaned: str) -> int:
    """How deep elements lie in nh3's output, where every tag but br is closed."""
    return max(accumulate(-1 if slash else 1 for slash in _TAG.findall(cleaned)), default=0)


class _Reader(HTMLParser):
    """Collects text; a block's edges become line ends, white space of the source becomes spaces."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        self._edge(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._edge(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            self._unread.remove(tag)
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(" ".join(re.split(r"\s", data)))

    def _edge(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append(" ")
