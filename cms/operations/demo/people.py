"""One sample user a role, with a password that is printed once and kept nowhere."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import Group
from django.db import transaction

from cms.core.sorting import person_key
from cms.organisations.models import Organisation
from cms.people.actions import appoint
from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.people.queries import group_name

SAMPLES: dict[Role, tuple[str, str, str]] = {
    Role.CLERK: ("canbo", "Lê Thị Bích Ngân", ""),
    Role.HEAD: ("thutruong", "Phan Văn Thới", ""),
    Role.STANDING_OFFICE: ("thuongtruc", "Đặng Hoàng Vũ", ""),
    Role.COUNCIL_MEMBER: ("hoidong", "Huỳnh Kim Phượng", ""),
    Role.PROPAGANDA: ("tuyengiao", "Trương Công Định", ""),
    Role.JOURNALIST: ("phongvien", "Nguyễn Minh Tâm", "Minh Tâm"),
    Role.CONTRIBUTOR: ("congtac", "Võ Thị Út Hiền", "Út Hiền"),
    Role.DESK_EDITOR: ("bientap", "Bùi Thanh Thúy", ""),
    Role.RADIO_EDITOR: ("phatthanh", "Ngô Quốc Bảo", ""),
    Role.MANAGING_EDITOR: ("thuky", "Cao Thị Mỹ Hạnh", ""),
    Role.EDITOR_IN_CHIEF: ("tongbientap", "Đinh Văn Lâm", ""),
    Role.PHOTO_DESK: ("bananh", "Tô Hoài Nam", ""),
    Role.ADMINISTRATOR: ("quantri", "Lý Gia Huy", ""),
}
PRESS = "bao-va-phat-thanh-truyen-hinh-dong-thap"
COMMUNE = "ubnd-xa-thap-muoi"
BODIES: dict[Role, str] = {
    Role.CLERK: COMMUNE,
    Role.HEAD: COMMUNE,
    Role.STANDING_OFFICE: "so-noi-vu-dong-thap",
    Role.COUNCIL_MEMBER: "hoi-dong-tdkt-dong-thap",
    Role.PROPAGANDA: "ban-tuyen-giao-va-dan-van-dong-thap",
    Role.JOURNALIST: PRESS,
    Role.CONTRIBUTOR: PRESS,
    Role.DESK_EDITOR: PRESS,
    Role.RADIO_EDITOR: PRESS,
    Role.MANAGING_EDITOR: PRESS,
    Role.EDITOR_IN_CHIEF: PRESS,
    Role.PHOTO_DESK: PRESS,
}
SINCE = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class NewAccount:
    username: str
    role: str
    password: str


@transaction.atomic
def provide_people(*, at: datetime) -> list[NewAccount]:
    """Create the sample users that are missing; an account that stands keeps its password."""
    missing = [
        role
        for role, (username, _, _) in SAMPLES.items()
        if not User.objects.filter(username=username).exists()
    ]
    return [_create(role, at) for role in missing]


def sample_user(role: Role) -> User:
    return User.objects.get(username=SAMPLES[role][0])


def _create(role: Role, at: datetime) -> NewAccount:
    username, full_name, pen_name = SAMPLES[role]
    password = secrets.token_urlsafe(9)
    user = User.objects.create_user(
        username,
        f"{username}@mau.invalid",
        password,
        full_name=full_name,
        sort_name=person_key(full_name),
        pen_name=pen_name,
        is_superuser=role is Role.ADMINISTRATOR,
    )
    user.groups.add(Group.objects.get(name=group_name(role)))
    _appoint(user, role, at)
    return NewAccount(username, group_name(role), password)


def _appoint(user: User, role: Role, at: datetime) -> None:
    """Where the role works; an administrator belongs to no body."""
    if role in BODIES:
        body = Organisation.objects.get(code=BODIES[role])
        appoint(Appointment(user=user, organisation=body, role=role, valid_from=SINCE), by=None, at=at)
