"""“Bài viết”: the newsroom's list of stories, instead of a tree of pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.people.models import User
from stories.pages import permissions
from stories.pages.listing import STANDINGS, Asked, listed
from stories.pages.models import Byline, StoryIndexPage, StoryPage


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All that the user may know of, the latest edited first; by state, words and “của tôi” when asked."""
    user = _writer(request)
    section = StoryIndexPage.objects.get()
    rights = section.permissions_for_user(user)
    bylines = Prefetch("bylines", Byline.objects.order_by("sort_order"))
    return show(
        request,
        _visible(user).defer("body").prefetch_related(bylines),
        mine=_own(user),
        may_change=rights.can_edit(),
        context={
            "title": "Bài viết",
            "icon": "doc-full",
            "add": [("Viết bài mới", reverse("stories:new"))] if rights.can_add_subpage() else [],
            "noun": "bài",
            "teaches": "Bài mới hiện ở đây từ lúc còn là bản nháp. Phóng viên mở bài từ việc được giao hoặc bằng "
            "nút “Viết bài mới”; không thấy nút thì vai trò của bạn không viết bài.",
        },
    )


@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """The editor with an empty story."""
    section = StoryIndexPage.objects.get()
    if not section.permissions_for_user(_writer(request)).can_add_subpage():
        raise PermissionDenied
    return redirect("wagtailadmin_pages:add", "stories", "storypage", section.pk)


def show(
    request: HttpRequest, pages: QuerySet[Any], *, mine: Q, may_change: bool, context: dict[str, Any]
) -> HttpResponse:
    """A list of pieces of one kind; rooms above show theirs with it."""
    asked = Asked.of(request.GET.dict())
    user: User = request.user  # type: ignore[assignment]  # the caller has let them in
    found = listed(pages, asked, user=user, mine=mine, may_change=may_change)
    older = request.GET.copy()
    older["truoc"] = found.older
    more = {
        "rows": found.rows,
        "asked": asked,
        "standings": list(STANDINGS.items()),
        "is_filtered": bool(asked.standing or asked.words or asked.is_mine),
        "older": f"?{older.urlencode()}" if found.older else "",
    }
    return TemplateResponse(request, "stories/list.html", context | more)


def _writer(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not permissions.may_see_stories(request.user):
        raise PermissionDenied
    return request.user


def _own(user: User) -> Q:
    return Q(owner=user) | Q(pk__in=Byline.objects.filter(user=user).values("page_id"))


def _visible(user: User) -> QuerySet[StoryPage]:
    stories: QuerySet[StoryPage] = StoryPage.objects.all()
    return stories if permissions.may_see_drafts(user) else stories.filter(_own(user) | Q(live=True))
