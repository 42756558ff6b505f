"""Lists of proposals and readings, and what a proposal may be the same as."""

from collections.abc import Collection
from itertools import chain

from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects
from wagtail.models import Page, TaskState

from cms.core.text import fold
from cms.localities.models import Locality, communes_of_home
from cms.people.models import User
from cms.workflow.models import VerificationTask
from stories.exemplars.models import Exemplar
from stories.letters.models import Proposal, Reading
from stories.letters.rules import place_in, text_digest
from stories.nominations.enums import NominationState
from stories.nominations.models import Nomination
from stories.nominations.queries import exemplars_named, nominations_named
from stories.nominations.rules import Candidate, name_keys

MOST_ALIKE = 8


def communes() -> QuerySet[Locality]:
    """What the form suggests."""
    return Locality.objects.filter(communes_of_home()).order_by("sort_name")


def commune_named(place: str) -> Locality | None:
    """The one commune whose name the words hold (“ấp 3, xã Tháp Mười”); None when there is none, or more than one."""
    known = {one.pk: one for one in communes()}
    found = place_in(fold(place), {key: one.search_name for key, one in known.items()})
    return known[found] if found else None


def inbox() -> QuerySet[Proposal]:
    """Every proposal, the longest waiting first."""
    return Proposal.objects.select_related("locality", "proposed_by", "answered_by")


def of_user(user: User) -> QuerySet[Proposal]:
    """What somebody signed in has proposed, the newest first."""
    return Proposal.objects.filter(proposed_by=user).order_by("-proposed_at", "-pk")


def named_alike(proposal: Proposal) -> QuerySet[Proposal]:
    """Other proposals of the same name."""
    return Proposal.objects.filter(search_name=proposal.search_name).exclude(pk=proposal.pk)


def may_be(proposal: Proposal, wanted: str = "") -> list[Exemplar | Nomination]:
    """Exemplars and nominations of that name, or of the name that the office looks for; the office decides.

    Of drafts only those that came of proposals: the office never sees another.
    """
    names = [name for name in (proposal.name, wanted.strip()) if name]
    people: dict[int, Exemplar] = {}
    papers: dict[int, Nomination] = {}
    for name in names:
        candidate = Candidate(name)
        people |= {one.pk: one for one in exemplars_named(candidate, ())[:MOST_ALIKE]}
        papers |= {
            one.pk: one for one in nominations_named(candidate, (), but=None, own_bodies=())[:MOST_ALIKE]
        }
        drafts = Nomination.objects.filter(proposals__isnull=False, keys__key__in=name_keys(candidate))
        papers |= {one.pk: one for one in drafts.select_related("locality", "organisation")[:MOST_ALIKE]}
    if wanted.strip():
        found = Exemplar.objects.named(wanted).select_related("locality")[:MOST_ALIKE]
        people |= {one.pk: one for one in found}
    return list(chain(people.values(), papers.values()))


def readings_of(page: Page) -> QuerySet[Reading]:
    """Every reading of the piece with what its screen shows, the newest first: two queries."""
    return (
        Reading.objects.filter(page=page)
        .select_related("exemplar", "link", "asked_by", "overridden_by")
        .prefetch_related("points")
    )


def objections_to(page_id: int) -> list[Reading]:
    """What exemplars said last and is not yes; a newer reading or the office's decision ends it: two queries.

    Whoever was taken off the story meanwhile still counts: taking a name off the form changes no sentence.
    """
    answered = Reading.objects.answered().filter(page=page_id).select_related("exemplar")
    last = {one.exemplar_id: one for one in answered.order_by("answered_at", "pk")}
    standing = [one for one in last.values() if one.is_objection and one.overridden_at is None]
    prefetch_related_objects(standing, "points")
    return standing


def drafts_of_proposals(bodies: Collection[int]) -> QuerySet[Nomination]:
    """What the office made of citizens' words for these bodies and nobody has handed on, the longest waiting first."""
    drafts = Nomination.objects.of_bodies(bodies).filter(state=NominationState.DRAFT)
    told = Proposal.objects.filter(nomination__in=drafts).values("nomination")
    return drafts.filter(pk__in=told).select_related("organisation").order_by("state_since", "pk")


def standing_objections() -> QuerySet[Reading]:
    """What `objections_to` says of one piece, of all pieces; the longest waiting first."""
    later = Reading.objects.answered().filter(page=OuterRef("page"), exemplar=OuterRef("exemplar"))
    newer = Q(answered_at__gt=OuterRef("answered_at")) | Q(
        answered_at=OuterRef("answered_at"), pk__gt=OuterRef("pk")
    )
    return (
        Reading.objects.answered()
        .filter(is_objection=True, overridden_at=None)
        .exclude(Exists(later.filter(newer)))
        .select_related("page", "exemplar")
        .order_by("answered_at", "pk")
    )


def is_of_older_text(reading: Reading, latest_digest: str) -> bool:
    return reading.text_digest != latest_digest


def latest_digest(page: Page) -> str:
    """Of the text as it stands in the newest draft."""
    revision = page.latest_revision
    return text_digest(revision.content) if revision else ""


def has_passed_verification(page: Page) -> bool:
    """The standing office has vouched for the text on the road now."""
    state = page.current_workflow_state
    if state is None:
        return False
    steps = VerificationTask.objects.values("task_ptr_id")
    passed = state.task_states.filter(status=TaskState.STATUS_APPROVED, task__in=steps)
    return bool(passed.exists())
