"""What the workflow tells the home: steps that wait for somebody, pieces that came back, steps that are late."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import TaskState, WorkflowState

from cms.people.models import User
from cms.workflow import queries
from cms.workflow.registries import pile
from cms.workflow.rules import Item, Pile, due_on


def steps(user: User, at: datetime) -> Iterator[Pile]:
    if queries.steps_of(user, (queries.ReviewTask, queries.VerificationTask)):
        yield pile(
            queries.waiting_for(user),
            _step,
            label="Bài chờ bạn duyệt",
            url=reverse("road:waiting"),
            teaches="Bài đến bước của bạn thì hiện ở đây. Bài bạn tự sửa hoặc tự gửi do người khác duyệt.",
        )
    returned = pile(queries.sent_back_to(user), _returned, label="Bài được trả lại để sửa", url="")
    if returned.count:
        yield returned


def overdue(user: User, at: datetime) -> Iterator[Pile]:
    day = localdate(at)
    days = {step.pk: step.days_allowed for step in queries.steps_of(user)}

    def item(state: TaskState) -> Item:
        due = due_on(localdate(state.started_at), days[state.task_id])
        return Item(state.revision.object_str, _editor(state.revision.object_id), f"hạn {due:%d/%m/%Y}")

    yield pile(queries.overdue_for(user, day), item, label="Bài quá hạn duyệt", url=reverse("road:waiting"))


def _step(state: TaskState) -> Item:
    note = state.task.name + (f", {state.revision.user} sửa" if state.revision.user else "")
    return Item(state.revision.object_str, _editor(state.revision.object_id), note, state.started_at)


def _returned(state: WorkflowState) -> Item:
    last = state.current_task_state
    title = last.revision.object_str if last and last.revision else f"Bài {state.object_id}"
    note = f"Lý do: {last.comment}" if last and last.comment else ""
    return Item(title, _editor(state.object_id), note, last.finished_at if last else None)


def _editor(page_id: str) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])
