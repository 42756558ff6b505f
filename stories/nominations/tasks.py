"""Letters about nominations, delivered from the Outbox: who has to do something next is told what."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.people.queries import addresses_of
from stories.nominations.enums import NominationState
from stories.nominations.models import HandOver, Nomination
from stories.nominations.permissions import OF_THE_COMMITTEE, OF_THE_DESK


def tell_office(payload: dict[str, Any]) -> None:
    """A body has sent a nomination."""
    one = _nomination(payload)
    _write(
        addresses_of(Role.STANDING_OFFICE),
        f"Phiếu giới thiệu mới: {one}",
        str(one.organisation),
        _in_office(one),
    )


def tell_body(payload: dict[str, Any]) -> None:
    """The office wants more, or has declined: to the clerk and to the head who signed."""
    one = _nomination(payload)
    people = [user for user in (one.written_by, one.signed_by) if user]
    address = reverse("papers:paper", args=[one.pk])
    if one.state == NominationState.MORE_ASKED:
        _write(_of(people), f"Cần bổ sung phiếu giới thiệu {one}", one.asked, address)
    elif one.state == NominationState.INELIGIBLE:
        _write(_of(people), f"Phiếu giới thiệu {one}: không đủ điều kiện", one.asked, address)


def tell_committee(payload: dict[str, Any]) -> None:
    """To those of the organisation that was asked."""
    one, today = _nomination(payload), timezone.localdate()
    here = Appointment.objects.as_of(today).filter(
        organisation=payload["organisation"], role__in=OF_THE_COMMITTEE
    )
    people = User.objects.filter(is_active=True, appointments__in=here).distinct()
    _write(_of(people), f"Xin ý kiến hiệp y: {one}", str(one.organisation), _in_office(one))


def tell_desk(payload: dict[str, Any]) -> None:
    """To those who lead the newsroom that the dossier was handed to."""
    one = _hand_over(payload)
    today = timezone.localdate()
    leaders = User.objects.filter(
        is_active=True,
        appointments__in=one.desk.organisation.appointments.as_of(today).filter(role__in=OF_THE_DESK),
    ).distinct()
    address = reverse("nominations:hand_over", args=[one.pk])
    _write(_of(leaders), f"Hồ sơ chuyển đến {one.desk.name}: {one.nomination}", one.brief, address)


def tell_office_of_return(payload: dict[str, Any]) -> None:
    one = _hand_over(payload)
    subject = f"{one.desk.name} trả lại hồ sơ {one.nomination}"
    _write(addresses_of(Role.STANDING_OFFICE), subject, one.reason, _in_office(one.nomination))


def _nomination(payload: dict[str, Any]) -> Nomination:
    related = ("organisation", "written_by", "signed_by")
    return Nomination.objects.select_related(*related).get(pk=payload["nomination"])


def _hand_over(payload: dict[str, Any]) -> HandOver:
    return HandOver.objects.select_related("desk__organisation", "nomination").get(pk=payload["hand_over"])


def _in_office(nomination: Nomination) -> str:
    return reverse("nominations:nomination", args=[nomination.pk])


def _of(people: Any) -> list[str]:
    return [user.email for user in people if user.email]


def _write(recipients: Collection[str], subject: str, body: str, address: str) -> None:
    if recipients:
        text = f"{body}\n\nMở: {settings.SITE_URL}{address}" if body else f"Mở: {settings.SITE_URL}{address}"
        send_mail(subject, text, None, list(recipients))
