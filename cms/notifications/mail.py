"""An e-mail backend that writes into the Outbox, so that a letter leaves only when the change it tells of is saved.

Wagtail mails its reviewers in the middle of the publishing transaction; when that rolls back, the letter would be out.
"""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from cms.notifications.actions import LETTER, post


class AttachmentsNotCarried(ValueError):
    """Letters of the house carry links, not files: a file in the Outbox would outlive its permission check."""


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            post(LETTER, key=f"mail:{uuid4()}", payload=_payload(message), at=timezone.now())
        return len(email_messages)


def _payload(message: EmailMessage) -> dict[str, Any]:
    if message.attachments:
        raise AttachmentsNotCarried(message.subject)
    return {
        "subject": str(message.subject),
        "body": str(message.body),
        "from_email": message.from_email,
        "to": list(message.to),
        "cc": list(message.cc),
        "bcc": list(message.bcc),
        "reply_to": list(message.reply_to),
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "html": [str(body) for body, kind in getattr(message, "alternatives", []) if kind == "text/html"],
    }


def deliver(payload: dict[str, Any]) -> None:
    """Send one letter with the real backend (settings.MAIL_DELIVERY_BACKEND); raises what the server says."""
    fields = {name: value for name, value in payload.items() if name != "html"}
    letter = EmailMultiAlternatives(**fields, connection=get_connection(settings.MAIL_DELIVERY_BACKEND))
    for html in payload["html"]:
        letter.attach_alternative(html, "text/html")
    letter.send()
