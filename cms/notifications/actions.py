"""Write into the Outbox beside a change; deliver from it afterwards."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from cms.notifications.models import OutboxMessage
from cms.notifications.registries import deliverers
from cms.notifications.rules import wait_before_retry

LETTER = "mail"
KEPT = timedelta(days=30)

logger = logging.getLogger(__name__)


def post(kind: str, *, key: str, payload: Mapping[str, Any], at: datetime) -> OutboxMessage:
    """Leave a message in the caller's transaction: if that rolls back, nothing was said. Twice with one key is once."""
    message, _ = OutboxMessage.objects.get_or_create(
        key=key, defaults={"kind": kind, "payload": dict(payload), "created_at": at, "next_attempt_at": at}
    )
    return message


def deliver_due(*, at: datetime) -> int:
    """Deliver what is due, each message on its own; return how many went out."""
    waiting = OutboxMessage.objects.due(at).filter(kind__in=deliverers.names()).values_list("pk", flat=True)
    return sum(_deliver(pk, at) for pk in list(waiting))


@transaction.atomic
def _deliver(message_id: int, at: datetime) -> bool:
    # Skips a message that another process is delivering (PostgreSQL); SQLite lets one writer in at a time.
    message = OutboxMessage.objects.select_for_update(skip_locked=True).due(at).filter(pk=message_id).first()
    if message is None:
        return False
    try:
        deliverers[message.kind](message.payload)
    except Exception as error:
        logger.exception("Message %s could not be delivered", message)
        _postpone(message, str(error), at)
        return False
    message.delivered_at = at
    # A letter may hold a way in (a new password): delivered, it is nobody's to read again.
    message.payload = {} if message.kind == LETTER else message.payload
    message.save(update_fields=["delivered_at", "payload"])
    return True


def forget_delivered(*, at: datetime) -> int:
    """Throw away what was delivered long ago; return how many messages went."""
    gone, _ = OutboxMessage.objects.filter(delivered_at__lte=at - KEPT).delete()
    return gone


def _postpone(message: OutboxMessage, error: str, at: datetime) -> None:
    message.attempts += 1
    message.last_error = error
    message.next_attempt_at = at + wait_before_retry(message.attempts)
    message.save(update_fields=["attempts", "last_error", "next_attempt_at"])
