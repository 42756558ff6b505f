"""How the pages of this room are shown to listeners."""

from collections.abc import Sequence
from mimetypes import guess_type
from typing import Any

from django.http import HttpRequest

from broadcasts.programmes import queries
from broadcasts.programmes.models import EpisodePage, ProgrammeIndexPage, ProgrammePage
from cms.pages.queries import window
from cms.pages.registries import Shown
from stories.pages.queries import cards


def programme_index(page: ProgrammeIndexPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    return Shown({"programmes": queries.programme_links()})


def programme(page: ProgrammePage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    shown = window(queries.aired_in(page), request.GET.dict())
    context = {
        "episodes": queries.lines(shown.pages, request),
        "newer_url": shown.newer_url,
        "older_url": shown.older_url,
    }
    return Shown(context)


def episode(page: EpisodePage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    programme = page.get_parent()
    context = {
        "programme": {"title": programme.title, "url": programme.get_url(request)},
        "audio": _audio(page),
        "transcript": page.transcript,
        "aired_on": queries.day_of(page),
        "cards": cards(queries.stories_of(page), request),
    }
    return Shown(context)


def _audio(page: EpisodePage) -> dict[str, Any] | None:
    if page.audio is None:
        return None
    return {
        "url": page.audio.file.url,
        "kind": guess_type(page.audio.file.name)[0] or "audio/mpeg",
        "seconds": page.duration_seconds,
        "synthetic": page.is_synthetic,
    }
