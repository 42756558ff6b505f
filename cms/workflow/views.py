"""Pieces that wait for somebody's step; “Đăng ngay”: an approved piece goes out without waiting for a slot."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from cms.people.models import User
from cms.workflow.actions import CannotRelease, release
from cms.workflow.models import ReleaseTask
from cms.workflow.permissions import may_act_on_step
from cms.workflow.queries import steps_of, waiting_for, waiting_step
from cms.workflow.registries import failures_of, placements_of
from cms.workflow.rules import due_on

PAGE = 30


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Every piece that waits for a step of the user's, the longest waiting first."""
    user, today = request.user, timezone.localdate()
    if not isinstance(user, User) or not (steps := steps_of(user)):
        raise PermissionDenied
    allowed = {step.pk: step.days_allowed for step in steps}
    page = Paginator(waiting_for(user), PAGE).get_page(request.GET.get("p"))
    rows = [(state, due_on(timezone.localdate(state.started_at), allowed[state.task_id])) for state in page]
    return TemplateResponse(request, "workflow/waiting.html", {"rows": rows, "page": page, "today": today})


@require_http_methods(["GET", "HEAD", "POST"])
def release_now(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says what would go out and what stands in the way; POST releases. A second click finds it out already."""
    page = get_object_or_404(Page, pk=pk).specific
    user, step = request.user, waiting_step(page)
    if not isinstance(user, User) or not _may_release(user, step):
        raise PermissionDenied
    if step is None:
        messages.info(
            request, f"“{page.title}” không còn chờ phát hành: bài đã đăng hoặc đang được duyệt lại."
        )
        return redirect("wagtailadmin_pages:edit", pk)
    if request.method != "POST":
        return _confirmation(request, page)
    try:
        release(page, by=user, at=timezone.now())
    except CannotRelease as reason:
        return _confirmation(request, page, str(reason), status=422)
    messages.success(request, f"Đã đăng “{page.title}”.")
    return redirect("wagtailadmin_pages:edit", pk)


def _may_release(user: User, step: ReleaseTask | None) -> bool:
    """The people of the waiting room; also when the piece has just left it, so that a second click is answered."""
    rooms = [step] if step else ReleaseTask.objects.filter(active=True)
    return any(may_act_on_step(room, user) for room in rooms)


def _confirmation(request: HttpRequest, page: Page, refusal: str = "", status: int = 200) -> HttpResponse:
    now = timezone.now()
    context = {
        "page": page,
        "refusal": refusal,
        "failures": failures_of(page.get_latest_revision_as_object(), day=timezone.localdate(now)),
        "placements": [placement for placement in placements_of(page.pk) if placement.at > now],
    }
    return TemplateResponse(request, "workflow/release_now.html", context, status=status)
