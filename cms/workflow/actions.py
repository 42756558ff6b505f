"""Release, and the way back when something approved was touched."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.core.audit import record
from cms.people.models import User
from cms.workflow.models import ReleaseTask
from cms.workflow.registries import failures_of
from cms.workflow.rules import Failure
from cms.workflow.signals import released, reopened


class CannotRelease(Exception):
    """Why one piece could not go out; its text is for the editors' screen."""


class NotApproved(CannotRelease):
    pass


class EditedAfterApproval(CannotRelease):
    pass


class ChecksFailed(CannotRelease):
    def __init__(self, title: str, failures: list[Failure]) -> None:
        self.failures = failures
        super().__init__(f"“{title}”: " + " ".join(failure.message for failure in failures))


class WrongRevisionLive(CannotRelease):
    pass


@transaction.atomic
def release(page: Page, *, by: User | None, at: datetime, channels: frozenset[str] | None = None) -> Revision:
    """Publish the approved revision of one piece, or raise `CannotRelease` and change nothing.

    The checks run again here, because a hold or a withdrawn consent may have come after the approval.
    """
    page = _locked(page).specific
    approved = _approved_revision(page)
    failures = failures_of(approved.as_object(), day=_local_day(at), channels=channels)
    if failures:
        raise ChecksFailed(page.title, failures)
    task_state = page.current_workflow_task_state
    # No user: Wagtail would ask the last approver for the publish permission, which no role has.
    task_state.approve(user=None)
    _assert_live(page, approved)
    _date_publication(page, at)
    record(page, "workflow.release", by=by, at=at, data={"revision": approved.pk})
    released.send(sender=type(page), page=page, revision=approved, at=at)
    return approved


@transaction.atomic
def release_or_confirm(page: Page, *, by: User | None, at: datetime, channels: frozenset[str]) -> None:
    """Release a piece; one that readers have already (its other column came first) is only checked again."""
    if not page.live or page.specific.workflow_in_progress:
        release(page, by=by, at=at, channels=channels)
        return
    failures = failures_of(page.specific, day=_local_day(at), channels=channels)
    if failures:
        raise ChecksFailed(page.title, failures)


@transaction.atomic
def reopen(page: Page, *, by: User | None, at: datetime, reason: str) -> None:
    """Make every step look again at a piece whose text or facts were touched after an approval; else do nothing."""
    workflow_state = _locked(page).current_workflow_state
    if not workflow_state or workflow_state.status != WorkflowState.STATUS_IN_PROGRESS:
        return
    approvals = workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED)
    if not approvals.exists():
        return
    approvals.update(status=TaskState.STATUS_CANCELLED)
    _restart(workflow_state, by)
    record(page, "workflow.reopen", by=by, at=at, data={"reason": reason})
    reopened.send(sender=type(page), page=page, reason=reason, by=by, at=at)


@transaction.atomic
def follow_edit(page: Page, revision: Revision, *, by: User | None, at: datetime) -> None:
    """Let the running step look at the new text, and reopen the steps that approved the old one."""
    workflow_state = _locked(page).current_workflow_state
    if not workflow_state or workflow_state.status != WorkflowState.STATUS_IN_PROGRESS:
        return
    reopen(page, by=by, at=at, reason="Bài được sửa sau khi duyệt")
    workflow_state.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).update(revision=revision)


def _locked(page: Page) -> Page:
    """The row as it is now: a release, an edit and a reopening of one piece wait for each other."""
    return Page.objects.select_for_update().get(pk=page.pk)


def _approved_revision(page: Page) -> Revision:
    task_state = page.current_workflow_task_state
    if task_state is None or not isinstance(task_state.task.specific, ReleaseTask):
        raise NotApproved(f"“{page.title}” chưa được duyệt xong.")
    if task_state.revision_id != page.latest_revision_id:
        raise EditedAfterApproval(f"“{page.title}” đã được sửa sau khi duyệt; cần duyệt lại.")
    return task_state.revision


def _assert_live(page: Page, approved: Revision) -> None:
    live = Page.objects.get(pk=page.pk)
    if not live.live or live.live_revision_id != approved.pk:
        raise WrongRevisionLive(f"“{page.title}”: bản lên trang không phải bản đã duyệt nên chưa phát hành.")


def _date_publication(page: Page, at: datetime) -> None:
    """Wagtail dates by the machine's clock; the clock is an argument here, so a caught-up hour stays true."""
    first_time = page.first_published_at is None
    Page.objects.filter(pk=page.pk).update(
        last_published_at=at, **({"first_published_at": at} if first_time else {})
    )


def _restart(workflow_state: WorkflowState, by: User | None) -> None:
    current = workflow_state.current_task_state
    TaskState.objects.filter(pk=current.pk).update(status=TaskState.STATUS_CANCELLED)
    workflow_state.current_task_state = None
    workflow_state.update(user=by, next_task=workflow_state.workflow.tasks.first())


def _local_day(at: datetime) -> date:
    return localtime(at).date()
