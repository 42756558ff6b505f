"""A reader of the site, through the layer before Django and with none of the test client's short cuts."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cms.delivery.headers import public_headers
from cms.delivery.wsgi import ReadyFiles


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    was_ready: bool

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Reader:
    """`asked` counts what reached Django."""

    layer: ReadyFiles
    asked: list[str]

    @classmethod
    def of(
        cls, django: Callable[..., Any], root: Path | None, settings: Any, media: Path | None = None
    ) -> "Reader":
        asked: list[str] = []

        def counted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
            asked.append(environ["PATH_INFO"])
            return django(environ, start_response)

        layer = ReadyFiles(
            counted,
            root=root,
            media=media,
            site_url=settings.SITE_URL,
            session_cookie=settings.SESSION_COOKIE_NAME,
            headers=public_headers(),
        )
        return cls(layer, asked)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """`headers` by name with underscores: `If_None_Match`."""
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SCRIPT_NAME": "",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": self.layer.host,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        said: list[Any] = []
        before = len(self.asked)
        answered = self.layer(environ, lambda status, sent, *_: said.extend([status, sent]))
        body = b"".join(answered)
        if close := getattr(answered, "close", None):
            close()
        return Answer(int(said[0][:3]), dict(said[1]), body, len(self.asked) == before)
