"""The standing office: its inbox, its verbs, the second committee's answer: who may, what is shown."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.notifications.models import OutboxMessage
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.enums import Role
from cms.people.models import User
from stories.nominations.actions import (
    NominationRefused,
    add_photo,
    ask_concurrence,
    ask_more,
    concur,
    give_back,
    hand_to_head,
    take_up,
)
from stories.nominations.enums import NominationState as S
from stories.nominations.models import HandOver, Nomination
from stories.nominations.queries import joint_verifiers
from stories.nominations.tasks import tell_committee
from tests.factories.bodies import (
    NOW,
    a_body,
    a_draft,
    a_nomination,
    appoint,
    verified,
)
from tests.factories.newsroom import Newsroom
from tests.factories.papers import a_small_picture
from tests.factories.plans import a_plan

pytestmark = pytest.mark.room
INBOX = "/admin/phieu/"
READS = {Role.STANDING_OFFICE, Role.COUNCIL_MEMBER, Role.PROPAGANDA}
OFFICE = {Role.STANDING_OFFICE}
VERBS = {
    "take_up": {},
    "ask_more": {"what": "Ảnh lúc đang làm việc"},
    "decline": {"reason": "Đã khen năm 2025"},
}


@pytest.mark.parametrize("role", list(Role))
def test_roles_that_read_what_was_received(newsroom: Newsroom, client: Client, role: Role) -> None:
    one = a_nomination(a_body())
    client.force_login(newsroom.people[role])
    doors = [INBOX, f"{INBOX}{one.pk}/"]
    assert [client.get(door).status_code == 200 for door in doors] == [role in READS] * 2


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", list(Role))
def test_roles_and_verbs_of_the_office(newsroom: Newsroom, client: Client, role: Role, verb: str) -> None:
    one = a_nomination(a_body())
    client.force_login(newsroom.people[role])
    client.post(f"{INBOX}{one.pk}/", {"verb": verb} | VERBS[verb])
    one.refresh_from_db()
    assert (one.state != S.SENT) is (role in OFFICE)


def test_the_clerk_and_the_head_reach_nothing_of_the_office(newsroom: Newsroom, client: Client) -> None:
    body = a_body()
    one = a_nomination(body)
    for user in (body.clerk, body.head):
        client.force_login(user)
        assert client.get(f"{INBOX}{one.pk}/").status_code != 200
        assert client.post(f"{INBOX}{one.pk}/", {"verb": "take_up"}).status_code != 200
    one.refresh_from_db()
    assert one.state == S.SENT


def test_a_draft_is_not_in_the_inbox_by_any_address(newsroom: Newsroom, client: Client) -> None:
    draft = a_draft(a_body())
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert "Kiềm" not in client.get(INBOX).content.decode()
    assert "Kiềm" not in client.get(INBOX, {"tinh-trang": "draft"}).content.decode()
    assert client.get(f"{INBOX}{draft.pk}/").status_code == 404


def back_with_the_head(newsroom: Newsroom) -> Nomination:
    """Sent, sent back for more, handed to the head and given back by the head: a draft again."""
    body, office = a_body(), newsroom.people[Role.STANDING_OFFICE]
    one = a_nomination(body)
    add_photo(asked := ask_more(one, what="Ảnh lúc làm việc", by=office, at=NOW), name="a.jpg", data=a_small_picture(),
              by=body.clerk, at=NOW)  # fmt: skip
    return give_back(hand_to_head(asked, by=body.clerk, at=NOW), reason="Sửa tuổi", by=body.head, at=NOW)


@pytest.mark.parametrize("state", [S.MORE_ASKED, S.SIGNING, S.DRAFT])
@pytest.mark.parametrize("role", sorted(READS))
def test_what_a_body_amends_is_its_own_until_the_head_signs_again(
    newsroom: Newsroom, client: Client, role: Role, state: S
) -> None:
    one = back_with_the_head(newsroom)
    asked = "Ảnh lúc làm việc" if state == S.MORE_ASKED else one.asked
    Nomination.objects.update(state=state, asked=asked)
    namesake = a_nomination(a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác"), name="Ông Nguyễn Văn Kiềm")
    client.force_login(newsroom.people[role])
    listed = [
        client.get(INBOX, {"tinh-trang": asked}).content.decode() for asked in ("", "draft", "more_asked")
    ]
    assert [f"{INBOX}{one.pk}/" in page for page in listed] == [False, False, True]
    assert "1 ảnh" not in listed[2]
    page = client.get(f"{INBOX}{one.pk}/").content.decode()
    assert "đang bổ sung" in page
    for fact in ("Kiềm", "Trồng lại hai công sen", "0277 385 1234", "Sửa tuổi"):
        assert fact not in page, fact
        assert fact not in listed[2], fact
    address = f"{INBOX}{one.pk}/anh/{one.photos.get().pk}/"
    assert (client.get(address).status_code, address in page) == (404, False)
    assert f"{INBOX}{one.pk}/" not in client.get(f"{INBOX}{namesake.pk}/").content.decode()
    Nomination.objects.update(state=S.SENT)
    assert client.get(address).status_code == 200
    assert f"{INBOX}{one.pk}/" in client.get(f"{INBOX}{namesake.pk}/").content.decode()


def test_only_the_committee_that_was_asked_is_offered_to_answer_and_only_it_is_told(
    newsroom: Newsroom, client: Client
) -> None:
    office, speaker = newsroom.people[Role.STANDING_OFFICE], newsroom.people[Role.PROPAGANDA]
    committee, other = (
        Organisation.objects.create(code=code, name=name, tier=Tier.PARTY)
        for code, name in (("btg-dv", "Ban Tuyên giáo và Dân vận"), ("ban-khac", "Ban Khác"))
    )
    appoint(speaker, other, Role.PROPAGANDA)
    one = verified(newsroom)
    ask_concurrence(one, organisation=committee, by=office, at=NOW)
    payload = OutboxMessage.objects.get(kind="nomination.concurrence").payload
    tell_committee(payload)
    address, answer = f"{INBOX}{one.pk}/", {"verb": "concur", "opinion": "agreed"}
    client.force_login(speaker)
    assert "Cho ý kiến hiệp y" not in client.get(address).content.decode()
    client.post(address, answer)
    assert (one.concurrences.get().given_by, len(mail.outbox)) == (None, 0)
    appoint(speaker, committee, Role.PROPAGANDA)
    tell_committee(payload)
    assert [letter.to for letter in mail.outbox] == [[speaker.email]]
    assert "Cho ý kiến hiệp y" in client.get(address).content.decode()
    client.post(address, answer)
    assert one.concurrences.get().given_by == speaker


def test_a_committee_that_has_an_heir_is_not_asked_and_another_may_be_asked_in_its_place(
    newsroom: Newsroom, client: Client
) -> None:
    heir = Organisation.objects.create(code="btg-dv", name="Ban Tuyên giáo và Dân vận", tier=Tier.PARTY)
    former = Organisation.objects.create(code="bdv", name="Ban Dân vận", tier=Tier.PARTY, successor=heir)
    plan = a_plan()
    plan.verifies_with = former
    plan.save()
    assert list(joint_verifiers(timezone.localdate())) == [heir]
    other = Organisation.objects.create(code="khac", name="Ban Khác", tier=Tier.PARTY)
    one = verified(newsroom)
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    address = f"{INBOX}{one.pk}/"
    assert client.post(address, {"verb": "ask_concurrence"}).status_code == 422
    ask_concurrence(one, organisation=other, by=newsroom.people[Role.STANDING_OFFICE], at=NOW)
    assert "Xin ý kiến cơ quan khác" in client.get(address).content.decode()
    client.post(address, {"verb": "ask_concurrence", "organisation": heir.pk})
    assert [asked.organisation for asked in one.concurrences.all()] == [heir]


def test_who_was_asked_in_vain_learns_that_another_was_asked(newsroom: Newsroom) -> None:
    first, second = (
        Organisation.objects.create(code=code, name=code, tier=Tier.PARTY) for code in ("ban-mot", "ban-hai")
    )
    one, office = verified(newsroom), newsroom.people[Role.STANDING_OFFICE]
    stale = ask_concurrence(one, organisation=first, by=office, at=NOW)
    ask_concurrence(one, organisation=second, by=office, at=NOW)
    with pytest.raises(NominationRefused, match="đã xin ý kiến cơ quan khác"):
        concur(stale, opinion="agreed", note="", by=newsroom.people[Role.PROPAGANDA], at=NOW)


def test_an_opinion_that_comes_too_late_is_answered_and_kept(newsroom: Newsroom, client: Client) -> None:
    committee = Organisation.objects.create(code="ban-mot", name="Ban Một", tier=Tier.PARTY)
    speaker, one = newsroom.people[Role.PROPAGANDA], verified(newsroom)
    appoint(speaker, committee, Role.PROPAGANDA)
    ask_concurrence(one, organisation=committee, by=newsroom.people[Role.STANDING_OFFICE], at=NOW)
    client.force_login(speaker)
    sent = {"verb": "concur", "opinion": "objected", "note": "Xem lại số hộ đã giúp"}
    assert client.post(f"{INBOX}{one.pk}/", sent).status_code == 302
    again = client.post(f"{INBOX}{one.pk}/", sent)
    assert (again.status_code, "Cơ quan này đã cho ý kiến." in again.content.decode()) == (422, True)
    assert "Xem lại số hộ đã giúp" in again.content.decode()


def test_the_inbox_is_sorted_by_age_and_filtered_by_body_and_state(
    newsroom: Newsroom, client: Client
) -> None:
    first, other = a_body(), a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    young, old = a_nomination(first, name="Trần Trẻ"), a_nomination(other, name="Lê Già")
    Nomination.objects.filter(pk=old.pk).update(state_since=NOW - timedelta(days=40))
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    page = client.get(INBOX).content.decode()
    assert page.index("Lê Già") < page.index("Trần Trẻ")
    filtered = client.get(INBOX, {"don-vi": young.organisation_id}).content.decode()
    assert ("Trần Trẻ" in filtered, "Lê Già" in filtered) == (True, False)
    assert "Không có phiếu nào như vậy" in client.get(INBOX, {"tinh-trang": "ineligible"}).content.decode()


@pytest.mark.parametrize("is_sample", [True, False])
def test_a_sample_says_so_to_its_body_to_the_office_and_to_the_desks(
    newsroom: Newsroom, client: Client, handed: list[HandOver], is_sample: bool
) -> None:
    nomination = handed[0].nomination
    Nomination.objects.update(is_sample=is_sample)
    clerk = User.objects.get(username="clerk-ubnd-xa-thap-muoi")
    pages = {
        clerk: ["/phieu-gioi-thieu/", f"/phieu-gioi-thieu/{nomination.pk}/"],
        newsroom.people[Role.STANDING_OFFICE]: [
            f"{INBOX}?tinh-trang=handed_over",
            f"{INBOX}{nomination.pk}/",
        ],
        newsroom.people[Role.MANAGING_EDITOR]: ["/admin/chuyen-giao/", f"/admin/chuyen-giao/{handed[0].pk}/"],
    }
    for user, addresses in pages.items():
        client.force_login(user)
        told = ["Dữ liệu mẫu" in client.get(address).content.decode() for address in addresses]
        assert told == [is_sample] * 2


def test_the_exemplar_of_a_sample_is_a_sample(newsroom: Newsroom) -> None:
    one, office = a_nomination(a_body()), newsroom.people[Role.STANDING_OFFICE]
    Nomination.objects.update(is_sample=True)
    assert take_up(one, exemplar=None, by=office, at=NOW).exemplar.is_sample


def test_a_refusal_keeps_the_screen_and_says_why(newsroom: Newsroom, client: Client) -> None:
    one = a_nomination(a_body())
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    client.post(f"{INBOX}{one.pk}/", {"verb": "take_up"})
    answer = client.post(f"{INBOX}{one.pk}/", {"verb": "find_eligible"})
    assert (answer.status_code, "Còn 2 điều chưa thẩm định." in answer.content.decode()) == (422, True)
    again = client.post(f"{INBOX}{one.pk}/", {"verb": "take_up"})
    assert (again.status_code, "Đang thẩm định" in again.content.decode()) == (422, True)


def test_a_known_person_is_offered_and_linked_instead_of_counted_twice(
    newsroom: Newsroom, client: Client
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    client.force_login(office)
    first = a_nomination(a_body())
    client.post(f"{INBOX}{first.pk}/", {"verb": "take_up"})
    first.refresh_from_db()
    second = a_nomination(a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác"), name="Ông Nguyễn Văn Kiềm")
    page = client.get(f"{INBOX}{second.pk}/").content.decode()
    assert "Có thể trùng với" in page
    client.post(f"{INBOX}{second.pk}/", {"verb": "take_up", "exemplar": first.exemplar_id})
    second.refresh_from_db()
    assert second.exemplar_id == first.exemplar_id


def test_the_office_sees_whom_and_why(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    first = a_nomination(a_body())
    second = a_nomination(a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác"), name="Ông Nguyễn Văn Kiềm")
    for state in (S.SENT, S.INELIGIBLE):
        Nomination.objects.filter(pk=first.pk).update(state=state)
        page = client.get(f"{INBOX}{second.pk}/").content.decode()
        assert "Nguyễn Văn Kiềm, Xã Tháp Mười (Ủy ban nhân dân xã Tháp Mười giới thiệu)</a>" in page
        assert "(cùng tên, cùng địa bàn, cùng năm sinh)" in page


def test_the_inbox_asks_the_same_number_of_queries_for_1_and_30(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    body = a_body()
    a_nomination(body)
    few = _count(client, INBOX)
    for number in range(29):
        a_nomination(body, name=f"Nguyễn Văn {number}")
    assert _count(client, INBOX) == few


def _count(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
