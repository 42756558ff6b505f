"""A desk that accepts a dossier has work from that moment; a piece that is handed in ends it."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from wagtail.models import WorkflowState

from cms.people.models import User
from stories.assignments.actions import assign, finish
from stories.assignments.enums import Priority
from stories.assignments.models import Assignment
from stories.nominations.models import HandOver


def open_assignment(
    sender: Any, hand_over: HandOver, person: User | None, due_on: date, by: User, at: datetime, **kwargs: Any
) -> None:
    nomination = hand_over.nomination
    assign(
        hand_over.desk,
        title=f"Viết về {nomination.exemplar or nomination}",
        brief=hand_over.brief,
        exemplar=nomination.exemplar,
        hand_over=hand_over,
        person=person,
        due_on=due_on,
        priority=Priority.NORMAL,
        by=by,
        at=at,
    )


def end_assignment(sender: Any, instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """Wagtail's `workflow_submitted`: the piece is on its road, so the writer's part is done."""
    if user is None:
        return
    for assignment in Assignment.objects.running().filter(page=instance.object_id):
        finish(assignment, page=assignment.page, by=user, at=timezone.now())
