"""Lists of nominations: of a body, in the office's inbox, at the desks; and who may be the same."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, QuerySet, When

from cms.core.sorting import person_key
from cms.localities.models import Locality
from cms.localities.queries import family
from cms.organisations.models import Desk, Organisation
from cms.plans.models import Plan
from stories.exemplars.enums import SubjectType
from stories.exemplars.models import Exemplar
from stories.nominations.enums import HandOverState, NominationState
from stories.nominations.models import HandOver, Nomination, NominationKey, NominationQuerySet
from stories.nominations.rules import WITH_THE_BODY, Candidate, likeness, name_keys

MOST_NAMESAKES = 5
COPIED = 60
PERSONS = {SubjectType.INDIVIDUAL, SubjectType.HOUSEHOLD}
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


def to_copy(bodies: Collection[int], year: int) -> list[Nomination]:
    """The newest nominations of earlier years that may be copied, by the person's name."""
    earlier = Nomination.objects.of_bodies(bodies).filter(year__lt=year).exclude(name="")
    newest = earlier.order_by("-year", "-pk").only("name", "year")[:COPIED]
    return sorted(newest, key=lambda one: (person_key(one.name), -one.year))


def inbox() -> QuerySet[Nomination]:
    """What the standing office has received, also what went back to be amended, the longest waiting first; one query."""
    return (
        Nomination.objects.once_signed()
        .select_related("organisation", "locality", "sector", "exemplar")
        .annotate(photo_count=Count("photos", filter=~Q(photos__file="")))
        .order_by("state_since", "pk")
    )


def back_with_bodies() -> QuerySet[Nomination]:
    """What the office has sent back and the body has not signed again."""
    return inbox().filter(state__in=WITH_THE_BODY)


def waiting_in_office() -> QuerySet[Nomination]:
    return inbox().filter(state__in=WITH_THE_OFFICE)


def running_desks(day: date) -> QuerySet[Desk]:
    """Desks of the press bodies of that day."""
    bodies = Organisation.objects.as_of(day)
    return Desk.objects.filter(organisation__in=bodies).select_related("organisation")


def hand_overs_for(organisations: Collection[int]) -> QuerySet[HandOver]:
    """What was handed to these newsrooms: what waits for their answer first, the newest above."""
    return (
        HandOver.objects.filter(desk__organisation__in=organisations)
        .select_related("desk__organisation", "nomination__exemplar", "nomination__organisation", "handed_by")
        .order_by(Case(When(state=HandOverState.WAITING, then=0), default=1), "-handed_at", "-pk")
    )


def given_back() -> QuerySet[HandOver]:
    """The last answer to each dossier that no desk has or thinks over any more, the longest waiting first."""
    others = HandOver.objects.filter(nomination=OuterRef("nomination"))
    with_a_desk = others.exclude(state=HandOverState.RETURNED)
    later = others.filter(
        Q(answered_at__gt=OuterRef("answered_at"))
        | Q(answered_at=OuterRef("answered_at"), pk__gt=OuterRef("pk"))
    )
    return (
        HandOver.objects.filter(state=HandOverState.RETURNED, nomination__state=NominationState.HANDED_OVER)
        .exclude(Exists(with_a_desk))
        .exclude(Exists(later))
        .select_related("desk", "nomination")
        .order_by("answered_at", "pk")
    )


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody who may be the same, and why; the exemplar or the received nomination is for the office."""

    label: str
    reasons: tuple[str, ...]
    exemplar: Exemplar | None = None
    nomination: Nomination | None = None


def candidate_of(
    name: str,
    alias: str,
    places: Collection[Locality],
    birth_year: int | None,
    subject_type: str,
    more_aliases: Collection[str] = (),
) -> Candidate:
    """For the rule. Places are compared by code: of one of the two give the whole family (`family_of`)."""
    return Candidate(
        name=name,
        aliases=tuple(filter(None, [alias, *more_aliases])),
        places=frozenset(f"{place.scheme}:{place.code}" for place in places),
        birth_year=birth_year,
        is_person=subject_type in PERSONS if subject_type else None,
    )


def family_of(locality: Locality | None) -> list[Locality]:
    """The place under all its names, old and new."""
    return list(family(locality)) if locality else []


def exemplars_named(candidate: Candidate, place: Collection[Locality]) -> QuerySet[Exemplar]:
    """Exemplars of the place, and those elsewhere or nowhere that share a name key; the rule decides."""
    keys = name_keys(candidate)
    named = Exemplar.objects.filter(Q(search_name__in=keys) | Q(aliases__search_name__in=keys)).values("pk")
    here = Q(locality__in=place) | Q(unit_then__in=place)
    return (
        Exemplar.objects.filter(here | Q(pk__in=named))
        .select_related("locality", "unit_then")
        .prefetch_related("aliases")
        .order_by("sort_name", "pk")
    )


def nominations_named(
    candidate: Candidate, place: Collection[Locality], *, but: int | None, own_bodies: Collection[int]
) -> QuerySet[Nomination]:
    """Nominations of the place, and those that share a name key: what was received, and the own bodies' papers."""
    visible = Q(pk__in=Nomination.objects.received().values("pk")) | Q(organisation__in=own_bodies)
    named = NominationKey.objects.filter(key__in=name_keys(candidate)).values("nomination")
    here = Q(locality__in=place) | Q(unit_then__in=place)
    return (
        Nomination.objects.filter(visible, here | Q(pk__in=named))
        .exclude(Q(pk=but or 0) | Q(name=""))
        .select_related("locality", "unit_then", "organisation")
        .order_by("-state_since", "-pk")
    )


