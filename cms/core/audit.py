"""One entry in Wagtail's log for each change of state. Actions of every room write through here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from wagtail.log_actions import get_active_log_context, registry
from wagtail.models import BaseLogEntry


class UnknownAction(LookupError):
    """The action was never registered, so the log could not say in words what happened."""


def record(
    subject: Model,
    action: str,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    data: Mapping[str, Any] | None = None,
) -> BaseLogEntry:
    """Write down that `by` did `action` to `subject` at `at`.

    `subject` is saved already, `by` is None for the system, `at` is an aware datetime, `data` is what
    JSON can hold (dates and decimals included). Rooms register their actions in the hook
    `register_log_actions`. Raises UnknownAction, or ValueError for a naive `at` or an unsaved subject.
    """
    _check(action, at)
    # Not `wagtail.log_actions.log`: it replaces by=None with whoever is signed in, and says nothing
    # when no log model fits.
    entries = registry.get_log_model_for_instance(subject).objects
    uuid = get_active_log_context().uuid
    return entries.log_action(subject, action, user=by, uuid=uuid, timestamp=at, data=dict(data or {}))


def _check(action: str, at: datetime) -> None:
    if not registry.action_exists(action):
        raise UnknownAction(f"Register {action!r} in a register_log_actions hook before recording it")
    if at.tzinfo is None:
        raise ValueError(f"The time of {action!r} needs a time zone: {at!r}")
