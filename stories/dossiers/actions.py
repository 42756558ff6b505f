"""How a claim is stated, grounded and judged; how a consent is given and withdrawn."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.timezone import localdate

from cms.core.audit import record
from cms.core.text import normalise
from cms.organisations.enums import Medium
from cms.people.models import User
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer, Verdict
from stories.dossiers.models import Claim, Consent, ConsentGrant, Evidence
from stories.dossiers.rules import fingerprint
from stories.dossiers.signals import claim_reopened, consent_withdrawn
from stories.exemplars.models import Exemplar


class DossierRefused(Exception):
    """What was asked cannot be recorded; the text says what is missing."""


class Grant(NamedTuple):
    channel: Medium
    item: ConsentItem


@transaction.atomic
def state_claim(exemplar: Exemplar, *, kind: ClaimKind, text: str, by: User | None, at: datetime) -> Claim:
    """Write down something that is said of the exemplar; it counts as unchecked (E8)."""
    text = normalise(text).strip()
    if not text:
        raise DossierRefused("Hãy ghi điều cần kiểm chứng.")
    claim = Claim.objects.create(exemplar=exemplar, kind=kind, text=text)
    record(claim, "dossiers.state_claim", by=by, at=at)
    return claim


@transaction.atomic
def amend_claim(claim: Claim, *, text: str, by: User | None, at: datetime, seen: str = "") -> Claim:
    """Change the words of a claim; one that was checked must be checked again, and who used it looks again.

    `seen` is the fingerprint of the words that were read. Raises DossierRefused when they are others by now.
    """
    claim = _as_read(claim, seen)
    before, text = claim.text, normalise(text).strip()
    if not text:
        raise DossierRefused("Hãy ghi điều cần kiểm chứng.")
    if text == before:
        return claim
    was_checked = claim.verdict != Verdict.UNCHECKED
    claim.text, claim.verdict, claim.checked_by, claim.checked_at = text, Verdict.UNCHECKED, None, None
    claim.said_by = claim.verdict_note = ""
    claim.save(update_fields=["text", "verdict", "said_by", "verdict_note", "checked_by", "checked_at"])
    record(claim, "dossiers.amend_claim", by=by, at=at, data={"before": before})
    if was_checked:
        claim_reopened.send(sender=Claim, claim=claim, by=by, at=at)
    return claim


@transaction.atomic
def add_evidence(
    claim: Claim, *, kind: EvidenceKind, description: str, by: User | None, at: datetime, file: object = None
) -> Evidence:
    """Put what proves a claim beside it. Raises DossierRefused without a description."""
    description = normalise(description).strip()
    if not description:
        raise DossierRefused("Hãy mô tả minh chứng: giấy tờ gì, ai xác nhận, ngày nào.")
    evidence = Evidence.objects.create(claim=claim, kind=kind, description=description, file=file or "")
    record(claim, "dossiers.add_evidence", by=by, at=at, data={"evidence": evidence.pk})
    return evidence


@transaction.atomic
def judge(
    claim: Claim, *, verdict: Verdict, note: str, by: User, at: datetime, said_by: str = "", seen: str = ""
) -> Claim:
    """Record the verdict of whoever checked (E7), and whom they have it from: `said_by` is a name and an office.

    `seen` is the fingerprint of the words that were read. Raises DossierRefused for a confirmation without evidence,
    for a no without a note, or when the words are others by now: nobody vouches for what they have not read.
    """
    claim = _as_read(claim, seen)
    if verdict == Verdict.CONFIRMED and not claim.evidence.exists():
        raise DossierRefused("Chưa có minh chứng nên chưa thể xác nhận. Hãy thêm minh chứng trước.")
    if verdict != Verdict.CONFIRMED and not note.strip():
        raise DossierRefused("Hãy ghi vì sao ở ô ghi chú; người viết đọc được.")
    was_confirmed = claim.verdict == Verdict.CONFIRMED
    claim.verdict, claim.verdict_note, claim.checked_by, claim.checked_at = (
        verdict,
        normalise(note).strip(),
        by,
        at,
    )
    claim.said_by = normalise(said_by).strip()
    claim.save(update_fields=["verdict", "verdict_note", "said_by", "checked_by", "checked_at"])
    told = {"verdict": verdict, "note": claim.verdict_note, "said_by": claim.said_by}
    record(claim, "dossiers.judge", by=by, at=at, data=told)
    if was_confirmed and verdict != Verdict.CONFIRMED:
        claim_reopened.send(sender=Claim, claim=claim, by=by, at=at)
    return claim


@transaction.atomic
def give_consent(
    exemplar: Exemplar,
    *,
    signer: Signer,
    signer_name: str,
    given_on: date,
    expires_on: date | None,
    proof: str,
    grants: Iterable[Grant],
    by: User | None,
    at: datetime,
    file: object = None,
) -> Consent:
    """Record an explicit agreement with its proof.

    Raises DossierRefused without proof, without any grant, or for days that cannot be.
    """
    wanted, proof = sorted(set(grants)), normalise(proof).strip()
    if not proof:
        raise DossierRefused("Hãy ghi bằng chứng của sự đồng ý: giấy, tệp ghi âm hoặc biên bản, và nơi lưu.")
    if given_on > localdate(at):
        raise DossierRefused("Ngày đồng ý chưa tới. Hãy ghi ngày trên giấy hoặc ngày ghi âm.")
    if expires_on is not None and expires_on < given_on:
        raise DossierRefused("Ngày hết hiệu lực ở trước ngày đồng ý. Hãy xem lại hai ngày.")
    if not wanted:
        raise DossierRefused("Hãy chọn ít nhất một nội dung trên một kênh mà người ký đồng ý.")
    consent = Consent.objects.create(
        exemplar=exemplar,
        signer=signer,
        signer_name=normalise(signer_name).strip(),
        given_on=given_on,
        expires_on=expires_on,
        proof=proof,
        proof_file=file or "",
    )
    ConsentGrant.objects.bulk_create(
        ConsentGrant(consent=consent, channel=channel, item=item) for channel, item in wanted
    )
    record(consent, "dossiers.give_consent", by=by, at=at)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, note: str, by: User | None, at: datetime) -> Consent:
    """The person takes it back, from today on. Raises DossierRefused when it was withdrawn before."""
    consent = Consent.objects.select_for_update().get(pk=consent.pk)
    if consent.withdrawn_on is not None:
        raise DossierRefused("Sự đồng ý này đã được rút lại.")
    consent.withdrawn_on, consent.withdrawal_note = localdate(at), normalise(note).strip()
    consent.save(update_fields=["withdrawn_on", "withdrawal_note"])
    record(consent, "dossiers.withdraw_consent", by=by, at=at, data={"note": consent.withdrawal_note})
    consent_withdrawn.send(sender=Consent, consent=consent, by=by, at=at)
    return consent


def _as_read(claim: Claim, seen: str) -> Claim:
    """The row as it is now, locked; refused when its words or its verdict are not those that were seen."""
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if seen and seen != fingerprint(claim.text, claim.verdict):
        raise DossierRefused("Điều này vừa được sửa lời hoặc thẩm định. Đọc lại ở trên rồi ghi lần nữa.")
    return claim
