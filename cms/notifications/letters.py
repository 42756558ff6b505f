"""How the house writes to its people."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail

LONGEST_SUBJECT = 200


def tell(recipients: Iterable[str], subject: str, body: str, path: str, *, door: str = "Mở") -> None:
    """A letter to each, so that nobody learns who else was told; `path` is where to look in the house.

    Letters are forwarded and lie about: they confide nothing, and name nobody beyond the headline of a piece.
    """
    text = "\n\n".join(filter(None, [body, f"{door}: {settings.SITE_URL}{path}"]))
    for recipient in sorted(set(recipients)):
        send_mail(subject[:LONGEST_SUBJECT], text, None, [recipient])
