"""A proposal comes in, and is accepted, merged or declined: always with an answer that the proposer reads."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.timezone import localtime

from cms.core.audit import record
from cms.core.text import fold, normalise
from cms.notifications.actions import post
from cms.organisations.models import Organisation
from cms.people.actions import open_link
from cms.people.enums import Purpose
from cms.people.models import User
from cms.people.rules import code_from
from stories.exemplars.models import Exemplar
from stories.letters.actions.refusals import AlreadySent, LetterRefused
from stories.letters.enums import ProposalState
from stories.letters.models import Proposal
from stories.letters.queries import commune_named
from stories.letters.rules import deed_rows
from stories.letters.signals import proposal_answered
from stories.nominations.actions import save_draft, start
from stories.nominations.models import Nomination

FIELDS = ("name", "place", "deeds", "source", "contact_name", "contact")
ONE_LINE = ("name", "place", "contact_name", "contact")
CODE_LASTS = CONTACT_KEPT = timedelta(days=730)


@transaction.atomic
def propose(
    values: Mapping[str, Any], *, form: str, by: User | None, at: datetime, is_sample: bool = False
) -> tuple[Proposal, str]:
    """Take in what somebody tells, and its tracking code.

    `form` is the token of the form, random and known to its sender only: sent twice, it is one proposal with one
    code, so that a lost answer on a weak line costs nothing. Raises AlreadySent when the words differ.
    """
    words = {name: normalise(values.get(name, "")).strip() for name in FIELDS}
    words |= {name: " ".join(words[name].split()) for name in ONE_LINE}
    code = code_from(salted_hmac("stories.letters.proposal", form, algorithm="sha256").digest())
    defaults = words | {
        "search_name": fold(words["name"]),
        "locality": commune_named(words["place"]),
        "agreed_at": at,
        "proposed_by": by,
        "proposed_at": at,
        "is_sample": is_sample,
    }
    digest = hashlib.sha256(form.encode()).hexdigest()
    proposal, is_new = Proposal.objects.get_or_create(form_digest=digest, defaults=defaults)
    if not is_new:
        return _same(proposal, words, code), code
    open_link(Purpose.PROPOSAL, proposal.pk, by=by, at=at, lasts=CODE_LASTS, secret=code)
    record(proposal, "letters.propose", by=by, at=at)
    post(
        "proposal.received", key=f"proposal.received:{proposal.pk}", payload={"proposal": proposal.pk}, at=at
    )
    return proposal, code


@transaction.atomic
def accept(
    proposal: Proposal, *, organisation: Organisation, answer: str, by: User, at: datetime
) -> Nomination:
    """Make it a draft of the body, which completes and signs it. Raises LetterRefused."""
    proposal = _waiting(proposal)
    nomination = start(organisation, by=by, at=at)
    nomination = save_draft(nomination, _draft(proposal), edition=nomination.edition, by=by, at=at)
    proposal.nomination = nomination
    _answer(proposal, ProposalState.ACCEPTED, answer, by=by, at=at, organisation=str(organisation))
    key = f"proposal.accepted:{proposal.pk}"
    post("proposal.accepted", key=key, payload={"proposal": proposal.pk}, at=at)
    return nomination


@transaction.atomic
def merge(
    proposal: Proposal, *, into: Exemplar | Nomination, answer: str, by: User, at: datetime
) -> Proposal:
    """It tells of somebody known already. Raises LetterRefused."""
    proposal = _waiting(proposal)
    if isinstance(into, Exemplar):
        proposal.exemplar = into
    else:
        proposal.nomination, proposal.exemplar = into, into.exemplar
    return _answer(proposal, ProposalState.MERGED, answer, by=by, at=at, into=str(into))


@transaction.atomic
def decline(proposal: Proposal, *, answer: str, by: User, at: datetime) -> Proposal:
    return _answer(_waiting(proposal), ProposalState.DECLINED, answer, by=by, at=at)


def forget_contact(proposal: Proposal, *, at: datetime) -> Proposal:
    """The proposer takes name and contact back (law 91/2025); what was told of the exemplar stays."""
    return _without_contact(proposal, "letters.forget_contact", at)


def forget_old_contacts(*, at: datetime) -> int:
    """What the form promises: after two years the name and contact that a proposer left are gone."""
    old = Proposal.objects.filter(proposed_at__lte=at - CONTACT_KEPT).exclude(contact_name="", contact="")
    return len([_without_contact(proposal, "letters.contact_expired", at) for proposal in old])


@transaction.atomic
def _without_contact(proposal: Proposal, why: str, at: datetime) -> Proposal:
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if not proposal.contact_name and not proposal.contact:
        return proposal
    proposal.contact_name = proposal.contact = ""
    proposal.save(update_fields=["contact_name", "contact"])
    record(proposal, why, by=None, at=at)
    return proposal


def _same(proposal: Proposal, words: Mapping[str, str], code: str) -> Proposal:
    # A contact that was taken back meanwhile is not another wording.
    told = ("name", "place", "deeds", "source")
    if any(getattr(proposal, name) != words[name] for name in told):
        raise AlreadySent(code)
    return proposal


def _waiting(proposal: Proposal) -> Proposal:
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("locality").get(pk=proposal.pk)
    if proposal.state != ProposalState.NEW:
        raise LetterRefused(f"Lời giới thiệu này đã được trả lời: {proposal.get_state_display().lower()}.")
    return proposal


def _answer(
    proposal: Proposal, state: ProposalState, answer: str, *, by: User, at: datetime, **data: str
) -> Proposal:
    answer = normalise(answer).strip()
    if not answer:
        raise LetterRefused("Hãy ghi lời trả lời; người giới thiệu sẽ đọc.")
    proposal.state, proposal.answer, proposal.answered_by, proposal.answered_at = state, answer, by, at
    proposal.save(update_fields=["state", "answer", "answered_by", "answered_at", "nomination", "exemplar"])
    record(proposal, f"letters.{state}", by=by, at=at, data=data)
    proposal_answered.send(sender=Proposal, proposal=proposal, by=by, at=at)
    return proposal


def _draft(proposal: Proposal) -> dict[str, Any]:
    """What the body starts from. The proposer's contact stays with the office."""
    day = localtime(proposal.proposed_at)
    note = (
        f"Từ lời giới thiệu số {proposal.pk}, gửi ngày {day:%d/%m/%Y}. Nơi ở ghi trong đó: {proposal.place}."
    )
    return {
        "name": proposal.name,
        "locality": proposal.locality,
        "deeds": deed_rows(proposal.deeds, proposal.source),
        "note": note,
    }
