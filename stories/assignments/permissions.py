"""Who may do what with the work of a newsroom, in sentences."""

from datetime import date
from typing import TYPE_CHECKING

from cms.people.enums import Role
from cms.people.models import User
from cms.people.queries import bodies_of

if TYPE_CHECKING:
    from stories.assignments.models import Assignment

LEADS = (Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.DESK_EDITOR, Role.RADIO_EDITOR)
WORKS = (*LEADS, Role.JOURNALIST, Role.CONTRIBUTOR, Role.PHOTO_DESK)


def newsrooms_of(user: User, day: date) -> frozenset[int]:
    """The press bodies in which the user works today."""
    return bodies_of(user, WORKS, day) if user.is_active else frozenset()


def may_see(user: User, assignment: "Assignment", day: date) -> bool:
    return assignment.desk.organisation_id in newsrooms_of(user, day)


def leads_in(user: User, day: date) -> frozenset[int]:
    """The press bodies in which the user gives work to others today."""
    return bodies_of(user, LEADS, day) if user.is_active else frozenset()


def may_lead(user: User, assignment: "Assignment", day: date) -> bool:
    """Gives work to others and calls it off."""
    return assignment.desk.organisation_id in leads_in(user, day)


def may_work_on(user: User, assignment: "Assignment", day: date) -> bool:
    """Takes it and says that it is done: whom it was given to, or anybody of the newsroom while it is nobody's."""
    return may_see(user, assignment, day) and assignment.person_id in {None, user.pk}
