"""What a dossier holds: a claim with its evidence and verdict, a consent."""

from datetime import date

from django.utils import timezone

from cms.organisations.enums import Medium
from cms.people.models import User
from stories.dossiers.actions import Grant, add_evidence, give_consent, judge, state_claim
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer, Verdict
from stories.dossiers.models import Claim, Consent
from stories.exemplars.models import Exemplar

NOW = timezone.now()


def a_claim(
    exemplar: Exemplar,
    *,
    evidence: bool = True,
    verdict: Verdict | None = Verdict.CONFIRMED,
    by: User | None = None,
) -> Claim:
    claim = state_claim(exemplar, kind=ClaimKind.FIGURE, text="Vườn sen rộng 2,5 ha", by=by, at=NOW)
    if evidence:
        add_evidence(claim, kind=EvidenceKind.DOCUMENT, description="Sổ thu chi năm 2025", by=by, at=NOW)
    if verdict:
        judge(claim, verdict=verdict, note="Xem sổ thu chi", by=by, at=NOW)
    return claim


def agree(exemplar: Exemplar, channels: tuple[Medium, ...] = (Medium.WEB, Medium.PRINT)) -> Consent:
    grants = [Grant(channel, ConsentItem.NAME) for channel in channels]
    return give_consent(
        exemplar,
        signer=Signer.SELF,
        signer_name=exemplar.name,
        given_on=date(2026, 1, 5),
        expires_on=None,
        proof="Giấy đồng ý, lưu tại phòng",
        grants=grants,
        by=None,
        at=NOW,
    )
