"""Keeps what a public view answered, for the next reader."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.http import http_date

from cms.delivery import rules
from cms.delivery.actions import keep
from cms.delivery.headers import public_headers
from cms.delivery.locking import take_mark
from cms.delivery.recording import Record, recording

logger = logging.getLogger(__name__)


class ReadyPagesMiddleware:
    """The outermost one, so that it sees the answer with all its headers. The layer before Django sends what is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.READY_DIR is None:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.host = settings.SITE_URL.partition("://")[2]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        file = rules.file_of(request.path_info)
        if not file or not self._is_plain(request):
            return self.get_response(request)
        try:
            mark, began = take_mark(), time.monotonic()
        except OperationalError:
            # The reader shall have the page all the same.
            return self.get_response(request)
        with recording() as record:
            response = self.get_response(request)
        if record.is_offered:
            self._keep(file, response, record, mark, time.monotonic() - began)
        return response

    def _is_plain(self, request: HttpRequest) -> bool:
        query, cookies = request.META.get("QUERY_STRING", ""), request.META.get("HTTP_COOKIE", "")
        return (
            request.method == "GET"
            and request.META.get("HTTP_HOST") == self.host
            and rules.is_plain_reader("GET", query, cookies, settings.SESSION_COOKIE_NAME)
        )

    def _keep(self, file: str, response: HttpResponseBase, record: Record, mark: str, took: float) -> None:
        """Also gives this first reader the validators that the file has, so that the next visit costs nothing."""
        if not hasattr(response, "content") or response.status_code != 200:
            return
        response.headers["Cache-Control"] = rules.CACHE_CONTROL
        for name in ("ETag", "Last-Modified"):
            response.headers.pop(name, None)
        if record.unknown:
            logger.warning("%s is not kept: nobody watches %s", file, ", ".join(sorted(record.unknown)))
            return
        if not rules.may_be_kept(response.status_code, response.headers, file, public_headers()):
            logger.warning("%s is not kept: its headers are not those of a public page", file)
            return
        modified = keep(file, response.content, tags=record.tags, mark=mark, made_in=took, at=timezone.now())
        if modified is not None:
            response.headers["ETag"] = rules.etag_of(modified, len(response.content))
            response.headers["Last-Modified"] = http_date(modified)
            response.headers["Vary"] = rules.VARY
