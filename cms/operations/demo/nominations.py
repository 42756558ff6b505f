"""Sample nominations of one commune, each walked along the real road to where it stands: from a draft to the desks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from cms.notifications.models import OutboxMessage
from cms.operations.demo.people import COMMUNE, sample_user
from cms.operations.demo.samples import SampleNomination, read_nominations
from cms.organisations.models import Organisation
from cms.people.enums import Role
from cms.plans.models import Sector
from stories.dossiers.actions import judge
from stories.dossiers.enums import Verdict
from stories.nominations import actions
from stories.nominations.enums import NominationState as S
from stories.nominations.enums import Opinion
from stories.nominations.models import Nomination
from stories.nominations.permissions import speaks_for
from stories.nominations.queries import joint_verifiers, running_desks

SENT = {S.SENT, S.MORE_ASKED, S.VERIFYING, S.SELECTED, S.HANDED_OVER}
TAKEN_UP = {S.VERIFYING, S.SELECTED, S.HANDED_OVER}
AGO = timedelta(days=3)


def provide_nominations(*, at: datetime, say: Callable[[str], None]) -> None:
    """Make the nominations that are missing, each in one transaction."""
    made = set(Nomination.objects.filter(is_sample=True).values_list("name", flat=True))
    missing = [sample for sample in read_nominations() if sample.values["name"] not in made]
    for number, sample in enumerate(missing, start=1):
        _provide(sample, at - AGO * number)
    if missing:
        say(f"{len(missing)} phiếu giới thiệu mẫu")


@transaction.atomic
def _provide(sample: SampleNomination, at: datetime) -> None:
    nomination = _walk(_draft(sample, at), sample, at)
    # The sample people have no letterboxes: nobody is told of what they did.
    OutboxMessage.objects.filter(
        kind__startswith="nomination.", created_at=at, delivered_at__isnull=True
    ).update(delivered_at=at)
    if nomination.state != sample.state:
        raise RuntimeError(f"{sample.values['name']} stands at {nomination.state}, not at {sample.state}")


def _draft(sample: SampleNomination, at: datetime) -> Nomination:
    body, clerk = Organisation.objects.get(code=COMMUNE), sample_user(Role.CLERK)
    values: dict[str, Any] = dict(sample.values)
    values["sector"] = Sector.objects.get(slug=values["sector"])
    values["locality"] = body.locality
    if sample.state != S.DRAFT:
        values |= {"contact_name": str(clerk), "contact_phone": "0277 000 0000"}
    draft = actions.start(body, by=clerk, at=at, is_sample=True)
    return actions.save_draft(draft, values, edition=draft.edition, by=clerk, at=at)


def _walk(nomination: Nomination, sample: SampleNomination, at: datetime) -> Nomination:
    clerk, head, office = map(sample_user, (Role.CLERK, Role.HEAD, Role.STANDING_OFFICE))
    if sample.state == S.DRAFT:
        return nomination
    nomination = actions.hand_to_head(nomination, by=clerk, at=at)
    if sample.state in SENT:
        nomination = actions.sign(nomination, by=head, at=at)
    if sample.state == S.MORE_ASKED:
        return actions.ask_more(nomination, what=sample.asked, by=office, at=at)
    if sample.state in TAKEN_UP:
        nomination = actions.take_up(nomination, exemplar=None, by=office, at=at)
    return _decide(nomination, sample, at) if sample.state in {S.SELECTED, S.HANDED_OVER} else nomination


def _decide(nomination: Nomination, sample: SampleNomination, at: datetime) -> Nomination:
    office = sample_user(Role.STANDING_OFFICE)
    for claim in nomination.exemplar.claims.all() if nomination.exemplar else ():
        judge(claim, verdict=Verdict.CONFIRMED, note="", said_by=sample.said_by, by=office, at=at)
    is_joint = _let_committee_agree(nomination, at)
    nomination = actions.find_eligible(nomination, joint=is_joint, by=office, at=at)
    decided = {"decided_by": "Hội đồng Thi đua - Khen thưởng tỉnh (mẫu)", "document": sample.document}
    actions.select(nomination, **decided, decided_on=localdate(at), by=office, at=at)
    if sample.state == S.HANDED_OVER:
        desks = list(running_desks(localdate(at)))
        actions.hand_over(nomination, desks=desks, brief=sample.brief, by=office, at=at)
    nomination.refresh_from_db()
    return nomination


def _let_committee_agree(nomination: Nomination, at: datetime) -> bool:
    """Where the plan wants verification to be joint and the sample committee may speak; says whether it did."""
    office, speaker = sample_user(Role.STANDING_OFFICE), sample_user(Role.PROPAGANDA)
    bodies = speaks_for(speaker, localdate(at))
    committee = joint_verifiers(localdate(at)).filter(pk__in=bodies).first()
    if committee is None:
        return False
    asked = actions.ask_concurrence(nomination, organisation=committee, by=office, at=at)
    actions.concur(asked, opinion=Opinion.AGREED, note="", by=speaker, at=at)
    return True
