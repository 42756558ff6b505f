"""The dossier's screen and what stops a piece: claims, consents, holds."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.models import ModelLogEntry

from cms.organisations.enums import Medium
from cms.people.enums import Role
from cms.workflow.actions import ChecksFailed, release
from cms.workflow.models import ReviewTask
from cms.workflow.registries import failures_of
from stories.dossiers.actions import (
    DossierRefused,
    Grant,
    add_evidence,
    amend_claim,
    give_consent,
    judge,
    state_claim,
    withdraw_consent,
)
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer, Verdict
from stories.dossiers.models import Claim
from stories.exemplars.actions import ExemplarRefused, lift_hold, place_hold, register
from stories.exemplars.enums import ExemplarKind, HoldReason, SubjectType
from stories.exemplars.models import Exemplar
from stories.pages.models import Subject
from tests.factories.library import places
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room
NOW = timezone.now()


@pytest.fixture
def exemplar(newsroom: Newsroom) -> Exemplar:
    today, old = places()
    person = Exemplar(
        name="Nguyễn Văn Kiềm",
        subject_type=SubjectType.INDIVIDUAL,
        kind=ExemplarKind.GOOD_DEED,
        birth_year=1968,
        locality=today,
        unit_then=old,
    )
    return register(person, by=None, at=NOW)


def a_claim(
    exemplar: Exemplar, *, evidence: bool = True, verdict: Verdict | None = Verdict.CONFIRMED, by=None
):
    claim = state_claim(exemplar, kind=ClaimKind.FIGURE, text="Vườn sen rộng 2,5 ha", by=by, at=NOW)
    if evidence:
        add_evidence(claim, kind=EvidenceKind.DOCUMENT, description="Sổ thu chi năm 2025", by=by, at=NOW)
    if verdict:
        judge(claim, verdict=verdict, note="", by=by, at=NOW)
    return claim


def agree(exemplar: Exemplar, channels: tuple[Medium, ...] = (Medium.WEB, Medium.PRINT)):
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


@pytest.fixture
def story(newsroom: Newsroom, exemplar: Exemplar):
    """Waits for its release: one confirmed claim, one consent for the web and print."""
    office = newsroom.people[Role.STANDING_OFFICE]
    claim = a_claim(exemplar, by=office)
    agree(exemplar)
    page = newsroom.draft()
    page.subjects.add(Subject(exemplar=exemplar))
    page.claims.set([claim])
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    page = newsroom.hand_in(fresh(page))
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    return page


def codes(page, channels: frozenset[str] = frozenset({"web"})) -> list[tuple[str, str]]:
    found = failures_of(page.get_latest_revision_as_object(), day=timezone.localdate(), channels=channels)
    return [(failure.code, failure.field) for failure in found]


@pytest.mark.plan("E7")
def test_a_verdict_says_from_whom_the_office_has_it(
    newsroom: Newsroom, client: Client, exemplar: Exemplar
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    claim, address = a_claim(exemplar, evidence=False, verdict=None), f"/admin/ho-so/{exemplar.pk}/"
    told = {
        "verb": "judge",
        "claim": claim.pk,
        "verdict": "confirmed",
        "said_by": "Bà Lê Thị Năm, trưởng ấp 3",
        "note": "Gọi ngày 12/11",
    }
    refused = client.post(address, told).content.decode()
    for words in ("Chưa có minh chứng", 'value="Bà Lê Thị Năm, trưởng ấp 3"', 'value="Gọi ngày 12/11"'):
        assert words in refused
    add_evidence(claim, kind=EvidenceKind.WITNESS, description="Trưởng ấp", by=None, at=NOW)
    client.post(address, told)
    assert "theo Bà Lê Thị Năm, trưởng ấp 3: Gọi ngày 12/11" in client.get(address).content.decode()
    entry = ModelLogEntry.objects.filter(action="dossiers.judge").latest("timestamp")
    assert entry.data["said_by"] == "Bà Lê Thị Năm, trưởng ấp 3"
    assert amend_claim(claim, text="Vườn sen rộng 3 ha", by=None, at=NOW).said_by == ""


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


VERBS = {
    "alias": {"name": "Tư Kiềm"},
    "stage": {"step": "recognised", "reached_on": "05/01/2026", "document": "QĐ 12"},
    "claim": {"kind": "figure", "text": "Cứu 3 người", "evidence_kind": "witness", "evidence": "Trưởng ấp kể"},
    "evidence": {"kind": "document", "description": "Giấy khen năm 2024"},
    "amend": {"text": "Vườn sen rộng 3 ha"},
    "judge": {"verdict": "confirmed"},
    "consent": {
        "signer": "self", "signer_name": "Ông Kiềm", "given_on": "05/01/2026", "proof": "Giấy",
        "channels": ["web"], "items": ["name"],
    },
    "withdraw": {"note": "Gọi điện"},
    "hold": {"reason": "complaint", "document": "CV 12"},
    "lift": {"document": "CV 13"},
}  # fmt: skip
KEEPS = {Role.STANDING_OFFICE, Role.JOURNALIST, Role.DESK_EDITOR}
OFFICE_ALONE = {"stage", "judge", "hold", "lift"}
MAY = {verb: {Role.STANDING_OFFICE} if verb in OFFICE_ALONE else KEEPS for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", list(Role))
def test_roles_and_actions_of_the_dossier(
    newsroom: Newsroom, exemplar, client: Client, role: Role, verb: str
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    subjects = {
        "claim": a_claim(exemplar, verdict=None).pk,
        "consent": agree(exemplar).pk,
        "hold": place_hold(exemplar, reason="complaint", note="", document="CV 1", by=office, at=NOW).pk,
    }
    client.force_login(newsroom.people[role])
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", {"verb": verb} | subjects | VERBS[verb])
    assert (
        answer.status_code == 302
        and "dang-nhap" not in answer["Location"]
        and answer["Location"] != "/admin/"
    ) is (role in MAY[verb]), answer.content[:300]


def test_a_stranger_reaches_neither_dossier_nor_evidence(
    newsroom: Newsroom, exemplar, client: Client
) -> None:
    evidence = a_claim(exemplar).evidence.get()
    evidence.file.save("so.txt", ContentFile(b"bi mat"))
    for address in (f"/admin/ho-so/{exemplar.pk}/", f"/admin/ho-so/minh-chung/{evidence.pk}/"):
        assert "dang-nhap" in client.get(address)["Location"]
    assert client.get(f"/media/{evidence.file.name}").status_code == 404
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert b"".join(client.get(f"/admin/ho-so/minh-chung/{evidence.pk}/")) == b"bi mat"


def test_an_error_keeps_what_was_typed(newsroom: Newsroom, exemplar, client: Client) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    typed = {
        "verb": "consent",
        "signer": "self",
        "signer_name": "Ông Kiềm ở ấp Năm",
        "given_on": "31/02/2026",
    }
    answer = client.post(f"/admin/ho-so/{exemplar.pk}/", typed)
    assert answer.status_code == 422
    assert "Ông Kiềm ở ấp Năm" in answer.content.decode()


def test_a_claim_is_judged_after_the_thousandth(newsroom: Newsroom, exemplar, client: Client) -> None:
    """A key written as a number for people, 7.001, would lead to no claim."""
    claim = Claim.objects.create(
        pk=7001, exemplar=exemplar, kind=ClaimKind.FIGURE, text="Vườn sen rộng 2,5 ha"
    )
    add_evidence(claim, kind=EvidenceKind.DOCUMENT, description="Sổ thu chi", by=None, at=NOW)
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    address = f"/admin/ho-so/{exemplar.pk}/"
    shown = html.fromstring(client.get(address).content)
    named = {field.get("value") for field in shown.xpath("//input[@name='claim']")}
    assert named == {"7001"}
    sent = {"verb": "judge", "claim": named.pop(), "verdict": "confirmed", "said_by": "", "note": ""}
    assert client.post(address, sent).status_code == 302
    assert Claim.objects.get().verdict == Verdict.CONFIRMED


def test_the_dossier_asks_the_same_number_of_queries_for_1_and_30_claims(
    newsroom: Newsroom, exemplar, client: Client, django_assert_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    a_claim(exemplar)
    client.get(f"/admin/ho-so/{exemplar.pk}/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/admin/ho-so/{exemplar.pk}/")
    for _ in range(29):
        a_claim(exemplar)
    with django_assert_num_queries(len(few)):
        client.get(f"/admin/ho-so/{exemplar.pk}/")


def test_the_list_of_exemplars_finds_folded_names_and_keeps_its_query_count(
    newsroom: Newsroom, exemplar, client: Client, django_assert_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert client.get("/admin/dien-hinh/?q=nguyen van kiem").status_code in {200, 302}
    newsroom.people[Role.STANDING_OFFICE].is_superuser = True
    newsroom.people[Role.STANDING_OFFICE].save()
    assert "Nguyễn Văn Kiềm" in client.get("/admin/dien-hinh/?q=nguyen van kiem").content.decode()
    with CaptureQueriesContext(connection) as few:
        client.get("/admin/dien-hinh/")
    for number in range(29):
        copy = Exemplar.objects.get(pk=exemplar.pk)
        copy.pk, copy.name = None, f"Nguyễn Văn {number}"
        register(copy, by=None, at=NOW + timedelta(minutes=number))
    with django_assert_num_queries(len(few)):
        client.get("/admin/dien-hinh/")


@pytest.mark.plan("E3")
def test_a_recognition_is_written_down_with_its_decision_once(
    newsroom: Newsroom, exemplar, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    recognition = {
        "verb": "stage",
        "step": "recognised",
        "reached_on": "05/01/2026",
        "document": "QĐ 12/QĐ-UBND",
    }
    client.post(f"/admin/ho-so/{exemplar.pk}/", recognition)
    shown = client.get(f"/admin/ho-so/{exemplar.pk}/").content.decode()
    assert "Được công nhận</strong>, ngày 05/01/2026, QĐ 12/QĐ-UBND" in shown
    again = client.post(f"/admin/ho-so/{exemplar.pk}/", recognition)
    assert (again.status_code, "đã được ghi" in again.content.decode()) == (422, True)


def test_a_recognition_to_come_is_refused(newsroom: Newsroom, exemplar, client: Client) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    answer = client.post(
        f"/admin/ho-so/{exemplar.pk}/", {"verb": "stage", "step": "recognised", "reached_on": "05/01/2999"}
    )
    assert (answer.status_code, "chưa tới" in answer.content.decode()) == (422, True)
    assert exemplar.stages.count() == 0
