"""Who holds a role."""

from collections.abc import Collection
from datetime import date

from cms.people.enums import Role
from cms.people.models import ROLE_LABELS, Appointment, User

Held = tuple[int, str]


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


def out_of_step(
    day: date, people: Collection[int] | None = None, once: Collection[Held] = ()
) -> tuple[set[Held], set[Held]]:
    """Who should enter and who should leave the group of a role, by the appointments of that day: (person, role).

    Only who is on record for a role, or was `once`; a group that was given without an appointment is left alone.
    """
    recorded = Appointment.objects.all() if people is None else Appointment.objects.filter(user__in=people)
    known = {*recorded.values_list("user_id", "role"), *once}
    held = set(recorded.as_of(day).values_list("user_id", "role"))
    roles = {label: str(role) for role, label in ROLE_LABELS}
    members = User.groups.through.objects.filter(
        user__in={person for person, _ in known}, group__name__in=roles
    ).values_list("user_id", "group__name")
    have = {(person, roles[name]) for person, name in members}
    return held - have, (known - held) & have
