"""The screens of takedowns: the list, taking a page down by hand, letting it go, and the sealed copy."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.query import PageQuerySet

from cms.pages.queries import released_pages
from cms.people.models import User
from stories.pages import permissions
from stories.pages.actions import TakedownRefused, open_sealed_copy
from stories.pages.forms import LiftForm, TakeDownForm
from stories.pages.models import Takedown

PAGE_SIZE, MOST_FOUND = 50, 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    user = _allowed(request, permissions.may_see_takedowns)
    shown = Paginator(Takedown.objects.select_related("by"), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {"takedowns": shown, "may_take_down": permissions.may_take_down(user)}
    return TemplateResponse(request, "stories/takedowns.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Looks for a published page (`?q=`, or `?bai=` from the page's own form); POST takes the chosen one down."""
    user = _allowed(request, permissions.may_take_down)
    found = _found(request)
    if request.method != "POST":
        form = TakeDownForm(offered=found, initial={"page": request.GET.get("bai")})
        return _new_page(request, form, 200)
    form = TakeDownForm(request.POST, offered=found)
    try:
        if form.is_valid():
            takedown = form.carry_out(by=user, at=timezone.now())
            messages.success(
                request, f"Đã gỡ “{takedown}”. Các bản khác của bài được gỡ trong vòng một phút."
            )
            return redirect("takedowns:takedown", takedown.pk)
    except TakedownRefused as refusal:
        form.add_error(None, str(refusal))
    return _new_page(request, form, 422)


@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows one takedown; POST lets the page go its road again, and publishes nothing."""
    user = _allowed(request, permissions.may_see_takedowns)
    subject = get_object_or_404(Takedown.objects.select_related("by", "lifted_by"), pk=pk)
    if request.method != "POST":
        return _takedown_page(request, user, subject, LiftForm(), 200)
    if not permissions.may_lift(user):
        raise PermissionDenied
    form = LiftForm(request.POST)
    try:
        if form.is_valid():
            form.carry_out(subject, by=user, at=timezone.now())
            messages.success(request, "Đã cho thôi gỡ. Bài chưa lên trang: cần duyệt và phát hành lại.")
            return redirect("takedowns:takedown", pk)
    except TakedownRefused as refusal:
        form.add_error(None, str(refusal))
    return _takedown_page(request, user, subject, form, 422)


@require_safe
def sealed_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as readers had it, for one role; each reading is logged."""
    user = _allowed(request, permissions.may_read_sealed_copy)
    subject = get_object_or_404(Takedown.objects.select_related("page", "sealed_revision"), pk=pk)
    page = open_sealed_copy(subject, by=user, at=timezone.now()).as_object()
    answer: HttpResponse = page.make_preview_request(request, page.default_preview_mode)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _allowed(request: HttpRequest, may: Callable[[User], bool]) -> User:
    if not isinstance(request.user, User) or not may(request.user):
        raise PermissionDenied
    return request.user


def _found(request: HttpRequest) -> PageQuerySet:
    """The newest published pages whose headline has these words; none before somebody asks."""
    live, asked, words = released_pages().live(), request.GET.get("bai", ""), request.GET.get("q", "").strip()
    if asked.isdigit():
        return live.filter(pk=asked)
    if not words:
        return live.none()
    named = live.filter(title__icontains=words).order_by("-first_published_at", "-pk")
    return live.filter(pk__in=list(named.values_list("pk", flat=True)[:MOST_FOUND]))


def _new_page(request: HttpRequest, form: TakeDownForm, status: int) -> HttpResponse:
    context = {"form": form, "asked": request.GET.get("q", ""), "has_asked": bool(request.GET)}
    return TemplateResponse(request, "stories/takedown_new.html", context, status=status)


def _takedown_page(
    request: HttpRequest, user: User, subject: Takedown, form: LiftForm, status: int
) -> HttpResponse:
    context = {
        "takedown": subject,
        "form": form if permissions.may_lift(user) and subject.lifted_at is None else None,
        "may_read": permissions.may_read_sealed_copy(user),
    }
    return TemplateResponse(request, "stories/takedown.html", context, status=status)
