"""What the standing office and the second committee do: take up, ask, verify, concur, decide (E5–E7)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from cms.core.text import normalise
from cms.notifications.actions import post
from cms.organisations.models import Organisation
from cms.people.models import User
from stories.dossiers.actions import add_evidence, state_claim
from stories.dossiers.enums import ClaimKind, EvidenceKind, Verdict
from stories.exemplars.actions import add_alias, register
from stories.exemplars.models import Exemplar
from stories.nominations.actions.moving import locked, move, said
from stories.nominations.actions.refusals import NominationRefused
from stories.nominations.enums import Opinion, Step
from stories.nominations.models import Concurrence, Nomination, Selection
from stories.nominations.permissions import speaks_for
from stories.nominations.rules import deeds_of


@transaction.atomic
def take_up(nomination: Nomination, *, exemplar: Exemplar | None, by: User, at: datetime) -> Nomination:
    """Begin to verify: every deed becomes a claim of the exemplar's dossier.

    `exemplar` is somebody known already (nominated by another body, in another year); None opens a new dossier.
    """
    nomination = move(nomination, Step.TAKE_UP, by=by, at=at)
    if nomination.exemplar is None:
        nomination.exemplar = exemplar or _new_exemplar(nomination, by=by, at=at)
        nomination.save(update_fields=["exemplar"])
    _state_deeds(nomination, nomination.exemplar, by=by, at=at)
    return nomination


@transaction.atomic
def ask_more(nomination: Nomination, *, what: str, by: User, at: datetime) -> Nomination:
    """Send it back to its body with what exactly is wanted."""
    what = said(what, "Hãy ghi rõ cần bổ sung điều gì.")
    return _tell_body(move(nomination, Step.ASK_MORE, by=by, at=at, reason=what), at)


@transaction.atomic
def decline(nomination: Nomination, *, reason: str, by: User, at: datetime) -> Nomination:
    reason = said(reason, "Hãy ghi lý do không đủ điều kiện; đơn vị giới thiệu sẽ đọc.")
    return _tell_body(move(nomination, Step.DECLINE, by=by, at=at, reason=reason), at)


@transaction.atomic
def ask_concurrence(
    nomination: Nomination, *, organisation: Organisation, by: User, at: datetime
) -> Concurrence:
    """Ask the second committee for its opinion (E7); another in place of one that has not answered."""
    nomination = move(nomination, Step.ASK_CONCURRENCE, by=by, at=at, organisation=str(organisation))
    nomination.concurrences.filter(opinion="").delete()
    concurrence = Concurrence.objects.create(nomination=nomination, organisation=organisation, asked_at=at)
    key = f"nomination.concurrence:{concurrence.pk}"
    payload = {"nomination": nomination.pk, "organisation": organisation.pk}
    post("nomination.concurrence", key=key, payload=payload, at=at)
    return concurrence


@transaction.atomic
def concur(concurrence: Concurrence, *, opinion: Opinion, note: str, by: User, at: datetime) -> Concurrence:
    """Record the opinion of the organisation that was asked, given by somebody of it.

    Raises NominationRefused for anybody else, for a second answer, for an objection without words, or when another
    organisation was asked meanwhile.
    """
    # The nomination first, as everybody locks it.
    nomination = locked(concurrence.nomination)
    asked = nomination.concurrences.select_related("organisation").filter(pk=concurrence.pk).first()
    if asked is None:
        raise NominationRefused("Cơ quan Thường trực đã xin ý kiến cơ quan khác.")
    concurrence = asked
    if concurrence.organisation_id not in speaks_for(by, localdate(at)):
        raise NominationRefused(f"Chỉ người được phân công ở {concurrence.organisation} mới cho ý kiến được.")
    if concurrence.opinion:
        raise NominationRefused("Cơ quan này đã cho ý kiến.")
    if opinion == Opinion.OBJECTED:
        note = said(note, "Hãy ghi ý kiến khác là gì.")
    concurrence.opinion, concurrence.note, concurrence.given_by, concurrence.given_at = opinion, note, by, at
    concurrence.save(update_fields=["opinion", "note", "given_by", "given_at"])
    move(nomination, Step.CONCUR, by=by, at=at, opinion=opinion, note=note)
    return concurrence


@transaction.atomic
def find_eligible(nomination: Nomination, *, joint: bool, by: User, at: datetime) -> Nomination:
    """Verification is done: every claim has its verdict, at least one is confirmed, nothing holds, all concur.

    `joint` is whether the plan wants the second committee's opinion. Raises NominationRefused with what is missing.
    """
    nomination = locked(nomination)
    if reasons := _not_yet(nomination, joint):
        raise NominationRefused(" ".join(reasons))
    return move(nomination, Step.FIND_ELIGIBLE, by=by, at=at)


@transaction.atomic
def select(
    nomination: Nomination, *, decided_by: str, decided_on: date, document: str, by: User, at: datetime
) -> Selection:
    """Record who chose the exemplar for publicity, on which day, under which document."""
    if decided_on > localdate(at):
        raise NominationRefused("Ngày quyết định chưa tới.")
    decided_by = said(decided_by, "Hãy ghi người hoặc cơ quan quyết định.")
    document = said(document, "Hãy ghi văn bản chọn điển hình.")
    nomination = move(nomination, Step.SELECT, by=by, at=at, decided_by=decided_by, document=document)
    return Selection.objects.create(
        nomination=nomination,
        decided_by=decided_by,
        decided_on=decided_on,
        document=document,
        recorded_by=by,
        recorded_at=at,
    )


def _new_exemplar(nomination: Nomination, *, by: User, at: datetime) -> Exemplar:
    exemplar = Exemplar(
        name=nomination.name,
        subject_type=nomination.subject_type,
        kind=nomination.kind,
        birth_year=nomination.birth_year,
        occupation=nomination.occupation,
        organisation=nomination.organisation,
        locality=nomination.locality,
        unit_then=nomination.unit_then,
        summary=deeds_of(nomination.deeds)[0].text,
        is_sample=nomination.is_sample,
    )
    register(exemplar, by=by, at=at)
    if nomination.sector:
        exemplar.sectors.add(nomination.sector)
    if nomination.alias:
        add_alias(exemplar, nomination.alias, by=by, at=at)
    return exemplar


def _state_deeds(nomination: Nomination, exemplar: Exemplar, *, by: User, at: datetime) -> None:
    """A deed that the dossier has already word for word is not stated twice; new proof of it is put beside it.

    So it is when the nomination came back amended, or when another body nominates the same person.
    """
    known = {claim.text: claim for claim in exemplar.claims.prefetch_related("evidence").order_by("-pk")}
    for deed in deeds_of(nomination.deeds):
        text, said_by_body = normalise(deed.text), normalise(f"{nomination.organisation} nêu: {deed.proof}")
        claim = known.get(text) or state_claim(exemplar, kind=ClaimKind.DEED, text=text, by=by, at=at)
        if said_by_body not in {evidence.description for evidence in claim.evidence.all()}:
            add_evidence(claim, kind=EvidenceKind.WITNESS, description=said_by_body, by=by, at=at)
        known[text] = claim


def _not_yet(nomination: Nomination, joint: bool) -> list[str]:
    exemplar = nomination.exemplar
    if exemplar is None:
        return ["Phiếu chưa gắn với hồ sơ điển hình."]
    verdicts = list(exemplar.claims.values_list("verdict", flat=True))
    reasons = []
    if unchecked := verdicts.count(Verdict.UNCHECKED):
        reasons.append(f"Còn {unchecked} điều chưa thẩm định.")
    if Verdict.CONFIRMED not in verdicts:
        reasons.append("Chưa có điều nào được xác nhận.")
    if exemplar.holds.in_force().exists():
        reasons.append("Điển hình đang tạm dừng xem xét.")
    if joint and not _is_agreed(nomination):
        reasons.append("Chưa có ý kiến thống nhất của cơ quan phối hợp thẩm định.")
    return reasons


def _is_agreed(nomination: Nomination) -> bool:
    """The last opinion agrees, and it is of what the head has signed: what came back amended is asked about again."""
    latest = nomination.concurrences.last()
    signed_at = nomination.signed_at
    return bool(latest and signed_at and latest.asked_at >= signed_at and latest.opinion == Opinion.AGREED)


def _tell_body(nomination: Nomination, at: datetime) -> Nomination:
    key = f"nomination.answered:{nomination.pk}:{at.isoformat()}"
    post("nomination.answered", key=key, payload={"nomination": nomination.pk}, at=at)
    return nomination
