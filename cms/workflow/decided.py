"""A decision in the editor: the step is taken, nothing is saved, and what became of the piece is said."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, TaskState

from cms.people.models import User
from cms.workflow.models import ReleaseTask

BUTTON, VERB, EXTRA = "action-workflow-action", "workflow-action-name", "workflow-action-extra-data"


def decide(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Carry out the button of a step before Wagtail does, which saves the piece first.

    To save is to edit: whoever decides would have edited last, the steps would begin anew, and the decision with its
    reason would be lost. What a reviewer really changed has been saved by itself while typing.
    """
    if BUTTON not in request.POST or not isinstance(request.user, User):
        return None
    step, state = page.current_workflow_task, page.current_workflow_task_state
    if step is None or state is None:
        return _too_late(request, page)
    try:
        step.on_action(state, request.user, request.POST.get(VERB, ""), **_told(request))
    except PermissionDenied:
        return _too_late(request, page)
    messages.success(request, _said(page, state))
    if _is_withdrawn(state):
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect(get_valid_next_url_from_request(request) or "road:waiting")


def _too_late(request: HttpRequest, page: Page) -> HttpResponse:
    """The piece has left the step, by one's own first click or another's: nothing is done, and no word is lost."""
    decided, reason = _newest_decision(page), _told(request).get("comment", "")
    if decided and decided.finished_by == request.user:
        messages.info(request, _said(page, decided))
    else:
        title = page.get_admin_display_title()
        kept = f" Lời bạn vừa ghi: “{reason}”" if reason else ""
        messages.warning(
            request, f"“{title}” không còn ở bước này, hoặc vừa thay đổi, nên chưa ghi gì. Xem lại bài.{kept}"
        )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _told(request: HttpRequest) -> dict[str, str]:
    """What Wagtail's dialog sends beside the button: the comment."""
    try:
        told = json.loads(request.POST.get(EXTRA) or "{}")
    except ValueError:
        return {}
    return {"comment": str(told.get("comment", ""))} if isinstance(told, dict) else {}


def _newest_decision(page: Page) -> TaskState | None:
    done = TaskState.objects.filter(
        workflow_state__in=page.workflow_states.all(), finished_at__isnull=False
    ).defer("revision")
    return done.select_related("task", "finished_by").order_by("-finished_at", "-pk").first()


def _is_withdrawn(decided: TaskState) -> bool:
    return decided.status != TaskState.STATUS_APPROVED and isinstance(decided.task.specific, ReleaseTask)


def _said(page: Page, decided: TaskState) -> str:
    title = page.get_admin_display_title()
    if _is_withdrawn(decided):
        return f"Đã rút “{title}” về để sửa."
    if decided.status != TaskState.STATUS_APPROVED:
        return f"Đã trả “{title}” cho người viết, kèm lý do."
    following = page.current_workflow_task
    return f"Đã duyệt “{title}”. Bài sang bước “{following}”." if following else f"Đã duyệt “{title}”."
