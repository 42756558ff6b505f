"""What happens to an assignment: given, taken, given to somebody else, done, dropped."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from wagtail.models import Page

from cms.core.audit import record
from cms.notifications.actions import post
from cms.organisations.models import Desk
from cms.people.models import User
from stories.assignments.enums import AssignmentState, Priority
from stories.assignments.models import Assignment
from stories.assignments.signals import assigned
from stories.exemplars.models import Exemplar
from stories.nominations.models import HandOver
from stories.pages.models import Byline, StoryIndexPage, StoryPage, Subject

RUNNING = {AssignmentState.OPEN, AssignmentState.ACCEPTED}


class AssignmentRefused(Exception):
    """What was asked cannot be done with this assignment; the text says why and what to do."""


@transaction.atomic
def assign(
    desk: Desk,
    *,
    title: str,
    brief: str,
    exemplar: Exemplar | None,
    hand_over: HandOver | None,
    person: User | None,
    due_on: date,
    priority: Priority,
    by: User,
    at: datetime,
) -> Assignment:
    """Give a desk, and perhaps somebody in it, something to write. Raises AssignmentRefused for a day that has passed."""
    if due_on < localdate(at):
        raise AssignmentRefused("Hạn nộp phải từ hôm nay trở đi.")
    assignment = Assignment.objects.create(
        desk=desk,
        title=title,
        brief=brief,
        exemplar=exemplar,
        hand_over=hand_over,
        person=person,
        due_on=due_on,
        priority=priority,
        given_by=by,
        given_at=at,
    )
    record(assignment, "assignments.assign", by=by, at=at, data={"person": str(person or "")})
    return _tell(assignment, by, at)


@transaction.atomic
def reassign(
    assignment: Assignment, *, person: User | None, due_on: date, priority: Priority, by: User, at: datetime
) -> Assignment:
    """Another person, day or priority; somebody new has to take it anew."""
    assignment = _running(assignment)
    if assignment.person != person:
        assignment.state = AssignmentState.OPEN
    assignment.person, assignment.due_on, assignment.priority = person, due_on, priority
    assignment.save(update_fields=["person", "due_on", "priority", "state"])
    record(
        assignment, "assignments.reassign", by=by, at=at, data={"person": str(person or ""), "due_on": due_on}
    )
    return _tell(assignment, by, at)


@transaction.atomic
def take(assignment: Assignment, *, by: User, at: datetime) -> Assignment:
    """Somebody starts; an assignment of the whole desk becomes theirs."""
    assignment = _running(assignment)
    if assignment.person not in {None, by}:
        raise AssignmentRefused(f"Việc này đã giao cho {assignment.person}.")
    assignment.person, assignment.state = by, AssignmentState.ACCEPTED
    assignment.save(update_fields=["person", "state"])
    record(assignment, "assignments.take", by=by, at=at)
    return assignment


@transaction.atomic
def begin_story(assignment: Assignment, *, by: User, at: datetime) -> StoryPage:
    """A draft that knows already whom it is about and what is confirmed; a second press opens the same draft."""
    assignment = take(assignment, by=by, at=at)
    if assignment.page:
        return assignment.page.specific
    story = StoryPage(title=f"{assignment.title} (chưa đặt tít)"[:250], live=False, owner=by)
    story.bylines.add(Byline(pen_name=by.pen_name or str(by), user=by))
    StoryIndexPage.objects.get().add_child(instance=story)
    if assignment.exemplar:
        _lay_ground(story, assignment.exemplar)
    story.save_revision(user=by)
    assignment.page = Page.objects.get(pk=story.pk)
    assignment.save(update_fields=["page"])
    record(assignment, "assignments.begin_story", by=by, at=at, data={"page": story.pk})
    return story


@transaction.atomic
def finish(assignment: Assignment, *, page: Page | None, by: User, at: datetime) -> Assignment:
    assignment = _running(assignment)
    assignment.state, assignment.page = AssignmentState.DONE, page
    assignment.save(update_fields=["state", "page"])
    record(assignment, "assignments.finish", by=by, at=at, data={"page": page and page.pk})
    return assignment


@transaction.atomic
def drop(assignment: Assignment, *, reason: str, by: User, at: datetime) -> Assignment:
    """Nobody will write it. Raises AssignmentRefused without a reason."""
    if not reason.strip():
        raise AssignmentRefused("Hãy ghi lý do thôi không làm.")
    assignment = _running(assignment)
    assignment.state, assignment.reason = AssignmentState.DROPPED, reason.strip()
    assignment.save(update_fields=["state", "reason"])
    record(assignment, "assignments.drop", by=by, at=at, data={"reason": assignment.reason})
    return assignment


def _lay_ground(story: StoryPage, exemplar: Exemplar) -> None:
    story.subjects.add(Subject(exemplar=exemplar))
    story.claims.set(exemplar.claims.confirmed())
    story.sectors.set(exemplar.sectors.all())
    story.localities.set([exemplar.locality])


def _running(assignment: Assignment) -> Assignment:
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("person", "exemplar", "page")
        .get(pk=assignment.pk)
    )
    if assignment.state not in RUNNING:
        raise AssignmentRefused(f"Việc này đã kết thúc: {assignment.get_state_display().lower()}.")
    return assignment


def _tell(assignment: Assignment, by: User, at: datetime) -> Assignment:
    if assignment.person and assignment.person != by:
        key = f"assignment.given:{assignment.pk}:{at.isoformat()}"
        post("assignment.given", key=key, payload={"assignment": assignment.pk}, at=at)
    assigned.send(sender=Assignment, assignment=assignment, by=by, at=at)
    return assignment
