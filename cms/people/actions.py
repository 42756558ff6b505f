"""How somebody is given a role in a body; how a secret link is opened, used and revoked."""

import secrets
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from cms.core.audit import record
from cms.people.enums import LinkState, Purpose, Role
from cms.people.limits import Limit
from cms.people.models import AccessLink, AccessLinkUse, Appointment, User
from cms.people.permissions import may_appoint
from cms.people.queries import Held, group_name, out_of_step
from cms.people.rules import digest_of

SECRET_BYTES = 24
WRONG_TRIES = Limit("links.wrong", most=20, per=timedelta(hours=1))

ENDS_TOO_EARLY = "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày."
TWICE = (
    "Người này đang giữ đúng vai trò đó ở đơn vị trong thời gian ấy. Hãy sửa phân công đã có hoặc đổi ngày."
)

NOT_YOURS = "Vai trò này do quản trị hệ thống phân công. Hãy báo quản trị hệ thống."


class AppointmentRefused(Exception):
    """What was asked cannot be recorded; the text says why and what to do, `field` where it was asked."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.field = field


UNKNOWN = {
    Purpose.PROPOSAL: "Không có mã nào như vậy. Xem lại từng chữ, từng số.",
    Purpose.READING: "Không có liên kết nào như vậy. Xin mở lại đúng liên kết đã nhận.",
}


class LinkRefused(Exception):
    """A link or code does not open; the text is for whoever holds it, `status` the HTTP status that says the same."""

    status = 410


class LinkUnknown(LinkRefused):
    status = 404


class LinkExpired(LinkRefused):
    pass


class LinkRevoked(LinkRefused):
    pass


class TooManyTries(LinkRefused):
    status = 429


@transaction.atomic
def appoint(appointment: Appointment, *, by: User | None, at: datetime) -> Appointment:
    """Save a new or changed appointment; while it runs, the person is in the role's group.

    Raises AppointmentRefused for days that do not fit, a body that is gone by then, a second one like it, or a role
    that `by` may not give or take.
    """
    before = Appointment.objects.select_for_update().filter(pk=appointment.pk).first()
    for one in filter(None, [before, appointment]):
        _require_right(one, by)
    _require_sense(appointment)
    appointment.save()
    record(appointment, "people.change_appointment" if before else "people.appoint", by=by, at=at)
    was = {(before.user_id, before.role)} if before else set()
    follow_appointments(people={appointment.user_id, *(person for person, _ in was)}, once=was, by=by, at=at)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, *, on: date, by: User | None, at: datetime) -> Appointment:
    """Let `on` be its last day; it stays on record.

    Raises AppointmentRefused for a day before it began, after the last day that it has, or a role that `by` may not take.
    """
    appointment = Appointment.objects.select_for_update().get(pk=appointment.pk)
    _require_right(appointment, by)
    if on < appointment.valid_from:
        raise AppointmentRefused(ENDS_TOO_EARLY, "valid_to")
    if appointment.valid_to and on > appointment.valid_to:
        raise AppointmentRefused(f"Phân công này đã hết ngày {appointment.valid_to:%d/%m/%Y}.", "valid_to")
    appointment.valid_to = on
    appointment.save(update_fields=["valid_to"])
    record(appointment, "people.end_appointment", by=by, at=at, data={"on": on})
    follow_appointments(people={appointment.user_id}, by=by, at=at)
    return appointment


@transaction.atomic
def follow_appointments(
    *,
    people: Collection[int] | None = None,
    once: Collection[Held] = (),
    by: User | None = None,
    at: datetime,
) -> list[str]:
    """Let everybody on record be in the groups of the roles that they hold on this day, and say what was changed.

    An appointment gives its role's group from its first day and takes it away after its last one.
    """
    enters, leaves = out_of_step(localdate(at), people, once)
    groups = {group.name: group for group in Group.objects.all()} if enters or leaves else {}
    users = User.objects.in_bulk({person for person, _ in enters | leaves})
    said = []
    for person, role in sorted(enters | leaves):
        user, group = users[person], groups.get(group_name(Role(role)))
        if group is None:
            continue
        is_in = (person, role) in enters
        (user.groups.add if is_in else user.groups.remove)(group)
        verb = "people.enter_role" if is_in else "people.leave_role"
        record(user, verb, by=by, at=at, data={"role": role})
        said.append(f"{user} {'vào' if is_in else 'ra'} vai trò {group.name}")
    return said


def _require_right(appointment: Appointment, by: User | None) -> None:
    if by is not None and not may_appoint(by, appointment.role):
        raise AppointmentRefused(NOT_YOURS, "role")


def _require_sense(appointment: Appointment) -> None:
    body = appointment.organisation
    if appointment.valid_to and appointment.valid_to < appointment.valid_from:
        raise AppointmentRefused(ENDS_TOO_EARLY, "valid_to")
    if body.valid_to and body.valid_to < appointment.valid_from:
        heir = f" Hãy chọn {body.successor}." if body.successor else " Hãy chọn cơ quan khác."
        ended = f"{body} chỉ có đến hết ngày {body.valid_to:%d/%m/%Y}."
        raise AppointmentRefused(ended + heir, "organisation")
    alike = Appointment.objects.filter(user=appointment.user, organisation=body, role=appointment.role)
    if any(_overlap(other, appointment) for other in alike.exclude(pk=appointment.pk)):
        raise AppointmentRefused(TWICE, "role")


def _overlap(one: Appointment, other: Appointment) -> bool:
    ends = [a.valid_to or date.max for a in (one, other)]
    return one.valid_from <= ends[1] and other.valid_from <= ends[0]


@transaction.atomic
def open_link(
    purpose: Purpose,
    subject: object,
    *,
    by: User | None,
    at: datetime,
    lasts: timedelta | None,
    secret: str = "",
) -> tuple[AccessLink, str]:
    """A new link to the subject (its key) and its secret, which exists only in this answer.

    A `secret` of the caller's own is for those who must be able to say the same one again; it is as random as ours.
    """
    secret = secret or secrets.token_urlsafe(SECRET_BYTES)
    link = AccessLink.objects.create(
        purpose=purpose,
        subject=str(subject),
        digest=digest_of(purpose, secret),
        created_by=by,
        created_at=at,
        expires_at=at + lasts if lasts else None,
    )
    record(link, "people.open_link", by=by, at=at)
    return link, secret


def use_link(secret: str, purpose: Purpose, *, at: datetime, what: str, address: str) -> AccessLink:
    """The link that the secret opens, with one more use in its log. Raises LinkRefused."""
    link = find_link(secret, purpose, at=at, address=address)
    _log_use(link, what, at)
    return link


def find_link(secret: str, purpose: Purpose, *, at: datetime, address: str) -> AccessLink:
    """The link that the secret would open. Raises LinkRefused.

    Only secrets that nobody was given count as wrong tries. Not to be called inside a transaction that a refusal
    rolls back: where the cache is a table, the count would roll back with it.
    """
    if WRONG_TRIES.is_spent(address, at):
        raise TooManyTries("Đã thử sai quá nhiều lần. Xin chờ một giờ rồi thử lại.")
    link = AccessLink.objects.filter(digest=digest_of(purpose, secret)).first()
    if link is None:
        WRONG_TRIES.spend(address, at)
        raise LinkUnknown(UNKNOWN[purpose])
    match link.state(at):
        case LinkState.REVOKED:
            raise LinkRevoked("Liên kết này đã được thu hồi hoặc đã thay bằng liên kết mới.")
        case LinkState.EXPIRED:
            raise LinkExpired("Liên kết này đã hết hạn.")
    return link


@transaction.atomic
def revoke_link(link: AccessLink, *, by: User | None, at: datetime) -> AccessLink:
    """It opens nothing from now on; revoking twice is revoking once."""
    link = AccessLink.objects.select_for_update().get(pk=link.pk)
    if link.revoked_at is not None:
        return link
    link.revoked_by, link.revoked_at = by, at
    link.save(update_fields=["revoked_by", "revoked_at"])
    record(link, "people.revoke_link", by=by, at=at)
    return link


@transaction.atomic
def _log_use(link: AccessLink, what: str, at: datetime) -> None:
    AccessLink.objects.filter(pk=link.pk).update(uses=F("uses") + 1, last_used_at=at)
    AccessLinkUse.objects.create(link=link, at=at, what=what)
