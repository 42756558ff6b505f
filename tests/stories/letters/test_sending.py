"""Anybody proposes without an account: what the form asks, refuses, keeps and takes in once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.notifications.actions import deliver_due
from cms.people.enums import Role
from cms.people.models import AccessLink
from stories.letters.actions import propose
from stories.letters.enums import ProposalState as S
from stories.letters.forms import new_token
from stories.letters.models import Proposal
from tests.factories.letters import DOOR, FOLLOW, INBOX, code_in, is_secret, posted, text_of, words
from tests.factories.library import places
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def test_the_form_asks_what_is_needed_and_explains_what_is_kept(client: Client) -> None:
    places()
    shown = text_of(client.get(DOOR))
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
    assert "Chờ xem" in text_of(shown)
    assert "0912 345 678" not in text_of(shown)


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
        ("website", "http://quang-cao.example", "Máy đã xóa ô đó"),
        ("form", "gia-mao", "Phiếu mở lâu quá."),
        ("form", "", "Phiếu mở lâu quá."),
    ],
)
def test_bad_input_is_told_where_it_is_wrong_and_nothing_typed_is_lost(
    client: Client, field: str, value: str, said: str
) -> None:
    answer = client.post(DOOR, posted(**{field: value}))
    assert (answer.status_code, Proposal.objects.exists()) == (422, False)
    assert said in text_of(answer)
    kept = {name: typed for name, typed in words().items() if name != field}
    assert [name for name, typed in kept.items() if " ".join(typed.split()) not in text_of(answer)] == []


def test_a_stale_form_is_given_another_token_so_that_the_next_press_works(client: Client) -> None:
    stale = new_token(timezone.now() - timedelta(days=3))
    answer = client.post(DOOR, posted(form=stale))
    again = re.search(r'name="form" value="([^"]+)"', answer.content.decode())
    assert again
    assert again.group(1) != stale


def test_whoever_is_quicker_than_a_person_must_press_again(client: Client) -> None:
    answer = client.post(DOOR, posted(form=new_token(timezone.now())))
    assert (answer.status_code, "Gửi nhanh quá" in text_of(answer)) == (422, True)


def test_a_second_press_is_one_proposal_with_the_same_code(client: Client) -> None:
    form = posted()
    codes = [code_in(client.post(DOOR, form)) for _ in range(2)]
    assert codes[0] == codes[1]
    assert Proposal.objects.count() == AccessLink.objects.count() == 1


def test_the_same_form_with_other_words_is_told_and_may_be_sent_as_another(client: Client) -> None:
    form = posted()
    first = code_in(client.post(DOOR, form))
    answer = client.post(DOOR, form | {"name": "Bà Lê Thị Sáu"})
    assert (answer.status_code, first in text_of(answer), "Bà Lê Thị Sáu" in text_of(answer)) == (
        409,
        True,
        True,
    )
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


@pytest.mark.usefixtures("within_one_hour")
def test_an_address_sends_thirty_an_hour_and_keeps_what_the_next_one_typed(client: Client) -> None:
    for number in range(30):
        assert client.post(DOOR, posted(name=f"Ông Thứ {number}")).status_code == 200
    answer = client.post(DOOR, posted())
    assert (answer.status_code, "0912 345 678" in text_of(answer)) == (429, True)
    assert client.post(DOOR, posted(), REMOTE_ADDR="203.0.113.9").status_code == 200


def test_somebody_signed_in_is_recorded_is_not_limited_and_sees_what_they_sent(
    newsroom: Newsroom, client: Client
) -> None:
    journalist = newsroom.people[Role.JOURNALIST]
    client.force_login(journalist)
    assert "Bạn đang gửi với tài khoản" in text_of(client.get(DOOR))
    for number in range(31):
        assert client.post(DOOR, posted(name=f"Ông Thứ {number}")).status_code == 200
    assert set(Proposal.objects.values_list("proposed_by", flat=True)) == {journalist.pk}
    assert "Ông Thứ 30" in text_of(client.get(FOLLOW))
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    assert "Ông Thứ" not in text_of(client.get(FOLLOW))


def test_the_office_is_told_by_letter(newsroom: Newsroom, client: Client) -> None:
    client.post(DOOR, posted(name="Ông Đò\nBcc: ai@example.org"))
    deliver_due(at=timezone.now())
    deliver_due(at=timezone.now())
    letter = mail.outbox[-1]
    assert letter.subject == "Có lời giới thiệu mới"
    assert "Đò" not in letter.body
    assert letter.to == [newsroom.people[Role.STANDING_OFFICE].email]
    assert "0912 345 678" not in letter.body


def test_the_public_site_leads_to_the_form(client: Client, newsroom: Newsroom) -> None:
    assert f'href="{DOOR}"' in text_of(client.get("/cau-chuyen/"))


def test_propose_is_one_with_the_same_form_and_two_with_another() -> None:
    now = timezone.now()
    first, second = new_token(now), new_token(now)
    made = {propose(words(), form=form, by=None, at=now)[0].pk for form in (first, first, second)}
    assert len(made) == 2
