"""From the commune's draft to the desks: every step, who is told, what is refused."""

from datetime import date, timedelta

import pytest
from wagtail.models import ModelLogEntry

from cms.notifications.models import OutboxMessage
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.enums import Role
from cms.people.models import User
from stories.assignments.models import Assignment
from stories.dossiers.actions import judge
from stories.dossiers.enums import Verdict
from stories.exemplars.actions import place_hold
from stories.exemplars.models import Exemplar
from stories.nominations.actions import (
    EditedElsewhere,
    Incomplete,
    NominationRefused,
    accept,
    ask_concurrence,
    ask_more,
    concur,
    decline,
    find_eligible,
    give_back,
    give_back_to_office,
    hand_over,
    hand_to_head,
    save_draft,
    select,
    sign,
    start,
    take_up,
    throw_away,
)
from stories.nominations.enums import NominationState as S
from stories.nominations.models import Nomination
from tests.factories.bodies import (
    DEEDS,
    NOW,
    a_body,
    a_draft,
    a_nomination,
    a_press_body,
    appoint,
    filled,
    selected,
    verified,
)
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


@pytest.fixture
def office(newsroom: Newsroom):
    return newsroom.people[Role.STANDING_OFFICE]


@pytest.mark.plan("P11")
def test_the_head_signs_what_the_clerk_wrote_and_the_office_is_told(newsroom: Newsroom) -> None:
    body = a_body()
    draft = hand_to_head(a_draft(body), by=body.clerk, at=NOW)
    assert draft.state == S.SIGNING
    signed = sign(draft, by=body.head, at=NOW)
    assert (signed.state, signed.signed_by, signed.signed_at) == (S.SENT, body.head, NOW)
    assert OutboxMessage.objects.get(kind="nomination.sent").payload == {"nomination": signed.pk}
    actions = list(
        ModelLogEntry.objects.filter(action__startswith="nominations.").values_list("action", flat=True)
    )
    assert sorted(actions) == ["nominations.hand_to_head", "nominations.sign", "nominations.start"]


def test_a_half_filled_draft_is_saved_and_cannot_be_signed(newsroom: Newsroom) -> None:
    body = a_body()
    draft = save_draft(
        start(body.organisation, by=body.clerk, at=NOW),
        {"name": "Nguyễn Văn Kiềm"},
        edition=0,
        by=body.clerk,
        at=NOW,
    )
    with pytest.raises(Incomplete) as refusal:
        sign(draft, by=body.head, at=NOW)
    assert set(refusal.value.faults) == {
        "subject_type",
        "locality",
        "sector",
        "deed_1",
        "contact_name",
        "contact_phone",
    }
    assert Nomination.objects.get().name == "Nguyễn Văn Kiềm"


def test_two_who_edit_at_once_never_overwrite_each_other(newsroom: Newsroom) -> None:
    body = a_body()
    draft = a_draft(body)
    save_draft(draft, filled(name="Nguyễn Văn Kiềm Em"), edition=draft.edition, by=body.head, at=NOW)
    with pytest.raises(EditedElsewhere):
        save_draft(draft, filled(name="Khác"), edition=draft.edition, by=body.clerk, at=NOW)
    assert Nomination.objects.get().name == "Nguyễn Văn Kiềm Em"


def test_the_head_gives_it_back_with_a_reason(newsroom: Newsroom) -> None:
    body = a_body()
    draft = hand_to_head(a_draft(body), by=body.clerk, at=NOW)
    with pytest.raises(NominationRefused, match="điều cần sửa"):
        give_back(draft, reason=" ", by=body.head, at=NOW)
    back = give_back(draft, reason="Thiếu số hộ", by=body.head, at=NOW)
    assert (back.state, back.asked) == (S.DRAFT, "Thiếu số hộ")
    again = hand_to_head(back, by=body.clerk, at=NOW)
    assert again.asked == "Thiếu số hộ"
    assert sign(again, by=body.head, at=NOW).asked == ""


