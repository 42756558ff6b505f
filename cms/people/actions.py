"""How somebody is given a role in a body, and how that ends."""

from datetime import date, datetime

from django.db import transaction

from cms.core.audit import record
from cms.people.models import Appointment, User


class AppointmentRefused(Exception):
    """What was asked cannot be recorded; the text says why and what to do."""


@transaction.atomic
def appoint(appointment: Appointment, *, by: User | None, at: datetime) -> Appointment:
    """Save a new or changed appointment. Raises AppointmentRefused for days that do not fit or a second like it."""
    if appointment.valid_to and appointment.valid_to < appointment.valid_from:
        raise AppointmentRefused("Ngày kết thúc phải sau ngày bắt đầu.")
    alike = Appointment.objects.filter(
        user=appointment.user, organisation=appointment.organisation, role=appointment.role
    ).exclude(pk=appointment.pk)
    if any(_overlap(other, appointment) for other in alike):
        raise AppointmentRefused("Người này đang giữ đúng vai trò đó ở đơn vị trong thời gian ấy.")
    is_new = appointment.pk is None
    appointment.save()
    record(appointment, "people.appoint" if is_new else "people.change_appointment", by=by, at=at)
    return appointment


def _overlap(one: Appointment, other: Appointment) -> bool:
    ends = [a.valid_to or date.max for a in (one, other)]
    return one.valid_from <= ends[1] and other.valid_from <= ends[0]
