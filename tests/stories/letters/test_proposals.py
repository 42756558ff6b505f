"""Anybody proposes without an account, follows with a code, and is answered by the standing office."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.notifications.actions import deliver_due
from cms.people.actions import revoke_link
from cms.people.enums import Purpose, Role
from cms.people.models import AccessLink
from cms.people.secrecy import HEADERS
from stories.letters.actions import LetterRefused, accept, decline, merge, propose
from stories.letters.enums import ProposalState as S
from stories.letters.forms import new_token
from stories.letters.models import Proposal
from stories.nominations.actions import throw_away
from stories.nominations.models import Nomination
from tests.factories.bodies import a_body, a_draft, a_nomination
from tests.factories.letters import a_proposal, posted, words
from tests.factories.library import an_exemplar, places
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
DOOR, FOLLOW, INBOX = "/gioi-thieu-guong/", "/theo-doi/", "/admin/de-xuat/"
CODE = re.compile(r"GS(?:-[0-9A-Z]{4}){3}")


def page(response: HttpResponse) -> str:
    return " ".join(unescape(response.content.decode()).split())


def code_in(response: HttpResponse) -> str:
    found = CODE.search(page(response))
    assert found
    return found.group()


def is_secret(response: HttpResponse) -> bool:
    return all(response.headers.get(name) == value for name, value in HEADERS.items())


# Sending


def test_the_form_asks_what_is_needed_and_explains_what_is_kept(client: Client) -> None:
    places()
    shown = page(client.get(DOOR))
    for said in (
        "Bạn giới thiệu ai?",
        "Luật Bảo vệ dữ liệu cá nhân",
        'value="Xã Tháp Mười"',
        "Vì sao bạn biết",
    ):
        assert said in shown
    box = re.search(r"<input[^>]*name=\"agrees\"[^>]*>", shown)
    assert box
    assert "checked" not in box.group()


@pytest.mark.plan("E5")
def test_a_proposal_is_taken_in_with_its_place_and_a_code_that_opens_it(client: Client) -> None:
    today, _ = places()
    sent = client.post(DOOR, posted())
    assert (sent.status_code, is_secret(sent)) == (200, True)
    one = Proposal.objects.get()
    assert (one.name, one.locality, one.proposed_by, one.state) == ("Ông Trần Văn Đò", today, None, S.NEW)
    assert one.agreed_at == one.proposed_at
    shown = client.post(FOLLOW, {"code": code_in(sent)})
    assert (shown.status_code, is_secret(shown)) == (200, True)
    assert "Chờ xem" in page(shown)
    assert "0912" not in page(shown)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Hãy ghi tên, hoặc tên thường gọi."),
        ("place", " ", "Hãy ghi xã, phường; biết ấp, khóm thì ghi thêm."),
        ("deeds", "", "Hãy kể việc người ấy đã làm."),
        ("source", "", "Hãy ghi vì sao bạn biết"),
        ("agrees", "", "Muốn gửi, hãy đọc phần trên và đánh dấu đồng ý."),
        ("deeds", "a" * 2501, "Dài quá: tối đa 2500 chữ cái"),
        ("source", "a" * 501, "tối đa 500"),
        ("name", "a" * 161, "tối đa 160"),
        ("website", "http://quang-cao.example", "đã có chữ. Xóa chữ trong ô đó"),
        ("form", "gia-mao", "Phiếu mở lâu quá."),
        ("form", "", "Phiếu mở lâu quá."),
    ],
)
def test_bad_input_is_told_where_it_is_wrong_and_nothing_typed_is_lost(
    client: Client, field: str, value: str, said: str
) -> None:
    answer = client.post(DOOR, posted(**{field: value}))
    assert (answer.status_code, Proposal.objects.exists()) == (422, False)
    assert said in page(answer)
    kept = {name: typed for name, typed in words().items() if name != field}
    assert [name for name, typed in kept.items() if " ".join(typed.split()) not in page(answer)] == []


def test_a_stale_form_is_given_another_token_so_that_the_next_press_works(client: Client) -> None:
    stale = new_token(timezone.now() - timedelta(days=3))
    answer = client.post(DOOR, posted(form=stale))
    again = re.search(r'name="form" value="([^"]+)"', answer.content.decode())
    assert again
    assert again.group(1) != stale


def test_whoever_is_quicker_than_a_person_must_press_again(client: Client) -> None:
    answer = client.post(DOOR, posted(form=new_token(timezone.now())))
    assert (answer.status_code, "Gửi nhanh quá" in page(answer)) == (422, True)


def test_a_second_press_is_one_proposal_with_the_same_code(client: Client) -> None:
    form = posted()
    codes = [code_in(client.post(DOOR, form)) for _ in range(2)]
    assert codes[0] == codes[1]
    assert Proposal.objects.count() == AccessLink.objects.count() == 1


def test_the_same_form_with_other_words_is_told_and_may_be_sent_as_another(client: Client) -> None:
    form = posted()
    first = code_in(client.post(DOOR, form))
    answer = client.post(DOOR, form | {"name": "Bà Lê Thị Sáu"})
    assert (answer.status_code, first in page(answer), "Bà Lê Thị Sáu" in page(answer)) == (409, True, True)
    token = re.search(r'name="form" value="([^"]+)"', answer.content.decode())
    assert token
    assert token.group(1) != form["form"]
    assert Proposal.objects.count() == 1


def test_tags_that_somebody_types_are_words_and_addresses_become_links(
    newsroom: Newsroom, client: Client
) -> None:
    evil = "<script>alert(1)</script> <b onclick=x>đậm</b> 5 < 7, xem https://example.org/a?b=1&c=2"
    client.post(DOOR, posted(deeds=evil, name="<i>Ông Đò</i>"))
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    raw = client.get(f"{INBOX}{Proposal.objects.get().pk}/").content.decode()
    assert "<script>alert" not in raw
    assert "<b onclick" not in raw
    assert "<i>Ông" not in raw
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in raw
    assert "5 &lt; 7" in raw
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer"' in raw


def test_an_address_sends_thirty_an_hour_and_keeps_what_the_next_one_typed(client: Client) -> None:
    for number in range(30):
        assert client.post(DOOR, posted(name=f"Ông Thứ {number}")).status_code == 200
    answer = client.post(DOOR, posted())
    assert (answer.status_code, "0912 345 678" in page(answer)) == (429, True)
    assert client.post(DOOR, posted(), REMOTE_ADDR="203.0.113.9").status_code == 200


def test_somebody_signed_in_is_recorded_is_not_limited_and_sees_what_they_sent(
    newsroom: Newsroom, client: Client
) -> None:
    journalist = newsroom.people[Role.JOURNALIST]
    client.force_login(journalist)
    assert "Bạn đang gửi với tài khoản" in page(client.get(DOOR))
    for number in range(31):
        assert client.post(DOOR, posted(name=f"Ông Thứ {number}")).status_code == 200
    assert set(Proposal.objects.values_list("proposed_by", flat=True)) == {journalist.pk}
    assert "Ông Thứ 30" in page(client.get(FOLLOW))
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    assert "Ông Thứ" not in page(client.get(FOLLOW))


def test_the_office_is_told_by_letter(newsroom: Newsroom, client: Client) -> None:
    client.post(DOOR, posted(name="Ông Đò\nBcc: ai@example.org"))
    deliver_due(at=timezone.now())
    deliver_due(at=timezone.now())
    letter = mail.outbox[-1]
    assert letter.subject == "Lời giới thiệu mới: Ông Đò Bcc: ai@example.org"
    assert letter.to == [newsroom.people[Role.STANDING_OFFICE].email]
    assert "0912" not in letter.body


# Following


def test_a_code_is_read_in_small_letters_and_without_dashes(client: Client) -> None:
    _, code = a_proposal()
    typed = code.lower().replace("-", " ")
    assert client.post(FOLLOW, {"code": typed}).status_code == 200


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("", 422, "Hãy nhập mã theo dõi."),
        ("abc", 422, "Mã gồm GS và 12 chữ, số."),
        ("GS-0000-0000-0000", 404, "Không có liên kết hay mã nào như vậy."),
    ],
)
def test_a_wrong_code_is_told_and_kept(client: Client, code: str, status: int, said: str) -> None:
    answer = client.post(FOLLOW, {"code": code})
    assert (answer.status_code, said in page(answer), is_secret(answer)) == (status, True, True)
    assert f'value="{code}"' in page(answer) or not code


def test_codes_cannot_be_guessed_one_after_the_other(client: Client) -> None:
    _, code = a_proposal()
    answers = [client.post(FOLLOW, {"code": f"GS-0000-0000-00{n:02}"}).status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    assert client.post(FOLLOW, {"code": code}).status_code == 429
    assert client.post(FOLLOW, {"code": code}, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_codes_of_one_after_the_other_have_nothing_in_common() -> None:
    codes = {a_proposal()[1] for _ in range(50)}
    assert len(codes) == 50
    assert len({code[3:7] for code in codes}) > 45


def test_an_old_and_a_revoked_code_say_so(client: Client) -> None:
    _, old = a_proposal(at=timezone.now() - timedelta(days=731))
    gone = client.post(FOLLOW, {"code": old})
    assert (gone.status_code, "đã hết hạn" in page(gone)) == (410, True)
    one, code = a_proposal()
    revoke_link(AccessLink.objects.get(subject=str(one.pk)), by=None, at=timezone.now())
    assert client.post(FOLLOW, {"code": code}).status_code == 410


def test_the_proposer_takes_name_and_contact_back(client: Client) -> None:
    one, code = a_proposal()
    answer = client.post(FOLLOW, {"code": code, "verb": "forget"})
    assert "Đã xóa tên và cách liên hệ của bạn." in page(answer)
    one.refresh_from_db()
    assert (one.contact_name, one.contact, one.name) == ("", "", "Ông Trần Văn Đò")
    assert ModelLogEntry.objects.filter(action="letters.forget_contact").count() == 1


def test_the_code_is_nowhere_in_the_database_and_forms_leave_no_key_to_it(client: Client) -> None:
    form = posted()
    code = code_in(client.post(DOOR, form))
    client.post(FOLLOW, {"code": code})
    rows = [str(row) for model in apps.get_models() for row in model.objects.values_list()]
    assert any("Trần Văn Đò" in row for row in rows)
    letters = code.replace("-", "")
    assert [row for row in rows if code in row or letters in row or form["form"] in row] == []
    assert AccessLink.objects.get().purpose == Purpose.PROPOSAL


# The office


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
    shown = page(client.get(f"{INBOX}{one.pk}/"))
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
    assert "0912" not in str(draft.__dict__)
    followed = page(Client().post(FOLLOW, {"code": code}))
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
    assert "Đã chuyển." in page(client.post(FOLLOW, {"code": code}))
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
    shown = page(client.get(f"{INBOX}{one.pk}/"))
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
    assert "Đã biết." in page(client.post(FOLLOW, {"code": code}))


def test_the_office_looks_for_another_name(newsroom: Newsroom, client: Client) -> None:
    person = an_exemplar("Ông Tư Đò")
    one, _ = a_proposal()
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    key = f"exemplar:{person.pk}"
    assert key not in page(client.get(f"{INBOX}{one.pk}/"))
    assert key in page(client.get(f"{INBOX}{one.pk}/", {"tim": "tu do"}))
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
        with pytest.raises(LetterRefused, match="đã được trả lời: chưa tiếp nhận"):
            again()
    client.force_login(office)
    answer = client.post(f"{INBOX}{one.pk}/", {"verb": "decline", "answer": "Lần nữa"})
    assert (answer.status_code, "đã được trả lời" in page(answer)) == (422, True)
    logged = ModelLogEntry.objects.filter(action="letters.declined").values_list("user_id", flat=True)
    assert list(logged) == [office.pk]


def test_the_inbox_is_sorted_by_age_and_filtered(newsroom: Newsroom, client: Client) -> None:
    now, office = timezone.now(), newsroom.people[Role.STANDING_OFFICE]
    client.force_login(office)
    assert "Không còn lời giới thiệu nào chờ." in page(client.get(INBOX))
    a_proposal(name="Trần Trẻ")
    a_proposal(at=now - timedelta(days=9), name="Lê Già")
    done, _ = a_proposal(name="Võ Xong")
    decline(done, answer="Cảm ơn", by=office, at=now)
    shown = page(client.get(INBOX))
    assert shown.index("Lê Già") < shown.index("Trần Trẻ")
    assert "Võ Xong" not in shown
    assert "Trần Trẻ" not in page(client.get(INBOX, {"cho": "7"}))
    assert "Lê Già" in page(client.get(INBOX, {"cho": "7"}))
    assert "Võ Xong" in page(client.get(INBOX, {"tinh-trang": "declined"}))
    assert "Lê Già" in page(client.get(INBOX, {"ten": "le gia"}))
    assert "Không có lời giới thiệu nào như vậy." in page(client.get(INBOX, {"ten": "không ai"}))


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
    assert "Lời giới thiệu khác mang cùng tên" in page(client.get(f"{INBOX}{one.pk}/"))


def test_menus_lead_where_people_may_go(newsroom: Newsroom, client: Client) -> None:
    for role, inbox, form in (
        (Role.STANDING_OFFICE, True, True),
        (Role.JOURNALIST, False, True),
        (Role.CLERK, False, False),
    ):
        client.force_login(newsroom.people[role])
        menu = client.get("/admin/").content.decode()
        assert (INBOX in menu, DOOR in menu) == (inbox, form)


def test_the_public_site_leads_to_the_form(client: Client, newsroom: Newsroom) -> None:
    assert f'href="{DOOR}"' in page(client.get("/cau-chuyen/"))


def test_propose_is_one_with_the_same_form_and_two_with_another() -> None:
    now = timezone.now()
    first, second = new_token(now), new_token(now)
    made = {propose(words(), form=form, by=None, at=now)[0].pk for form in (first, first, second)}
    assert len(made) == 2