def test_what_the_office_asked_stays_until_the_signature_that_answers_it(newsroom: Newsroom, office) -> None:
    body = a_body()
    asked = ask_more(a_nomination(body), what="Ảnh lúc đang làm việc", by=office, at=NOW)
    handed = hand_to_head(asked, by=body.clerk, at=NOW)
    assert handed.asked == "Ảnh lúc đang làm việc"
    back = give_back(handed, reason="Thiếu số hộ", by=body.head, at=NOW)
    assert back.asked == "Ảnh lúc đang làm việc\nThủ trưởng: Thiếu số hộ"
    assert sign(back, by=body.head, at=NOW).asked == ""


def test_last_years_nomination_is_copied_only_by_its_own_body(newsroom: Newsroom) -> None:
    body, other = a_body(), a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    before = a_nomination(body)
    copy = start(body.organisation, by=body.clerk, at=NOW + timedelta(days=365), copy_of=before)
    assert (copy.name, copy.deeds, copy.year, copy.state) == (before.name, DEEDS, 2027, S.DRAFT)
    with pytest.raises(NominationRefused, match="đơn vị mình"):
        start(other.organisation, by=other.clerk, at=NOW, copy_of=before)


def test_a_draft_is_thrown_away_and_a_signed_one_is_not(newsroom: Newsroom) -> None:
    body = a_body()
    throw_away(a_draft(body), by=body.clerk, at=NOW)
    assert not Nomination.objects.exists()
    with pytest.raises(NominationRefused, match="nháp"):
        throw_away(a_nomination(body), by=body.clerk, at=NOW)


@pytest.mark.plan("E8")
def test_each_deed_becomes_a_claim_with_what_the_body_said(newsroom: Newsroom, office) -> None:
    nomination = take_up(a_nomination(a_body()), exemplar=None, by=office, at=NOW)
    claims = list(nomination.exemplar.claims.all())
    assert [claim.text for claim in claims] == [deed["text"] for deed in DEEDS]
    assert "Sổ thu chi của tổ hợp tác" in str(claims[0].evidence.get())
    assert [alias.name for alias in nomination.exemplar.aliases.all()] == ["Tư Kiềm"]


