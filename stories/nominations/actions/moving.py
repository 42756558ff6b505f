"""One step of the road: locked, allowed, logged, signalled."""

from datetime import datetime
from typing import Any

from django.db import transaction

from cms.core.audit import record
from cms.core.text import normalise
from cms.people.models import User
from stories.nominations.actions.refusals import NominationRefused
from stories.nominations.enums import NominationState, Step
from stories.nominations.models import Nomination
from stories.nominations.rules import asked_after, next_state
from stories.nominations.signals import moved


def locked(nomination: Nomination) -> Nomination:
    """The row as it is now, kept from others until the transaction ends."""
    return (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("organisation", "exemplar")
        .get(pk=nomination.pk)
    )


@transaction.atomic
def move(
    nomination: Nomination, step: Step, *, by: User | None, at: datetime, reason: str = "", **data: Any
) -> Nomination:
    """Take the step; `reason` is what the body or the desk reads. Raises NominationRefused from a wrong state."""
    nomination = locked(nomination)
    state = next_state(NominationState(nomination.state), step)
    if state is None:
        raise NominationRefused(
            f"Phiếu đang ở bước “{nomination.get_state_display()}” nên không làm được việc này."
        )
    was_sent = nomination.signed_at is not None
    nomination.state, nomination.state_since = state, at
    nomination.asked = asked_after(step, nomination.asked, reason, was_sent)
    nomination.save(update_fields=["state", "state_since", "asked"])
    log(nomination, step, by=by, at=at, reason=reason, **data)
    moved.send(sender=Nomination, nomination=nomination, step=step, by=by, at=at)
    return nomination


def log(nomination: Nomination, verb: str, *, by: User | None, at: datetime, **data: Any) -> Nomination:
    """One entry in the log under `nominations.<verb>`, without what is empty."""
    told = {name: value for name, value in data.items() if value not in ("", None)}
    record(nomination, f"nominations.{verb}", by=by, at=at, data=told)
    return nomination


def said(text: str, otherwise: str) -> str:
    """The words, tidied. Raises NominationRefused with the sentence given when there are none."""
    text = normalise(text).strip()
    if not text:
        raise NominationRefused(otherwise)
    return text
