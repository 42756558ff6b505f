"""Which requests ready pages answer, where they lie, and what is said about them; on plain data."""

import re
from collections.abc import Mapping
from functools import lru_cache

# Small letters, digits and hyphens, as every address of the public site has them; a name with a dot is a feed's.
# Nothing here can climb out of the folder, meet a compressed twin or name `index.html` itself.
_FOLDER = re.compile(r"/(?:[a-z0-9][a-z0-9-]*/)*")
_FEED = re.compile(r"/(?:[a-z0-9][a-z0-9-]*/)*[A-Za-z0-9][A-Za-z0-9-]*\.(rss|atom|json|opml)")
LONGEST_PATH = 300

HTML = "text/html; charset=utf-8"
TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "opml": "text/x-opml; charset=utf-8",
}
# Receivers ask each time and get a 304 that costs nothing; so nobody shows what was changed or recalled since.
CACHE_CONTROL = "public, no-cache"
VARY = "Accept-Encoding"
BROTLI, GZIP, IDENTITY = "br", "gzip", ""
SUFFIXES = {BROTLI: ".br", GZIP: ".gz", IDENTITY: ""}


def file_of(path: str) -> str:
    """The file for an address below the folder of ready pages: `/a/` → `a/index.html`; "" for an address without one."""
    if len(path) > LONGEST_PATH:
        return ""
    if _FOLDER.fullmatch(path):
        return f"{path[1:]}index.html"
    return path[1:] if _FEED.fullmatch(path) else ""


def content_type_of(file: str) -> str:
    """What stands in a ready file, by its name."""
    return TYPES.get(file.rpartition(".")[2], HTML)


def etag_of(modified: int, size: int) -> str:
    """The entity tag that nginx gives a file: whichever of the two serves it, receivers keep what they have.

    `modified` in whole seconds since 1970, `size` in bytes of the form that is sent.
    """
    return f'"{modified:x}-{size:x}"'


def next_modified(now: float, previous: int | None) -> int:
    """A time of change that rises by whole seconds: equal size and second would look unchanged to nginx."""
    return int(now) if previous is None else max(int(now), previous + 1)


@lru_cache(maxsize=512)
def encoding_for(accepted: str) -> str:
    """The smallest form that an Accept-Encoding header allows (RFC 9110 §12.5.3): br, gzip, or "" for the plain one."""
    wanted = {name: quality for name, quality in map(_coding, accepted.lower().split(",")) if name}
    return next((coding for coding in (BROTLI, GZIP) if wanted.get(coding, 0) > 0), IDENTITY)


def _coding(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    quality = parameter.replace(" ", "").removeprefix("q=")
    try:
        return name.strip(), float(quality) if quality else 1.0
    except ValueError:
        return name.strip(), 0.0


def is_plain_reader(method: str, query: str, cookies: str, session_cookie: str) -> bool:
    """A reader whom everybody's page serves: GET or HEAD, no query string, nobody signed in."""
    return method in {"GET", "HEAD"} and not query and f"{session_cookie}=" not in cookies


def may_be_kept(status: int, headers: Mapping[str, str], file: str, expected: Mapping[str, str]) -> bool:
    """An answer that is the same for everybody: complete, of the type its name says, and no cookie in sight.

    `expected` are the headers that every public page carries; one that differs would lose its own when it is served
    from a file.
    """
    varies = {name.strip().lower() for name in headers.get("Vary", "").split(",")}
    return (
        status == 200
        and "Set-Cookie" not in headers
        and "Content-Encoding" not in headers
        and not varies & {"cookie", "*"}
        and headers.get("Content-Type") == content_type_of(file)
        and all(headers.get(name) == value for name, value in expected.items())
    )


_RANGE = re.compile(r"bytes=([0-9]{0,19})-([0-9]{0,19})")


def range_of(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte that a Range header asks for (RFC 9110 §14); None to send everything.

    Several ranges at once and what cannot be read are answered in full, as the RFC allows. Raises ValueError for a
    range that begins after the end (416).
    """
    match = _RANGE.fullmatch(header.replace(" ", ""))
    if match is None or match[1] == match[2] == "":
        return None
    if not match[1]:
        length = min(int(match[2]), size)
        first, last = size - length, size - 1
        if not length:
            raise ValueError(header)
        return first, last
    first, last = int(match[1]), min(int(match[2] or size), size - 1)
    if first >= size:
        raise ValueError(header)
    return (first, last) if first <= last else None