def test_one_person_nominated_by_two_bodies_has_one_dossier(newsroom: Newsroom, office) -> None:
    first = take_up(a_nomination(a_body()), exemplar=None, by=office, at=NOW)
    other = a_nomination(a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác"))
    take_up(other, exemplar=first.exemplar, by=office, at=NOW)
    assert Exemplar.objects.count() == 1
    assert first.exemplar.claims.count() == len(DEEDS)
    said = [str(evidence) for evidence in first.exemplar.claims.first().evidence.all()]
    assert said == [f"{one.organisation} nêu: {DEEDS[0]['proof']}" for one in (first, other)]


def test_proof_given_later_is_put_beside_the_claim_that_stands_already(newsroom: Newsroom, office) -> None:
    body = a_body()
    nomination = take_up(a_nomination(body), exemplar=None, by=office, at=NOW)
    asked = ask_more(nomination, what="Ai xác nhận?", by=office, at=NOW)
    more = [{"text": DEEDS[0]["text"], "proof": "Giấy xác nhận của ấp, ngày 12/11/2026"}, DEEDS[1]]
    amended = save_draft(asked, filled(deeds=more), edition=asked.edition, by=body.clerk, at=NOW)
    again = take_up(sign(amended, by=body.head, at=NOW), exemplar=None, by=office, at=NOW)
    first, second = again.exemplar.claims.all()
    assert [str(evidence).split(" nêu: ")[1] for evidence in first.evidence.all()] == [
        DEEDS[0]["proof"],
        "Giấy xác nhận của ấp, ngày 12/11/2026",
    ]
    assert second.evidence.count() == 1


def test_what_is_asked_for_is_answered_and_taken_up_again(newsroom: Newsroom, office) -> None:
    body = a_body()
    nomination = take_up(a_nomination(body), exemplar=None, by=office, at=NOW)
    asked = ask_more(nomination, what="Ảnh lúc đang làm việc", by=office, at=NOW)
    assert (asked.state, asked.asked) == (S.MORE_ASKED, "Ảnh lúc đang làm việc")
    more = [*DEEDS, {"text": "Hiến 200 m² đất làm đường", "proof": "Biên bản của ấp"}]
    amended = save_draft(asked, filled(deeds=more), edition=asked.edition, by=body.clerk, at=NOW)
    again = take_up(sign(amended, by=body.head, at=NOW), exemplar=None, by=office, at=NOW)
    assert again.exemplar == nomination.exemplar
    assert again.exemplar.claims.count() == 3


def test_declining_needs_a_reason_and_tells_the_body(newsroom: Newsroom, office) -> None:
    nomination = a_nomination(a_body())
    with pytest.raises(NominationRefused, match="lý do"):
        decline(nomination, reason="", by=office, at=NOW)
    assert decline(nomination, reason="Đã khen năm 2025", by=office, at=NOW).state == S.INELIGIBLE
    assert OutboxMessage.objects.filter(kind="nomination.answered").count() == 1


def test_eligible_needs_every_claim_judged_and_no_hold(newsroom: Newsroom, office) -> None:
    nomination = take_up(a_nomination(a_body()), exemplar=None, by=office, at=NOW)
    with pytest.raises(NominationRefused, match="Còn 2 điều chưa thẩm định"):
        find_eligible(nomination, joint=False, by=office, at=NOW)
    for claim in nomination.exemplar.claims.all():
        judge(claim, verdict=Verdict.CONFIRMED, note="", by=office, at=NOW)
    place_hold(nomination.exemplar, reason="complaint", note="", document="CV 9", by=office, at=NOW)
    with pytest.raises(NominationRefused, match="tạm dừng"):
        find_eligible(nomination, joint=False, by=office, at=NOW)


def a_committee(newsroom: Newsroom, code: str = "btg-dv") -> tuple[Organisation, User]:
    """A committee that verifies jointly, and who speaks for it."""
    committee = Organisation.objects.create(code=code, name="Ban Tuyên giáo và Dân vận", tier=Tier.PARTY)
    return committee, appoint(newsroom.people[Role.PROPAGANDA], committee, Role.PROPAGANDA)


@pytest.mark.plan("E7")
def test_an_opinion_from_before_the_last_signature_does_not_count(newsroom: Newsroom, office) -> None:
    nomination, (committee, speaker) = verified(newsroom), a_committee(newsroom)
    asked = ask_concurrence(nomination, organisation=committee, by=office, at=NOW)
    concur(asked, opinion="agreed", note="", by=speaker, at=NOW)
    ask_more(nomination, what="Thêm ảnh", by=office, at=NOW)
    later, head = NOW + timedelta(hours=1), nomination.signed_by
    signed = take_up(sign(nomination, by=head, at=later), exemplar=None, by=office, at=later)
    with pytest.raises(NominationRefused, match="ý kiến thống nhất"):
        find_eligible(signed, joint=True, by=office, at=later)
    again = ask_concurrence(signed, organisation=committee, by=office, at=later)
    concur(again, opinion="agreed", note="", by=speaker, at=later)
    assert find_eligible(signed, joint=True, by=office, at=later).state == S.ELIGIBLE


def test_only_somebody_of_the_committee_that_was_asked_gives_its_opinion(newsroom: Newsroom, office) -> None:
    nomination, (committee, speaker) = verified(newsroom), a_committee(newsroom)
    asked = ask_concurrence(nomination, organisation=committee, by=office, at=NOW)
    a_committee(newsroom, "ban-khac")
    speaker.appointments.filter(organisation=committee).delete()
    for user in (speaker, office):
        with pytest.raises(NominationRefused, match="Chỉ người được phân công ở"):
            concur(asked, opinion="agreed", note="", by=user, at=NOW)
    asked.refresh_from_db()
    assert asked.opinion == ""


@pytest.mark.plan("E7")
def test_where_the_plan_says_so_the_second_committee_must_agree(newsroom: Newsroom, office) -> None:
    nomination = verified(newsroom)
    with pytest.raises(NominationRefused, match="ý kiến thống nhất"):
        find_eligible(nomination, joint=True, by=office, at=NOW)
    committee, speaker = a_committee(newsroom)
    asked = ask_concurrence(nomination, organisation=committee, by=office, at=NOW)
    with pytest.raises(NominationRefused, match="ý kiến khác là gì"):
        concur(asked, opinion="objected", note="", by=speaker, at=NOW)
    concur(asked, opinion="agreed", note="", by=speaker, at=NOW)
    with pytest.raises(NominationRefused, match="đã cho ý kiến"):
        concur(asked, opinion="agreed", note="", by=speaker, at=NOW)
    assert find_eligible(nomination, joint=True, by=office, at=NOW).state == S.ELIGIBLE


@pytest.mark.plan("E5")
def test_a_selection_names_decider_day_and_document(newsroom: Newsroom, office) -> None:
    nomination = find_eligible(verified(newsroom), joint=False, by=office, at=NOW)
    with pytest.raises(NominationRefused, match="chưa tới"):
        select(nomination, decided_by="A", decided_on=date(2027, 1, 1), document="B", by=office, at=NOW)
    select(
        nomination,
        decided_by="Chủ tịch Hội đồng",
        decided_on=date(2026, 11, 19),
        document="TB 7",
        by=office,
        at=NOW,
    )
    assert str(Nomination.objects.get().selection) == "Chủ tịch Hội đồng, TB 7"


@pytest.mark.plan("S5")
def test_the_newspaper_and_the_radio_each_answer_for_themselves(newsroom: Newsroom, office) -> None:
    desks, nomination = a_press_body(newsroom), selected(newsroom)
    print_desk, radio_desk = hand_over(
        nomination, desks=desks, brief="Có ảnh mùa nước nổi", by=office, at=NOW
    )
    editor = newsroom.people[Role.MANAGING_EDITOR]
    accept(print_desk, person=newsroom.people[Role.JOURNALIST], due_on=date(2026, 12, 1), by=editor, at=NOW)
    with pytest.raises(NominationRefused, match="lý do trả lại"):
        give_back_to_office(radio_desk, reason="", by=editor, at=NOW)
    give_back_to_office(radio_desk, reason="Đã phát tháng trước", by=editor, at=NOW)
    nomination.refresh_from_db()
    assert nomination.get_state_display() == "Đã chuyển tòa soạn"
    work = Assignment.objects.get()
    assert (work.desk, work.person, work.exemplar) == (
        desks[0],
        newsroom.people[Role.JOURNALIST],
        nomination.exemplar,
    )
    with pytest.raises(NominationRefused, match="đã được trả lời"):
        accept(print_desk, person=None, due_on=date(2026, 12, 1), by=editor, at=NOW)
    again = hand_over(nomination, desks=desks, brief="", by=office, at=NOW)
    assert [one.desk for one in again] == [desks[1]]


def test_a_held_exemplar_is_not_handed_over(newsroom: Newsroom, office) -> None:
    desks, nomination = a_press_body(newsroom), selected(newsroom)
    place_hold(nomination.exemplar, reason="complaint", note="", document="CV 9", by=office, at=NOW)
    with pytest.raises(NominationRefused, match="tạm dừng"):
        hand_over(nomination, desks=desks, brief="", by=office, at=NOW)
    nomination.refresh_from_db()
    assert (nomination.state, nomination.hand_overs.count()) == (S.SELECTED, 0)


def test_a_step_from_a_wrong_state_is_refused_in_words(newsroom: Newsroom, office) -> None:
    nomination = take_up(a_nomination(a_body()), exemplar=None, by=office, at=NOW)
    with pytest.raises(NominationRefused, match="đang ở bước “Đang thẩm định”"):
        take_up(nomination, exemplar=None, by=office, at=NOW)
