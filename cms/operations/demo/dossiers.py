"""The exemplar behind a sample story, with claims, evidence and consent, made through the same actions as real ones."""

from datetime import datetime, timedelta

from cms.localities.enums import Scheme
from cms.localities.models import Locality
from cms.operations.demo.people import sample_user
from cms.operations.demo.samples import SampleStory
from cms.organisations.enums import Medium
from cms.people.enums import Role
from cms.plans.models import Sector
from stories.dossiers.actions import Grant, add_evidence, give_consent, judge, state_claim
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer, Verdict
from stories.dossiers.models import Claim
from stories.exemplars.actions import add_alias, register
from stories.exemplars.enums import SubjectType
from stories.exemplars.models import Exemplar

SECTORS = [
    ("nong-nghiep", "Nông nghiệp, nông thôn"),
    ("kinh-te-khoi-nghiep", "Kinh tế, khởi nghiệp"),
    ("giao-duc", "Giáo dục, khuyến học"),
    ("y-te", "Y tế, sức khỏe"),
    ("an-sinh-xa-hoi", "An sinh xã hội"),
    ("moi-truong", "Môi trường"),
    ("van-hoa", "Văn hóa, gia đình"),
    ("an-ninh-trat-tu", "An ninh, trật tự"),
]
NEED_CONSENT = {SubjectType.INDIVIDUAL, SubjectType.HOUSEHOLD}
GRANTS = [
    Grant(channel, item)
    for channel in Medium
    for item in (ConsentItem.NAME, ConsentItem.PHOTO, ConsentItem.VOICE)
]


def provide_sectors() -> None:
    """Sample sectors: the annex of the plan that should name them is missing from its copy."""
    for order, (slug, name) in enumerate(SECTORS, start=1):
        Sector.objects.get_or_create(slug=slug, defaults={"name": name, "order": order, "is_sample": True})


def provide_exemplar(story: SampleStory, *, at: datetime) -> Exemplar:
    sample, journalist = story.exemplar, sample_user(Role.JOURNALIST)
    exemplar = register(
        Exemplar(
            name=sample.name,
            subject_type=sample.subject_type,
            kind=sample.kind,
            birth_year=sample.birth_year or None,
            gender=sample.gender,
            occupation=sample.occupation,
            summary=sample.why,
            locality=Locality.objects.get(scheme=Scheme.SINCE_2025, code=story.locality),
            unit_then=Locality.objects.get(scheme=Scheme.UNTIL_2025, code=sample.unit_then),
            is_sample=True,
        ),
        by=journalist,
        at=at,
    )
    exemplar.sectors.set(Sector.objects.filter(slug__in=story.sectors))
    for alias in sample.aliases:
        add_alias(exemplar, alias, by=journalist, at=at)
    if sample.subject_type in NEED_CONSENT:
        _consent(exemplar, at)
    return exemplar


def provide_claims(story: SampleStory, exemplar: Exemplar, *, all_checked: bool, at: datetime) -> list[Claim]:
    """State the claims with their evidence; when not all are checked, the last one is left for the standing office."""
    journalist, office = sample_user(Role.JOURNALIST), sample_user(Role.STANDING_OFFICE)
    claims = []
    for sample in story.claims:
        claim = state_claim(exemplar, kind=ClaimKind(sample.kind), text=sample.text, by=journalist, at=at)
        add_evidence(
            claim, kind=EvidenceKind(sample.evidence_kind), description=sample.evidence, by=journalist, at=at
        )
        claims.append(claim)
    for claim in claims if all_checked else claims[:-1]:
        judge(claim, verdict=Verdict.CONFIRMED, note="", by=office, at=at)
    return claims


def _consent(exemplar: Exemplar, at: datetime) -> None:
    give_consent(
        exemplar,
        signer=Signer.SELF,
        signer_name=exemplar.name,
        given_on=(at - timedelta(days=120)).date(),
        expires_on=None,
        proof="Giấy đồng ý mẫu, lưu cùng hồ sơ (dữ liệu mẫu)",
        grants=GRANTS,
        by=sample_user(Role.JOURNALIST),
        at=at,
    )
