"""Letters about proposals and readings, delivered from the Outbox. They say where to look, not what was confided."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from cms.people.models import User
from cms.people.queries import addresses_of
from stories.letters.models import Proposal, Reading


def tell_office(payload: dict[str, Any]) -> None:
    """Somebody has proposed."""
    one = Proposal.objects.get(pk=payload["proposal"])
    address = reverse("proposals:proposal", args=[one.pk])
    _write(addresses_of(Role.STANDING_OFFICE), f"Lời giới thiệu mới: {one}", one.place, address)


def tell_body(payload: dict[str, Any]) -> None:
    """A proposal has become a draft of the body: to its clerks and heads."""
    one = Proposal.objects.select_related("nomination__organisation").get(pk=payload["proposal"])
    if one.nomination is None:
        return
    offices = one.nomination.organisation.appointments.as_of(timezone.localdate())
    held = offices.filter(role__in=(Role.CLERK, Role.HEAD))
    people = User.objects.filter(is_active=True, appointments__in=held).exclude(email="").distinct()
    body = "Cơ quan Thường trực chuyển một lời giới thiệu của người dân. Xem, bổ sung rồi ký gửi."
    address = reverse("papers:paper", args=[one.nomination_id])
    _write(list(people.values_list("email", flat=True)), f"Phiếu nháp mới: {one}", body, address)


def tell_desk_and_office(payload: dict[str, Any]) -> None:
    """An exemplar has read: to whoever asked, the editors and the standing office."""
    one = Reading.objects.select_related("page", "exemplar", "asked_by").get(pk=payload["reading"])
    outcome = "có điều chưa đồng ý, bài tạm dừng" if one.is_objection else "đồng ý cho đăng"
    people = {
        *addresses_of(Role.DESK_EDITOR),
        *addresses_of(Role.STANDING_OFFICE),
        *([one.asked_by.email] if one.asked_by.email else []),
    }
    address = reverse("readings:readings", args=[one.page_id])
    _write(sorted(people), f"{one.exemplar} đã đọc trước: {outcome}", one.page.draft_title, address)


def _write(recipients: Collection[str], subject: str, body: str, address: str) -> None:
    if recipients:
        send_mail(subject, f"{body}\n\nMở: {settings.SITE_URL}{address}", None, list(recipients))
