"""Somebody of each role, in a body of its kind, who exists only while the sentences are asked."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from cms.organisations.enums import Tier
from cms.organisations.models import Desk, Organisation
from cms.people.enums import Role
from cms.people.models import ROLE_LABELS, Appointment, User
from cms.people.queries import group_name

SIGNED_IN, STRANGER = "Đăng nhập, chưa có vai trò", "Chưa đăng nhập"
PRESS_ROLES = frozenset(
    {
        Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR,
        Role.EDITOR_IN_CHIEF, Role.PHOTO_DESK,
    }
)  # fmt: skip
BODY_ROLES = frozenset({Role.CLERK, Role.HEAD})
COLUMNS: list[str] = [label for _, label in ROLE_LABELS] + [SIGNED_IN, STRANGER]


class NotProvisioned(LookupError):
    """A role has no group yet; `manage.py provision` makes it."""


@dataclass(frozen=True)
class Ground:
    """The bodies in which the figures work, and one in which none of them does."""

    day: date
    body: Organisation
    other_body: Organisation
    committee: Organisation
    desk: Desk


@dataclass(frozen=True)
class Figure:
    """`user` is None for a stranger."""

    label: str
    ground: Ground
    user: User | None = field(default=None)


@contextmanager
def figures(day: date) -> Iterator[list[Figure]]:
    """They are written into the tables, so that the sentences ask what they always ask, and are gone when this ends."""
    with transaction.atomic():
        try:
            ground = _ground(day)
            people = [Figure(label, ground, _person(Role(role), ground)) for role, label in ROLE_LABELS]
            yield [*people, Figure(SIGNED_IN, ground, _somebody()), Figure(STRANGER, ground)]
        finally:
            transaction.set_rollback(True)


def _ground(day: date) -> Ground:
    body, other, committee, press = (
        Organisation.objects.create(code=uuid.uuid4().hex, name="Bảng quyền", tier=tier)
        for tier in (Tier.COMMUNE, Tier.COMMUNE, Tier.PARTY, Tier.PRESS)
    )
    return Ground(day, body, other, committee, Desk.objects.create(organisation=press, name="Bảng quyền"))


def _person(role: Role, ground: Ground) -> User:
    user = _somebody()
    try:
        user.groups.add(Group.objects.get(name=group_name(role)))
    except Group.DoesNotExist as missing:
        raise NotProvisioned(group_name(role)) from missing
    Appointment.objects.create(
        user=user, organisation=_where(role, ground), role=role, valid_from=ground.day, valid_to=ground.day
    )
    return user


def _where(role: Role, ground: Ground) -> Organisation:
    if role in PRESS_ROLES:
        return ground.desk.organisation
    return ground.body if role in BODY_ROLES else ground.committee


def _somebody() -> User:
    return User.objects.create(username=f"bang-quyen-{uuid.uuid4().hex}")
