"""Letters to the managing editors about slots, delivered from the Outbox."""

from typing import Any

from django.urls import reverse

from cms.notifications.letters import tell
from cms.people.enums import Role
from cms.people.queries import addresses_of
from columns.slots.models import Slot


def tell_released(payload: dict[str, Any]) -> None:
    """Silent when on time; a caught-up hour is reported."""
    if payload["minutes_late"]:
        slot = _slot(payload)
        _write(slot, f"Phát hành trễ {payload['minutes_late']} phút: {slot}", "Kỳ này vừa được phát hành bù.")


def tell_blocked(payload: dict[str, Any]) -> None:
    """Not why: what stands in the way may be what somebody has not agreed to."""
    slot = _slot(payload)
    body = "Chưa phát hành được vì còn điều chưa đạt; hệ thống sẽ thử lại. Mở kỳ này để xem vướng ở đâu."
    _write(slot, f"Vướng, chưa phát hành: {slot}", body)


def tell_missed(payload: dict[str, Any]) -> None:
    slot = _slot(payload)
    _write(slot, f"Lỡ kỳ: {slot}", "Đến giờ mà kỳ này chưa có bài nào.")


def _slot(payload: dict[str, Any]) -> Slot:
    return Slot.objects.select_related("column").get(pk=payload["slot"])


def _write(slot: Slot, subject: str, body: str) -> None:
    path = reverse("slots:slot", args=[slot.pk])
    tell(addresses_of(Role.MANAGING_EDITOR), subject, body, path, door="Mở kỳ này trên lịch xuất bản")
