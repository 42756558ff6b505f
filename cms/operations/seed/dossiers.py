"""The exemplars behind a batch of seeded stories, with claims, evidence and consents, by a few statements."""

from collections.abc import Sequence
from datetime import timedelta

from cms.core.sorting import person_key, word_key
from cms.core.text import fold
from cms.operations.demo.dossiers import NEED_CONSENT
from cms.operations.seed.ground import Ground
from cms.operations.seed.writing import Text
from cms.organisations.enums import Medium
from stories.dossiers.enums import ConsentItem, EvidenceKind, Signer, Verdict
from stories.dossiers.models import Claim, Consent, ConsentGrant, Evidence
from stories.exemplars.enums import ExemplarKind, SubjectType
from stories.exemplars.models import Alias, Exemplar

MARK = "dữ liệu mẫu"
KINDS = list(ExemplarKind)


def insert_exemplars(texts: Sequence[Text], ground: Ground) -> list[Exemplar]:
    exemplars = Exemplar.objects.bulk_create([_exemplar(text, ground) for text in texts])
    through = Exemplar.sectors.through
    through.objects.bulk_create(
        through(exemplar_id=exemplar.pk, sector_id=ground.sectors[text.sectors[0]].pk)
        for text, exemplar in zip(texts, exemplars, strict=True)
    )
    Alias.objects.bulk_create(
        Alias(exemplar=exemplar, name=text.person.alias, search_name=fold(text.person.alias))
        for text, exemplar in zip(texts, exemplars, strict=True)
        if text.person.alias
    )
    _insert_consents(texts, exemplars)
    return exemplars


def insert_claims(texts: Sequence[Text], exemplars: Sequence[Exemplar]) -> list[list[Claim]]:
    """Confirmed claims with one piece of evidence each; the claims of each story."""
    claims = Claim.objects.bulk_create(
        Claim(
            exemplar=exemplar,
            kind=kind,
            text=said,
            verdict=Verdict.CONFIRMED,
            checked_at=text.at - timedelta(days=3),
            verdict_note=MARK,
        )
        for text, exemplar in zip(texts, exemplars, strict=True)
        for kind, said in text.claims
    )
    Evidence.objects.bulk_create(
        Evidence(claim=claim, kind=EvidenceKind.DOCUMENT, description=f"Sổ ghi của tổ ({MARK})")
        for claim in claims
    )
    left = iter(claims)
    return [[next(left) for _ in text.claims] for text in texts]


def _exemplar(text: Text, ground: Ground) -> Exemplar:
    place, person = ground.place(text.number), text.person
    key = person_key if person.subject_type == SubjectType.INDIVIDUAL else word_key
    return Exemplar(
        name=person.name,
        search_name=fold(person.name),
        sort_name=key(person.name),
        subject_type=person.subject_type,
        kind=KINDS[text.number % len(KINDS)],
        birth_year=person.birth_year,
        gender=person.gender,
        occupation=person.occupation,
        locality=place.locality,
        unit_then=place.former[text.number % len(place.former)] if place.former else None,
        summary=text.standfirst,
        is_sample=True,
    )


def _insert_consents(texts: Sequence[Text], exemplars: Sequence[Exemplar]) -> None:
    """To the name, in every medium; nobody real is in a drawn picture."""
    consents = Consent.objects.bulk_create(
        Consent(
            exemplar=exemplar,
            signer=Signer.SELF,
            signer_name=exemplar.name,
            given_on=(text.at - timedelta(days=30)).date(),
            proof=f"Giấy đồng ý ({MARK})",
        )
        for text, exemplar in zip(texts, exemplars, strict=True)
        if exemplar.subject_type in NEED_CONSENT
    )
    ConsentGrant.objects.bulk_create(
        ConsentGrant(consent=consent, channel=channel, item=ConsentItem.NAME)
        for consent in consents
        for channel in Medium
    )
