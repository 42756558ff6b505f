"""Letters about nominations, delivered from the Outbox: who has to do something next is told where."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from cms.notifications.letters import tell
from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.people.queries import addresses_of
from stories.nominations.enums import NominationState
from stories.nominations.models import HandOver, Nomination
from stories.nominations.permissions import OF_THE_COMMITTEE, OF_THE_DESK


def tell_office(payload: dict[str, Any]) -> None:
    """A body has sent a nomination."""
    one = _nomination(payload)
    subject = f"Phiếu giới thiệu mới của {one.organisation}"
    tell(addresses_of(Role.STANDING_OFFICE), subject, "Phiếu đã ký và chờ thụ lý.", _in_office(one))


def tell_body(payload: dict[str, Any]) -> None:
    """The office wants more, or has declined: to the clerk and to the head who signed."""
    one = _nomination(payload)
    people = _of(user for user in (one.written_by, one.signed_by) if user)
    address = reverse("papers:paper", args=[one.pk])
    if one.state == NominationState.MORE_ASKED:
        body = "Cơ quan Thường trực cần đơn vị bổ sung một phiếu. Điều được hỏi ghi ở đầu phiếu."
        tell(people, "Phiếu giới thiệu cần bổ sung", body, address)
    elif one.state == NominationState.INELIGIBLE:
        body = "Cơ quan Thường trực đã xem xét một phiếu của đơn vị. Lý do ghi ở đầu phiếu."
        tell(people, "Phiếu giới thiệu không đủ điều kiện", body, address)


def tell_committee(payload: dict[str, Any]) -> None:
    """To those of the organisation that was asked."""
    one, today = _nomination(payload), timezone.localdate()
    here = Appointment.objects.as_of(today).filter(
        organisation=payload["organisation"], role__in=OF_THE_COMMITTEE
    )
    people = User.objects.filter(is_active=True, appointments__in=here).distinct()
    body = "Cơ quan Thường trực đề nghị cơ quan bạn cho ý kiến."
    tell(_of(people), f"Xin ý kiến hiệp y về phiếu của {one.organisation}", body, _in_office(one))


def tell_desk(payload: dict[str, Any]) -> None:
    """To those who lead the newsroom that the dossier was handed to."""
    one = _hand_over(payload)
    today = timezone.localdate()
    leaders = User.objects.filter(
        is_active=True,
        appointments__in=one.desk.organisation.appointments.as_of(today).filter(role__in=OF_THE_DESK),
    ).distinct()
    address = reverse("nominations:hand_over", args=[one.pk])
    body = "Cơ quan Thường trực chuyển một điển hình được chọn. Xem hồ sơ, rồi nhận hoặc trả lại."
    tell(_of(leaders), f"Hồ sơ mới chuyển đến {one.desk.name}", body, address)


def tell_office_of_return(payload: dict[str, Any]) -> None:
    one = _hand_over(payload)
    body = "Lý do ghi trong hồ sơ. Chọn ban khác để chuyển."
    tell(
        addresses_of(Role.STANDING_OFFICE),
        f"{one.desk.name} trả lại một hồ sơ",
        body,
        _in_office(one.nomination),
    )


def _nomination(payload: dict[str, Any]) -> Nomination:
    related = ("organisation", "written_by", "signed_by")
    return Nomination.objects.select_related(*related).get(pk=payload["nomination"])


def _hand_over(payload: dict[str, Any]) -> HandOver:
    return HandOver.objects.select_related("desk__organisation", "nomination").get(pk=payload["hand_over"])


def _in_office(nomination: Nomination) -> str:
    return reverse("nominations:nomination", args=[nomination.pk])


def _of(people: Iterable[User]) -> list[str]:
    return [user.email for user in people if user.email]
