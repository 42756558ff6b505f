"""Letters about proposals and readings, delivered from the Outbox. They say where to look, not what was confided."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from cms.notifications.letters import tell
from cms.people.enums import Role
from cms.people.models import User
from cms.people.queries import addresses_of
from stories.letters.models import Proposal, Reading


def tell_office(payload: dict[str, Any]) -> None:
    """Somebody has proposed."""
    address = reverse("proposals:proposal", args=[payload["proposal"]])
    body = "Một lời giới thiệu vừa được gửi đến và chờ Cơ quan Thường trực trả lời."
    tell(addresses_of(Role.STANDING_OFFICE), "Có lời giới thiệu mới", body, address)


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
    tell(
        people.values_list("email", flat=True),
        "Phiếu nháp mới, từ lời giới thiệu của người dân",
        body,
        address,
    )


def tell_desk_and_office(payload: dict[str, Any]) -> None:
    """An exemplar has read: to whoever asked, the editors and the standing office."""
    one = Reading.objects.select_related("page", "asked_by").get(pk=payload["reading"])
    people = [
        *addresses_of(Role.DESK_EDITOR),
        *addresses_of(Role.STANDING_OFFICE),
        *([one.asked_by.email] if one.asked_by.email else []),
    ]
    address = reverse("readings:readings", args=[one.page_id])
    tell(people, f"Người được viết đã đọc trước: {_outcome(one)}", one.page.draft_title, address)


def _outcome(reading: Reading) -> str:
    if not reading.is_objection:
        return "đồng ý cho đăng"
    if reading.page.live:
        return "có điều chưa đồng ý, BÀI ĐANG ĐĂNG, cần xem ngay"
    return "có điều chưa đồng ý, bài chưa đi tiếp được"
