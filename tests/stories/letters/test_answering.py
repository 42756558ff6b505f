"""The standing office reads proposals and answers them."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.notifications.actions import deliver_due
from cms.people.enums import Role
from stories.letters.actions import LetterRefused, accept, decline, merge
from stories.letters.enums import ProposalState as S
from stories.nominations.actions import throw_away
from stories.nominations.models import Nomination
from tests.factories.bodies import a_body, a_draft, a_nomination
from tests.factories.desk import piles
from tests.factories.letters import DOOR, FOLLOW, INBOX, a_proposal, text_of
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


@pytest.mark.parametrize("verb", ["accept", "merge", "decline"])
@pytest.mark.parametrize("role", list(Role))
def test_roles_and_verbs_of_the_office(newsroom: Newsroom, client: Client, role: Role, verb: str) -> None:
    body, person = a_body(), an_exemplar("Trần Văn Đò")
    one, _ = a_proposal()
    form = {"verb": verb, "answer": "Cảm ơn bạn.", "organisation": body.organisation.pk}
    client.force_login(newsroom.people[role])
    doors = [INBOX, f"{INBOX}{one.pk}/"]
    is_office = role == Role.STANDING_OFFICE
    assert [client.get(door).status_code == 200 for door in doors] == [is_office] * 2
    client.post(f"{INBOX}{one.pk}/", form | {"into": f"exemplar:{person.pk}"})
    one.refresh_from_db()
    assert (one.state != S.NEW) is is_office


def test_the_administrator_of_the_system_may_too_and_a_stranger_may_not(
    newsroom: Newsroom, client: Client
) -> None:
    one, _ = a_proposal()
    assert client.get(f"{INBOX}{one.pk}/").status_code == 302
    boss = newsroom.people[Role.ADMINISTRATOR]
    boss.is_superuser = True
    boss.save()
    client.force_login(boss)
    assert client.get(f"{INBOX}{one.pk}/").status_code == 200


def test_accepting_opens_a_draft_of_the_body_and_the_proposer_reads_the_answer(
    newsroom: Newsroom, client: Client
) -> None:
    body = a_body()
    one, code = a_proposal()
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    shown = text_of(client.get(f"{INBOX}{one.pk}/"))
    assert re.search(rf'<option value="{body.organisation.pk}" selected', shown)
    form = {"verb": "accept", "organisation": body.organisation.pk, "answer": "Đã chuyển xã Tháp Mười."}
    assert client.post(f"{INBOX}{one.pk}/", form).status_code == 302
    draft = Nomination.objects.get()
    assert (draft.organisation, draft.name, draft.locality) == (
        body.organisation,
        "Ông Trần Văn Đò",
        body.organisation.locality,
    )
    assert [deed["text"] for deed in draft.deeds] == [
        "Mười hai năm đưa đò miễn phí cho học trò.",
        "Tập bơi cho trẻ trong ấp.",
    ]
    assert "0912 345 678" not in str(draft.__dict__)
    followed = text_of(Client().post(FOLLOW, {"code": code}))
    assert "Đã chuyển đơn vị lập phiếu" in followed
    assert "Đã chuyển xã Tháp Mười." in followed
    deliver_due(at=timezone.now())
    deliver_due(at=timezone.now())
    told = [letter for letter in mail.outbox if "Phiếu nháp mới" in letter.subject]
    assert {to for letter in told for to in letter.to} == {body.clerk.email, body.head.email}
    client.force_login(body.clerk)
    assert client.get(f"/phieu-gioi-thieu/{draft.pk}/").status_code == 200


def test_a_body_may_throw_the_draft_away_and_the_answer_stays(newsroom: Newsroom, client: Client) -> None:
    body, office = a_body(), newsroom.people[Role.STANDING_OFFICE]
    one, code = a_proposal()
    draft = accept(one, organisation=body.organisation, answer="Đã chuyển.", by=office, at=timezone.now())
    throw_away(draft, by=body.clerk, at=timezone.now())
    assert "Đã chuyển." in text_of(client.post(FOLLOW, {"code": code}))
    client.force_login(office)
    assert client.get(f"{INBOX}{one.pk}/").status_code == 200


def test_merging_offers_known_people_and_nominations_but_no_other_bodys_draft(
    newsroom: Newsroom, client: Client
) -> None:
    person, body = an_exemplar("Trần Văn Đò"), a_body()
    signed = a_nomination(body, name="Trần Văn Đò")
    hidden = a_draft(body, name="Trần Văn Đò")
    one, code = a_proposal()
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    shown = text_of(client.get(f"{INBOX}{one.pk}/"))
    assert f'value="exemplar:{person.pk}"' in shown
    assert f'value="nomination:{signed.pk}"' in shown
    assert f'value="nomination:{hidden.pk}"' not in shown
    refused = client.post(
        f"{INBOX}{one.pk}/", {"verb": "merge", "into": f"nomination:{hidden.pk}", "answer": "Gộp"}
    )
    assert refused.status_code == 422
    client.post(
        f"{INBOX}{one.pk}/", {"verb": "merge", "into": f"nomination:{signed.pk}", "answer": "Đã biết."}
    )
    one.refresh_from_db()
    assert (one.state, one.nomination) == (S.MERGED, signed)
    assert "Đã biết." in text_of(client.post(FOLLOW, {"code": code}))


def test_the_office_looks_for_another_name(newsroom: Newsroom, client: Client) -> None:
    person = an_exemplar("Ông Tư Đò")
    one, _ = a_proposal()
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    key = f"exemplar:{person.pk}"
    assert key not in text_of(client.get(f"{INBOX}{one.pk}/"))
    assert key in text_of(client.get(f"{INBOX}{one.pk}/", {"tim": "tu do"}))
    client.post(f"{INBOX}{one.pk}/?tim=tu+do", {"verb": "merge", "into": key, "answer": "Đã biết."})
    one.refresh_from_db()
    assert one.exemplar == person


@pytest.mark.parametrize("verb", ["accept", "merge", "decline"])
def test_an_answer_without_words_or_choice_is_refused_with_what_was_typed(
    newsroom: Newsroom, client: Client, verb: str
) -> None:
    one, _ = a_proposal()
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    answer = client.post(f"{INBOX}{one.pk}/", {"verb": verb, "answer": " "})
    assert answer.status_code == 422
    one.refresh_from_db()
    assert one.state == S.NEW


def test_a_second_answer_is_told(newsroom: Newsroom, client: Client) -> None:
    office, (one, _) = newsroom.people[Role.STANDING_OFFICE], a_proposal()
    decline(one, answer="Đã kể năm ngoái.", by=office, at=timezone.now())
    for again in (
        lambda: decline(one, answer="Lần nữa", by=office, at=timezone.now()),
        lambda: merge(one, into=an_exemplar("Ai đó"), answer="Lần nữa", by=office, at=timezone.now()),
    ):
        with pytest.raises(LetterRefused, match="đã được trả lời: không tiếp nhận"):
            again()
    client.force_login(office)
    answer = client.post(f"{INBOX}{one.pk}/", {"verb": "decline", "answer": "Lần nữa"})
    assert (answer.status_code, "đã được trả lời" in text_of(answer)) == (422, True)
    logged = ModelLogEntry.objects.filter(action="letters.declined").values_list("user_id", flat=True)
    assert list(logged) == [office.pk]


def test_the_inbox_is_sorted_by_age_and_filtered(newsroom: Newsroom, client: Client) -> None:
    now, office = timezone.now(), newsroom.people[Role.STANDING_OFFICE]
    client.force_login(office)
    assert "Không còn lời giới thiệu nào chờ." in text_of(client.get(INBOX))
    a_proposal(name="Trần Trẻ")
    a_proposal(at=now - timedelta(days=9), name="Lê Già")
    done, _ = a_proposal(name="Võ Xong")
    decline(done, answer="Cảm ơn", by=office, at=now)
    shown = text_of(client.get(INBOX))
    assert shown.index("Lê Già") < shown.index("Trần Trẻ")
    assert "Võ Xong" not in shown
    assert "Trần Trẻ" not in text_of(client.get(INBOX, {"cho": "7"}))
    assert "Lê Già" in text_of(client.get(INBOX, {"cho": "7"}))
    assert "Võ Xong" in text_of(client.get(INBOX, {"tinh-trang": "declined"}))
    assert "Lê Già" in text_of(client.get(INBOX, {"ten": "le gia"}))
    assert "Không có lời giới thiệu nào như vậy." in text_of(client.get(INBOX, {"ten": "không ai"}))


def test_lists_ask_the_same_number_of_queries_for_1_and_30(newsroom: Newsroom, client: Client) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    client.force_login(office)
    one, _ = a_proposal(by=office)
    doors = [INBOX, f"{INBOX}{one.pk}/", FOLLOW]
    few = [_count(client, door) for door in doors]
    for _ in range(29):
        a_proposal(by=office)
    assert [_count(client, door) for door in doors] == few


def _count(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_the_office_sees_others_of_the_same_name(newsroom: Newsroom, client: Client) -> None:
    one, _ = a_proposal()
    a_proposal(place="phường Mỹ Trà")
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert "Lời giới thiệu khác mang cùng tên" in text_of(client.get(f"{INBOX}{one.pk}/"))


def test_menus_lead_where_people_may_go(newsroom: Newsroom, client: Client) -> None:
    for role, inbox, form in (
        (Role.STANDING_OFFICE, True, True),
        (Role.JOURNALIST, False, True),
        (Role.CLERK, False, False),
    ):
        client.force_login(newsroom.people[role])
        menu = client.get("/admin/").content.decode()
        assert (INBOX in menu, DOOR in menu) == (inbox, form)


def test_the_body_finds_the_draft_on_its_first_screen(newsroom: Newsroom, client: Client) -> None:
    body = a_body()
    one, _ = a_proposal()
    accept(
        one,
        organisation=body.organisation,
        answer="Cảm ơn bạn.",
        by=newsroom.people[Role.STANDING_OFFICE],
        at=timezone.now(),
    )
    assert piles(client, body.clerk) == {"Phiếu nháp từ lời giới thiệu của người dân": 1}
    assert piles(client, a_body("khac", "Ủy ban nhân dân xã Mỹ Quý").clerk) == {}
