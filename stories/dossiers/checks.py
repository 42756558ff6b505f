"""What the dossier tells the workflow: every claim used is confirmed, every person shown has agreed (E8; law 91/2025)."""

from collections.abc import Iterable
from datetime import date

from cms.organisations.enums import Medium
from cms.organisations.models import MEDIUM_LABELS
from cms.workflow.rules import Failure
from stories.dossiers.enums import ConsentItem, Signer, Verdict
from stories.dossiers.models import Claim, Consent
from stories.dossiers.rules import Agreement, Missing, age_on, missing_consents
from stories.exemplars.enums import SubjectType
from stories.exemplars.models import Exemplar

ASK_PERSONS = {SubjectType.INDIVIDUAL, SubjectType.HOUSEHOLD}
CHANNELS = dict(MEDIUM_LABELS)
ITEMS = {
    ConsentItem.NAME: "họ tên",
    ConsentItem.PHOTO: "hình ảnh",
    ConsentItem.VOICE: "giọng nói",
    ConsentItem.ADDRESS: "địa chỉ",
    ConsentItem.SENSITIVE: "dữ liệu nhạy cảm",
}
SIGNERS = {Signer.SELF: "chính người được viết", Signer.LEGAL_REPRESENTATIVE: "người đại diện theo pháp luật"}


def unproven_claims(claims: Iterable[Claim], field: str) -> list[Failure]:
    """Claims without evidence or without a confirmation; expects `evidence` prefetched where there are many."""
    return [failure for claim in claims if (failure := _of_claim(claim, field))]


def _of_claim(claim: Claim, field: str) -> Failure | None:
    quoted = f"“{claim.text}”"
    if not claim.evidence.all():
        return Failure(
            "dossiers.no_evidence", field, f"Chưa có minh chứng cho {quoted}.", "Thêm minh chứng vào hồ sơ."
        )
    if claim.verdict == Verdict.UNCHECKED:
        return Failure(
            "dossiers.unchecked",
            field,
            f"Chưa thẩm định: {quoted}.",
            "Cơ quan Thường trực đối chiếu và kết luận.",
        )
    if claim.verdict != Verdict.CONFIRMED:
        verdict = claim.get_verdict_display().lower()
        return Failure(
            "dossiers.not_confirmed",
            field,
            f"Không dùng được, {verdict}: {quoted}.",
            "Sửa bài hoặc bổ sung minh chứng.",
        )
    return None


def unagreed(
    exemplars: Iterable[Exemplar],
    channels: frozenset[str],
    items: Iterable[ConsentItem],
    field: str,
    day: date,
) -> list[Failure]:
    """People whose consent for these items is missing on some channel; expects `consents__grants` prefetched."""
    needed = {(channel, item) for channel in channels for item in items}
    return [
        _of_consent(exemplar, missing, field)
        for exemplar in exemplars
        if exemplar.subject_type in ASK_PERSONS
        for missing in [missing_consents(needed, _agreements(exemplar), _age(exemplar, day), day)]
        if missing
    ]


def _agreements(exemplar: Exemplar) -> list[Agreement]:
    return [_agreement(consent) for consent in exemplar.consents.all()]


def _agreement(consent: Consent) -> Agreement:
    grants = frozenset((grant.channel, grant.item) for grant in consent.grants.all())
    return Agreement(
        Signer(consent.signer), consent.given_on, consent.expires_on, consent.withdrawn_on, grants
    )


def _age(exemplar: Exemplar, day: date) -> int | None:
    return age_on(day, exemplar.birth_date, exemplar.birth_year)


def _of_consent(exemplar: Exemplar, missing: list[Missing], field: str) -> Failure:
    """One sentence a person, naming what is missing where, and whose signature."""
    parts = []
    for signer in Signer:
        items = [
            ITEMS[item] for item in ConsentItem if any(m.item == item and m.signer == signer for m in missing)
        ]
        channels = [
            CHANNELS[c].lower() for c in Medium if any(m.channel == c and m.signer == signer for m in missing)
        ]
        if items:
            parts.append(
                f"{SIGNERS[signer]} chưa đồng ý cho dùng {', '.join(items)} trên {', '.join(channels)}"
            )
    return Failure(
        code="dossiers.no_consent",
        field=field,
        message=f"{exemplar.name}: {'; '.join(parts)}.",
        way_out="Xin và ghi sự đồng ý vào hồ sơ, hoặc bỏ kênh, bỏ nội dung đó.",
    )
