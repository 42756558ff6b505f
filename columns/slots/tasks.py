"""Letters to the managing editors about slots, delivered from the Outbox."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from cms.people.enums import Role
from cms.people.queries import addresses_of
from columns.slots.models import Slot


def tell_released(payload: dict[str, Any]) -> None:
    """Silent when on time; a caught-up hour is reported."""
    if payload["minutes_late"]:
        slot = _slot(payload)
        _write(slot, f"Phát hành trễ {payload['minutes_late']} phút: {slot}", "Kỳ này vừa được phát hành bù.")


def tell_blocked(payload: dict[str, Any]) -> None:
    slot = _slot(payload)
    body = f"Chưa phát hành được, hệ thống sẽ thử lại.\n\n{payload['reason']}"
    _write(slot, f"Vướng, chưa phát hành: {slot}", body)


def tell_missed(payload: dict[str, Any]) -> None:
    slot = _slot(payload)
    _write(slot, f"Lỡ kỳ: {slot}", "Đến giờ mà kỳ này chưa có bài nào.")


def _slot(payload: dict[str, Any]) -> Slot:
    return Slot.objects.select_related("column").get(pk=payload["slot"])


def _write(slot: Slot, subject: str, body: str) -> None:
    link = f"{settings.SITE_URL}{reverse('slots:slot', args=[slot.pk])}"
    recipients = addresses_of(Role.MANAGING_EDITOR)
    if recipients:
        send_mail(subject, f"{body}\n\nMở lịch xuất bản: {link}", None, recipients)
