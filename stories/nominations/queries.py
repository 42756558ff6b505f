"""Lists of nominations: of a body, in the office's inbox, at the desks; and who may be the same."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from cms.localities.models import Locality
from cms.localities.queries import family
from cms.organisations.models import Desk, Organisation
from cms.plans.models import Plan
from stories.exemplars.enums import SubjectType
from stories.exemplars.models import Exemplar
from stories.nominations.enums import NominationState
from stories.nominations.models import HandOver, Nomination
from stories.nominations.rules import Candidate, likeness, name_keys

MOST_NAMESAKES = 5
PERSONS = {SubjectType.INDIVIDUAL, ""}
WITH_THE_OFFICE = [
    NominationState.SENT,
    NominationState.VERIFYING,
    NominationState.CONCURRENCE,
    NominationState.ELIGIBLE,
    NominationState.SELECTED,
]


def of_bodies(bodies: Collection[int]) -> QuerySet[Nomination]:
    """What these bodies have written, the last moved first."""
    return (
        Nomination.objects.of_bodies(bodies)
        .select_related("organisation", "locality", "sector")
        .order_by("-state_since", "-pk")
    )


def to_copy(bodies: Collection[int], year: int) -> QuerySet[Nomination]:
    """Nominations of earlier years that may be copied, by name."""
    return (
        Nomination.objects.of_bodies(bodies).filter(year__lt=year).exclude(name="").order_by("name", "-year")
    )


def inbox() -> QuerySet[Nomination]:
    """What the standing office has received, the longest waiting first; one query, plus one for the photos."""
    return (
        Nomination.objects.filter(signed_at__isnull=False)
        .select_related("organisation", "locality", "sector", "exemplar")
        .annotate(photo_count=Count("photos", filter=~Q(photos__file="")))
        .order_by("state_since", "pk")
    )


def waiting_in_office() -> QuerySet[Nomination]:
    return inbox().filter(state__in=WITH_THE_OFFICE)


def running_desks(day: date) -> QuerySet[Desk]:
    """Desks of the press bodies of that day."""
    bodies = Organisation.objects.as_of(day)
    return Desk.objects.filter(organisation__in=bodies).select_related("organisation")


def hand_overs_for(organisations: Collection[int]) -> QuerySet[HandOver]:
    return (
        HandOver.objects.filter(desk__organisation__in=organisations)
        .select_related("desk__organisation", "nomination__exemplar", "nomination__organisation", "handed_by")
        .order_by("state", "-handed_at")
    )


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody who may be the same, and why; the exemplar or the received nomination is for the office."""

    label: str
    reasons: tuple[str, ...]
    exemplar: Exemplar | None = None
    nomination: Nomination | None = None


def candidate_of(
    name: str, alias: str, locality: Locality | None, birth_year: int | None, subject_type: str
) -> Candidate:
    return Candidate(
        name=name,
        aliases=(alias,) if alias else (),
        places=places_of([locality] if locality else []),
        birth_year=birth_year,
        is_person=subject_type in PERSONS,
    )


def places_of(localities: Collection[Locality]) -> frozenset[str]:
    """The places under all their names, old and new, as codes with their scheme."""
    units = {unit for locality in localities for unit in family(locality).values_list("scheme", "code")}
    return frozenset(f"{scheme}:{code}" for scheme, code in units)


def exemplars_named(candidate: Candidate) -> QuerySet[Exemplar]:
    """Exemplars that share a name key: what the index can find; the rule decides."""
    keys = name_keys(candidate)
    return (
        Exemplar.objects.filter(Q(search_name__in=keys) | Q(aliases__search_name__in=keys))
        .select_related("locality", "unit_then")
        .prefetch_related("aliases")
        .distinct()
    )


def nominations_named(
    candidate: Candidate, *, but: int | None, own_bodies: Collection[int]
) -> QuerySet[Nomination]:
    """Nominations that share a name key: those received, and the own body's drafts."""
    visible = Q(signed_at__isnull=False) | Q(organisation__in=own_bodies)
    return (
        Nomination.objects.filter(visible, keys__key__in=name_keys(candidate))
        .exclude(pk=but or 0)
        .select_related("locality", "unit_then", "organisation")
        .distinct()
    )


def with_everything() -> QuerySet[Nomination]:
    """One nomination with all that its screen shows."""
    return Nomination.objects.select_related(
        "organisation", "locality", "unit_then", "sector", "exemplar", "written_by", "signed_by"
    ).prefetch_related(
        "photos",
        "concurrences__organisation",
        "concurrences__given_by",
        Prefetch("hand_overs", HandOver.objects.select_related("desk__organisation", "answered_by")),
    )


def joint_verifiers(day: date) -> QuerySet[Organisation]:
    """Committees that the plans of that day want to verify with, under today's name (ĐT V.1); none, and the office
    verifies alone."""
    plans = Plan.objects.filter(verifies_with__isnull=False)
    named = Organisation.objects.filter(pk__in=plans.values("verifies_with"))
    heirs = Organisation.objects.filter(pk__in=named.values("successor"))
    return (named | heirs).as_of(day)


def nominating_bodies() -> QuerySet[Organisation]:
    """Bodies that the office has received something from."""
    received = Nomination.objects.filter(signed_at__isnull=False)
    return Organisation.objects.filter(pk__in=received.values("organisation")).order_by("sort_name")


def namesakes_of(
    nomination: Nomination,
    *,
    bodies: Collection[int],
    name: str | None = None,
    alias: str | None = None,
    birth_year: str | None = None,
) -> list[Namesake]:
    """Who may be the same as the nominee: as stored, or as being typed (`name`, `alias`, `birth_year`).

    Exemplars and received nominations of anybody, drafts of the own bodies only; of another body's nomination a body
    learns that there is one, not what it says.
    """
    typed_year = int(birth_year) if birth_year and birth_year.isdigit() else nomination.birth_year
    me = candidate_of(
        nomination.name if name is None else name,
        nomination.alias if alias is None else alias,
        nomination.locality or nomination.organisation.locality,
        typed_year,
        nomination.subject_type,
    )
    if not name_keys(me):
        return []
    return [*_known(me, nomination.exemplar_id), *_nominated(me, nomination.pk, bodies)]


def _known(me: Candidate, but: int | None) -> list[Namesake]:
    found = []
    for exemplar in exemplars_named(me).exclude(pk=but or 0)[:MOST_NAMESAKES]:
        places = [unit for unit in (exemplar.locality, exemplar.unit_then) if unit]
        other = Candidate(
            exemplar.name,
            tuple(alias.name for alias in exemplar.aliases.all()),
            places_of(places),
            exemplar.birth_year,
            exemplar.subject_type in PERSONS,
        )
        if reasons := likeness(me, other):
            found.append(
                Namesake(f"{exemplar.name}, {exemplar.locality} (đã có hồ sơ)", reasons, exemplar=exemplar)
            )
    return found


def _nominated(me: Candidate, but: int, bodies: Collection[int]) -> list[Namesake]:
    found = []
    for one in nominations_named(me, but=but, own_bodies=bodies)[:MOST_NAMESAKES]:
        other = candidate_of(one.name, one.alias, one.locality, one.birth_year, one.subject_type)
        if reasons := likeness(me, other):
            whose = "phiếu của đơn vị mình" if one.organisation_id in bodies else "đơn vị khác đã giới thiệu"
            found.append(Namesake(f"{one.name}, {one.locality} ({whose})", reasons, nomination=one))
    return found
