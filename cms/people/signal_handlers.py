"""What allauth changes of an account is written into the house's log."""

from typing import Any

from django.utils import timezone

from cms.core.audit import record
from cms.people.models import User


def log_new_password(sender: Any, user: User, **kwargs: Any) -> None:
    record(user, "people.change_password", by=user, at=timezone.now())


def log_authenticator_added(sender: Any, user: User, authenticator: Any, **kwargs: Any) -> None:
    record(user, "people.add_factor", by=user, at=timezone.now(), data={"type": authenticator.type})


def log_authenticator_removed(sender: Any, user: User, authenticator: Any, **kwargs: Any) -> None:
    record(user, "people.remove_factor", by=user, at=timezone.now(), data={"type": authenticator.type})


def log_codes_renewed(sender: Any, user: User, **kwargs: Any) -> None:
    record(user, "people.renew_recovery_codes", by=user, at=timezone.now())
