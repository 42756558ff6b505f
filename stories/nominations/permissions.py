"""Who may do what with nominations, in sentences. A body is where somebody is appointed today, not what a group says."""

from datetime import date
from typing import TYPE_CHECKING

from cms.people.enums import Role
from cms.people.models import User
from cms.people.queries import bodies_of

if TYPE_CHECKING:
    from stories.nominations.models import HandOver, Nomination

OF_THE_BODY = (Role.CLERK, Role.HEAD)
OF_THE_COMMITTEE = (Role.PROPAGANDA,)
OF_THE_DESK = (Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.DESK_EDITOR, Role.RADIO_EDITOR)


def writes_for(user: User, day: date) -> frozenset[int]:
    """The bodies whose nominations the user writes and reads; nobody reads another body's."""
    return bodies_of(user, OF_THE_BODY, day) if user.is_active else frozenset()


def may_write(user: User, nomination: "Nomination", day: date) -> bool:
    return nomination.organisation_id in writes_for(user, day)


def signs_for(user: User, day: date) -> frozenset[int]:
    """The bodies whose accountable head the user is (P11)."""
    return bodies_of(user, (Role.HEAD,), day) if user.is_active else frozenset()


def may_sign(user: User, nomination: "Nomination", day: date) -> bool:
    return nomination.organisation_id in signs_for(user, day)


def may_receive(user: User) -> bool:
    """Works in the standing office: takes up, asks, verifies, selects, hands over."""
    return user.is_active and user.has_perm("nominations.receive_nomination")


def may_concur(user: User) -> bool:
    """Works in a committee that verifies jointly (E7)."""
    return user.is_active and user.has_perm("nominations.concur_nomination")


def speaks_for(user: User, day: date) -> frozenset[int]:
    """The committees whose opinion the user gives: those in which somebody is appointed to it today."""
    return bodies_of(user, OF_THE_COMMITTEE, day) if may_concur(user) else frozenset()


def may_see_received(user: User) -> bool:
    """Reads what the standing office has received: the office, the second committee, the Council."""
    return may_receive(user) or may_concur(user) or user.has_perm("nominations.view_nomination")


def answers_for(user: User, day: date) -> frozenset[int]:
    """The newsrooms for which the user accepts or returns dossiers."""
    return bodies_of(user, OF_THE_DESK, day) if user.is_active else frozenset()


def may_answer(user: User, hand_over: "HandOver", day: date) -> bool:
    """Leads the newsroom to which the dossier was handed."""
    return hand_over.desk.organisation_id in answers_for(user, day)


def reads_for(user: User, day: date) -> frozenset[int]:
    """The newsrooms whose handed-over dossiers the user reads: everybody who works there."""
    roles = (*OF_THE_DESK, Role.JOURNALIST, Role.PHOTO_DESK)
    return bodies_of(user, roles, day) if user.is_active else frozenset()
