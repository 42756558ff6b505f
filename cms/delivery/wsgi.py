"""The layer before Django: sends ready pages and public media, and lets everything else through (PEP 3333).

One `stat` decides whether the copy in memory is still the file. Threads share the copies: what they do to the
dictionaries is atomic, and two that load one file load the same bytes.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cms.core.http import http_date, not_modified
from cms.delivery.rules import (
    CACHE_CONTROL,
    SUFFIXES,
    VARY,
    content_type_of,
    encoding_for,
    etag_of,
    file_of,
    is_plain_reader,
    range_of,
)

Headers = list[tuple[str, str]]
Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

MEMORY = 64 * 1024 * 1024
CHUNK = 128 * 1024
# Names of media are never used again for other bytes; a day bounds how long a browser shows what was taken down.
MEDIA_CACHE_CONTROL = "public, max-age=86400"


@dataclass(frozen=True, slots=True)
class Copy:
    """A ready file in memory, with what is said about it."""

    seen: tuple[int, int, int]
    etag: str
    modified: datetime
    headers: Headers
    unchanged: Headers
    body: bytes


class ReadyFiles:
    """Wraps Django's application. `media` None where media lie elsewhere."""

    def __init__(
        self,
        application: Application,
        *,
        root: Path | None,
        media: Path | None,
        site_url: str,
        session_cookie: str,
        headers: dict[str, str],
    ) -> None:
        self.application = application
        self.root = f"{root}/" if root else ""
        self.media = f"{media}/" if media else ""
        self.host = urlsplit(site_url).netloc
        self.session_cookie = session_cookie
        self.public: Headers = list(headers.items())
        self.copies: dict[str, Copy] = {}
        self.held = 0

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if self.media and path.startswith("/media/") and environ["REQUEST_METHOD"] in {"GET", "HEAD"}:
            sent = self._media(path[len("/media/") :], environ, start_response)
            return sent if sent is not None else self.application(environ, start_response)
        copy = self._copy(path, environ) if self.root else None
        if copy is None:
            return self.application(environ, start_response)
        if _has_it(environ, copy):
            start_response("304 Not Modified", copy.unchanged)
            return ()
        start_response("200 OK", copy.headers)
        return (copy.body,) if environ["REQUEST_METHOD"] == "GET" else ()

    def _copy(self, path: str, environ: Environ) -> Copy | None:
        """What lies ready for this reader, from memory while the file is the same."""
        if environ.get("HTTP_HOST") != self.host or not is_plain_reader(
            environ["REQUEST_METHOD"],
            environ.get("QUERY_STRING", ""),
            environ.get("HTTP_COOKIE", ""),
            self.session_cookie,
        ):
            return None
        coding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        key = path + SUFFIXES[coding]
        known = self.copies.get(key)
        file = file_of(path) if known is None else _file_known(path)
        if not file:
            return None
        name = f"{self.root}{file}{SUFFIXES[coding]}"
        try:
            found = os.stat(name)
        except OSError:
            if known is not None:
                self._forget(key)
            return None
        if known is not None and known.seen == (found.st_mtime_ns, found.st_ino, found.st_size):
            return known
        return self._load(key, name, file, coding)

    def _load(self, key: str, name: str, file: str, coding: str) -> Copy | None:
        try:
            with open(name, "rb") as opened:
                found, body = os.fstat(opened.fileno()), opened.read()
        except OSError:
            return None
        copy = self._described(found, body, content_type_of(file), coding)
        self._forget(key)
        self._remember(key, copy)
        return copy

    def _described(self, found: os.stat_result, body: bytes, content_type: str, coding: str) -> Copy:
        modified = datetime.fromtimestamp(int(found.st_mtime), UTC)
        etag = etag_of(int(found.st_mtime), len(body))
        validators = [
            ("ETag", etag),
            ("Last-Modified", http_date(modified)),
            ("Cache-Control", CACHE_CONTROL),
        ]
        validators += [("Vary", VARY), *self.public]
        about = [("Content-Type", content_type), ("Content-Length", str(len(body)))]
        about += [("Content-Encoding", coding)] if coding else []
        seen = (found.st_mtime_ns, found.st_ino, found.st_size)
        return Copy(seen, etag, modified, [*about, *validators], validators, body)

    def _remember(self, key: str, copy: Copy) -> None:
        self.copies[key] = copy
        self.held += len(copy.body)
        while self.held > MEMORY and len(self.copies) > 1:
            self._forget(next(iter(self.copies)))

    def _forget(self, key: str) -> None:
        gone = self.copies.pop(key, None)
        if gone is not None:
            self.held -= len(gone.body)

    def _media(
        self, rest: str, environ: Environ, start_response: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        """A public file, whole or the range that players ask for; None for what is no file of the folder."""
        name = os.path.normpath(f"{self.media}{rest}")
        if not name.startswith(self.media) or "\0" in rest or not os.path.isfile(name):
            return None
        opened = open(name, "rb")  # noqa: SIM115  # closed by whoever sends it
        found = os.fstat(opened.fileno())
        modified = datetime.fromtimestamp(int(found.st_mtime), UTC)
        etag = etag_of(int(found.st_mtime), found.st_size)
        headers = [("ETag", etag), ("Last-Modified", http_date(modified)), ("Accept-Ranges", "bytes")]
        headers += [("Cache-Control", MEDIA_CACHE_CONTROL), *self.public]
        if not_modified(
            environ.get("HTTP_IF_NONE_MATCH"), environ.get("HTTP_IF_MODIFIED_SINCE"), etag, modified
        ):
            opened.close()
            start_response("304 Not Modified", headers)
            return ()
        try:
            wanted = _wanted_range(environ, found.st_size, etag)
        except ValueError:
            opened.close()
            start_response(
                "416 Range Not Satisfiable", [*headers, ("Content-Range", f"bytes */{found.st_size}")]
            )
            return ()
        first, last = wanted or (0, found.st_size - 1)
        headers += [("Content-Type", _media_type(name)), ("Content-Length", str(last - first + 1))]
        if wanted:
            headers.append(("Content-Range", f"bytes {first}-{last}/{found.st_size}"))
        start_response("206 Partial Content" if wanted else "200 OK", headers)
        if environ["REQUEST_METHOD"] == "HEAD":
            opened.close()
            return ()
        return _chunks(opened, first, last)


def _has_it(environ: Environ, copy: Copy) -> bool:
    names, since = environ.get("HTTP_IF_NONE_MATCH"), environ.get("HTTP_IF_MODIFIED_SINCE")
    if names is None and since is None:
        return False
    return names == copy.etag or not_modified(names, since, copy.etag, copy.modified)


def _file_known(path: str) -> str:
    """As `file_of`, for a path that it has accepted before."""
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]


def _wanted_range(environ: Environ, size: int, etag: str) -> tuple[int, int] | None:
    asked = environ.get("HTTP_RANGE")
    if asked is None or environ.get("HTTP_IF_RANGE", etag) != etag:
        return None
    return range_of(asked, size)


def _media_type(name: str) -> str:
    return guess_type(name)[0] or "application/octet-stream"


def _chunks(opened: Any, first: int, last: int) -> Iterator[bytes]:
    with opened:
        opened.seek(first)
        left = last - first + 1
        while left > 0 and (data := opened.read(min(CHUNK, left))):
            left -= len(data)
            yield data
