"""Where pieces stand on their road, and which step waits for whom."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.timezone import make_aware
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.models import get_default_page_content_type as page_type

from cms.people.models import User
from cms.workflow.models import ReleaseTask, ReviewTask, Step, VerificationTask

KINDS: tuple[type[Step], ...] = (ReviewTask, VerificationTask, ReleaseTask)


def waiting_step(page: Page) -> ReleaseTask | None:
    """The step at which an approved piece waits for its hour; None anywhere else on the road."""
    step = page.current_workflow_task
    return step if isinstance(step, ReleaseTask) else None


def on_the_road() -> QuerySet[WorkflowState]:
    """Pieces in the workflow; `page_id` is the piece's key as a number."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, base_content_type=page_type()
    )
    return states.annotate(page_id=Cast("object_id", IntegerField()))


def approved() -> QuerySet[WorkflowState]:
    """Those that passed every step but the release."""
    return on_the_road().filter(current_task_state__task__in=ReleaseTask.objects.values("task_ptr_id"))


def steps_of(user: User, kinds: Iterable[type[Step]] = KINDS) -> list[Step]:
    """The steps among whose people the user is: a query a kind."""
    if not user.is_active:
        return []
    steps = [kind.objects.filter(active=True) for kind in kinds]
    mine = steps if user.is_superuser else [kind.filter(groups__user=user).distinct() for kind in steps]
    return [step for kind in mine for step in kind]


def waiting_for(
    user: User, kinds: Iterable[type[Step]] = (ReviewTask, VerificationTask)
) -> QuerySet[TaskState]:
    """Pieces at a step of the user's, the longest waiting first; never the own work, which others must read."""
    running = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=steps_of(user, kinds))
    theirs = running.exclude(revision__user=user).exclude(workflow_state__requested_by=user)
    return (
        theirs.select_related("task", "revision__user")
        .defer("revision__content")
        .order_by("started_at", "pk")
    )


def overdue_for(user: User, day: date) -> QuerySet[TaskState]:
    """Those of them whose days are over."""
    steps = steps_of(user, (ReviewTask, VerificationTask))
    late = Q(pk__in=[])
    for step in steps:
        last = make_aware(datetime.combine(day - timedelta(days=step.days_allowed), time.min))
        late |= Q(task=step.pk, started_at__lt=last)
    return waiting_for(user).filter(late)


def sent_back_to(user: User) -> QuerySet[WorkflowState]:
    """The user's pieces that a step returned to be mended."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user, base_content_type=page_type()
    )
    return (
        states.select_related("current_task_state__revision")
        .defer("current_task_state__revision__content")
        .order_by("current_task_state__finished_at", "pk")
    )
