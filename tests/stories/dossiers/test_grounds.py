"""What a piece stands on: with every claim confirmed and every consent in force it goes out, else it stops."""

import pytest
from django.utils import timezone

from cms.organisations.enums import Medium
from cms.people.enums import Role
from cms.workflow.actions import ChecksFailed, release
from cms.workflow.models import ReviewTask
from cms.workflow.registries import failures_of
from stories.dossiers.actions import (
    DossierRefused,
    Grant,
    amend_claim,
    give_consent,
    judge,
    withdraw_consent,
)
from stories.dossiers.enums import ConsentItem, Signer, Verdict
from stories.exemplars.actions import ExemplarRefused, lift_hold, place_hold
from stories.exemplars.enums import HoldReason
from stories.pages.models import Subject
from tests.factories.dossiers import NOW, a_claim, agree
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room


def codes(page, channels: frozenset[str] = frozenset({"web"})) -> list[tuple[str, str]]:
    found = failures_of(page.get_latest_revision_as_object(), day=timezone.localdate(), channels=channels)
    return [(failure.code, failure.field) for failure in found]


@pytest.mark.plan("E8")
def test_a_grounded_story_has_no_failures_and_is_released(story) -> None:
    assert codes(story) == []
    release(story, by=None, at=timezone.now())
    assert fresh(story).live


def test_a_hold_stops_an_approved_story_and_lifting_it_publishes_nothing(
    newsroom: Newsroom, story, exemplar
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    hold = place_hold(
        exemplar, reason=HoldReason.COMPLAINT, note="", document="CV 12/TĐKT", by=office, at=NOW
    )
    assert codes(story) == [("exemplars.hold", "subjects")]
    with pytest.raises(ChecksFailed, match="đang tạm dừng xem xét"):
        release(story, by=None, at=timezone.now())
    lift_hold(hold, document="CV 15/TĐKT", note="", by=office, at=NOW)
    assert (codes(story), fresh(story).live) == ([], False)
    with pytest.raises(ExemplarRefused):
        lift_hold(hold, document="CV 15/TĐKT", note="", by=office, at=NOW)


def test_a_withdrawn_consent_stops_an_approved_story(story, exemplar) -> None:
    withdraw_consent(exemplar.consents.get(), note="Gọi điện", by=None, at=timezone.now())
    assert codes(story) == [("dossiers.no_consent", "subjects")]
    with pytest.raises(ChecksFailed, match="chưa đồng ý cho dùng họ tên trên báo điện tử"):
        release(story, by=None, at=timezone.now())


def test_a_consent_must_name_the_channel_the_story_goes_to(story) -> None:
    assert codes(story, frozenset({"radio"})) == [("dossiers.no_consent", "subjects")]


@pytest.mark.parametrize(
    ("evidence", "verdict", "code"),
    [
        pytest.param(False, None, "dossiers.no_evidence", id="nothing proves it"),
        pytest.param(True, None, "dossiers.unchecked", id="nobody checked"),
        pytest.param(True, Verdict.DISPUTED, "dossiers.not_confirmed", id="disputed"),
        pytest.param(True, Verdict.REFUTED, "dossiers.not_confirmed", id="refuted"),
    ],
)
def test_a_claim_that_is_not_confirmed_is_shown_at_its_field(
    newsroom: Newsroom, exemplar, evidence: bool, verdict: Verdict | None, code: str
) -> None:
    agree(exemplar)
    page = newsroom.draft()
    page.subjects.add(Subject(exemplar=exemplar))
    page.claims.set([a_claim(exemplar, evidence=evidence, verdict=verdict)])
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    assert codes(fresh(page)) == [(code, "claims")]


def test_amending_a_confirmed_claim_reopens_the_steps_of_its_story(story) -> None:
    claim = story.get_latest_revision_as_object().claims.get()
    amend_claim(claim, text="Vườn sen rộng 3 ha", by=None, at=timezone.now())
    page = fresh(story)
    assert isinstance(page.current_workflow_task, ReviewTask)
    assert codes(page) == [("dossiers.unchecked", "claims")]


def test_confirming_needs_evidence_and_consent_needs_proof(newsroom: Newsroom, exemplar) -> None:
    claim = a_claim(exemplar, evidence=False, verdict=None)
    with pytest.raises(DossierRefused, match="minh chứng"):
        judge(claim, verdict=Verdict.CONFIRMED, note="", by=newsroom.people[Role.STANDING_OFFICE], at=NOW)
    with pytest.raises(DossierRefused, match="bằng chứng"):
        give_consent(
            exemplar, signer=Signer.SELF, signer_name="A", given_on=NOW.date(), expires_on=None, proof=" ",
            grants=[Grant(Medium.WEB, ConsentItem.NAME)], by=None, at=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "standfirst", "fields"),
    [
        pytest.param("Tít ngắn", None, ["title"], id="headline too short"),
        pytest.param(None, "Sapo ngắn quá.", ["standfirst"], id="standfirst too short"),
        pytest.param(" ".join(["chữ"] * 15), None, ["title"], id="headline too long"),
    ],
)
def test_length_failures_stand_at_their_field(
    newsroom: Newsroom, title, standfirst, fields: list[str]
) -> None:
    page = newsroom.draft()
    page.title, page.standfirst = title or page.title, standfirst or page.standfirst
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    assert [field for _, field in codes(fresh(page))] == fields