def with_everything() -> NominationQuerySet:
    """One nomination with all that its screen shows."""
    return (
        Nomination.objects.all()
        .select_related(
            "organisation", "locality", "unit_then", "sector", "exemplar", "written_by", "signed_by"
        )
        .prefetch_related(
            "photos",
            "concurrences__organisation",
            "concurrences__given_by",
            Prefetch("hand_overs", HandOver.objects.select_related("desk__organisation", "answered_by")),
        )
    )


def joint_verifiers(day: date) -> QuerySet[Organisation]:
    """Committees that the plans of that day want to verify with, under today's name (ĐT V.1); none, and the office
    verifies alone."""
    plans = Plan.objects.filter(verifies_with__isnull=False)
    named = Organisation.objects.filter(pk__in=plans.values("verifies_with"))
    heirs = Organisation.objects.filter(pk__in=named.values("successor"))
    # Whoever has an heir is not asked any more, also where nobody wrote down on which day it ended.
    return (named | heirs).filter(successor=None).as_of(day)


def nominating_bodies() -> QuerySet[Organisation]:
    """Bodies that the office has received something from."""
    received = Nomination.objects.once_signed()
    return Organisation.objects.filter(pk__in=received.values("organisation")).order_by("sort_name")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form just now; None for what was not sent along."""

    name: str | None = None
    alias: str | None = None
    birth_year: str | None = None
    locality: str | None = None
    subject_type: str | None = None


def namesakes_of(
    nomination: Nomination, *, bodies: Collection[int], for_office: bool = False, typed: Typed | None = None
) -> list[Namesake]:
    """Who may be the same as the nominee: as stored, or as being typed.

    Exemplars, what was received from anybody, and the own bodies' papers. The office sees whom and why; of another
    body's nomination a body learns that there is one, not what it says, nor that it was declined.
    """
    me, place = _me(nomination, typed or Typed())
    if not name_keys(me):
        return []
    known = _known(me, place, nomination.exemplar_id)
    nominated = _nominated(me, place, nomination.pk, bodies, for_office)
    return [*known, *nominated]


def _me(nomination: Nomination, typed: Typed) -> tuple[Candidate, list[Locality]]:
    locality = nomination.locality
    if typed.locality is not None:
        chosen = typed.locality if typed.locality.isdecimal() else 0
        locality = Locality.objects.filter(pk=chosen).first()
    place = family_of(locality or nomination.organisation.locality)
    # Not isdigit: that holds for ², which is no number.
    year = int(typed.birth_year) if typed.birth_year and typed.birth_year.isdecimal() else None
    me = candidate_of(
        nomination.name if typed.name is None else typed.name,
        nomination.alias if typed.alias is None else typed.alias,
        place,
        nomination.birth_year if typed.birth_year is None else year,
        nomination.subject_type if typed.subject_type is None else typed.subject_type,
    )
    return me, place


def _known(me: Candidate, place: Collection[Locality], but: int | None) -> list[Namesake]:
    found = []
    for exemplar in exemplars_named(me, place).exclude(pk=but or 0):
        places = [unit for unit in (exemplar.locality, exemplar.unit_then) if unit]
        aliases = [alias.name for alias in exemplar.aliases.all()]
        other = candidate_of(
            exemplar.name, "", places, exemplar.birth_year, exemplar.subject_type, more_aliases=aliases
        )
        if reasons := likeness(me, other):
            label = f"{exemplar.name}, {exemplar.locality} (đã có hồ sơ)"
            found.append(Namesake(label, reasons, exemplar=exemplar))
    return found[:MOST_NAMESAKES]


def _nominated(
    me: Candidate, place: Collection[Locality], but: int, bodies: Collection[int], for_office: bool
) -> list[Namesake]:
    found = []
    for one in nominations_named(me, place, but=but, own_bodies=bodies):
        is_own = one.organisation_id in bodies
        if not (for_office or is_own) and one.state == NominationState.INELIGIBLE:
            continue
        places = [unit for unit in (one.locality, one.unit_then) if unit]
        other = candidate_of(one.name, one.alias, places, one.birth_year, one.subject_type)
        if reasons := likeness(me, other):
            found.append(_shown(one, reasons, me.name, is_own, for_office))
    # Several bodies may have nominated the person: for a stranger they all read alike.
    return list(dict.fromkeys(found))[:MOST_NAMESAKES]


def _shown(
    one: Nomination, reasons: tuple[str, ...], typed_name: str, is_own: bool, for_office: bool
) -> Namesake:
    if for_office:
        return Namesake(
            f"{one.name}, {one.locality} ({one.organisation} giới thiệu)", reasons, nomination=one
        )
    if is_own:
        return Namesake(f"{one.name}, {one.locality} (phiếu của đơn vị mình)", reasons, nomination=one)
    return Namesake(f"{typed_name.strip()}: đơn vị khác đã giới thiệu", ())
