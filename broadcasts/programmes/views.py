"""How the pages of this room are shown to listeners; the list of episodes for those who make them."""

from collections.abc import Sequence
from mimetypes import guess_type
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from broadcasts.programmes import queries
from broadcasts.programmes.models import EpisodePage, ProgrammeIndexPage, ProgrammePage
from broadcasts.programmes.permissions import may_see_episodes
from cms.core.sorting import word_key
from cms.pages.queries import window
from cms.pages.registries import Shown
from cms.people.models import User
from stories.pages.queries import cards
from stories.pages.views.stories import show


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every episode at any point of its road, the latest edited first."""
    user = request.user
    if not isinstance(user, User) or not may_see_episodes(user):
        raise PermissionDenied
    rights = ProgrammeIndexPage.objects.get().permissions_for_user(user)
    programmes = ProgrammePage.objects.all() if rights.can_add_subpage() else []
    context = {
        "title": "Số phát sóng",
        "icon": "media",
        "add": [
            (
                f"Số mới của {one.title}",
                reverse("wagtailadmin_pages:add", args=["broadcasts", "episodepage", one.pk]),
            )
            for one in sorted(programmes, key=lambda one: word_key(one.title))
        ],
        "noun": "số phát sóng",
        "teaches": "Số mới hiện ở đây từ lúc còn là bản nháp. Biên tập viên phát thanh soạn số mới từ các bài đã viết; "
        "chương trình có sẵn khi chuyên mục phát thanh, truyền hình được mở.",
    }
    episodes = EpisodePage.objects.defer("transcript")
    return show(request, episodes, mine=Q(owner=user), may_change=rights.can_edit(), context=context)


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
