"""Who holds a role."""

from collections.abc import Collection
from datetime import date

from cms.people.enums import Role
from cms.people.models import ROLE_LABELS, User


def group_name(role: Role) -> str:
    """The screen's word for the role; groups carry it so that Wagtail shows Vietnamese."""
    return dict(ROLE_LABELS)[role]


def addresses_of(role: Role) -> list[str]:
    """E-mail addresses of the active people of a role, those who left one."""
    people = User.objects.filter(is_active=True, groups__name=group_name(role)).exclude(email="")
    return list(people.values_list("email", flat=True))


def bodies_of(user: User, roles: Collection[Role], day: date) -> frozenset[int]:
    """Keys of the organisations in which the user holds one of the roles on that day."""
    held = user.appointments.as_of(day).filter(role__in=roles)
    return frozenset(held.values_list("organisation_id", flat=True))
