"""Pages behind a secret address leave no trace: not in caches, not at other sites, not in search, not in our log."""

import logging
import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
Door = Callable[..., HttpResponse]


def secret_page(door: Door) -> Door:
    """Answers, refusals too, with the headers of a secret page.

    A form on such a page reaches only doors that are `csrf_exempt`: without a referrer browsers send `Origin: null`.
    There the secret itself is what nobody else could have sent; a visitor's sign-in must open nothing.
    """

    @wraps(door)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = door(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return kept


class HideSecrets(logging.Filter):
    """Django logs the address of whatever it refuses; what follows one of these prefixes is left out of it."""

    def __init__(self, prefixes: Sequence[str]) -> None:
        super().__init__()
        self._secret = re.compile(f"({'|'.join(map(re.escape, prefixes))})[^/\\s?'\"]+")

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = self._without(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(self._without(value) for value in record.args)
        return True

    def _without(self, value: Any) -> Any:
        return self._secret.sub(r"\1…", value) if isinstance(value, str) else value
