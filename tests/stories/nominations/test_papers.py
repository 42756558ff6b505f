"""The light pages of nominating bodies: half-way saving, signature, and nobody else's papers."""

import re
import unicodedata
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.people.enums import Role
from stories.nominations.actions import (
    ask_more,
    give_back,
    hand_to_head,
    sign,
)
from stories.nominations.enums import NominationState as S
from stories.nominations.models import Nomination, NominationPhoto
from tests.factories.bodies import NOW, Body, a_body, a_draft, a_nomination
from tests.factories.newsroom import Newsroom
from tests.factories.papers import PAPERS, typed

pytestmark = pytest.mark.room
JSON = {"accept": "application/json"}


def test_a_clerk_begins_fills_in_and_hands_to_the_head_who_signs(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    answer = client.post(f"{PAPERS}moi/")
    nomination = Nomination.objects.get()
    assert answer["Location"] == f"{PAPERS}{nomination.pk}/"
    client.post(f"{PAPERS}{nomination.pk}/", typed(nomination) | {"verb": "hand_to_head"})
    client.force_login(body.head)
    assert "Ký và gửi" in client.get(f"{PAPERS}{nomination.pk}/").content.decode()
    nomination.refresh_from_db()
    client.post(f"{PAPERS}{nomination.pk}/", typed(nomination) | {"verb": "sign"})
    nomination.refresh_from_db()
    assert (nomination.state, nomination.signed_by) == (S.SENT, body.head)
    assert "Trồng lại hai công sen" in client.get(f"{PAPERS}{nomination.pk}/").content.decode()


def test_at_most_nine_fields_are_asked_for(newsroom: Newsroom, body: Body, client: Client) -> None:
    client.force_login(body.clerk)
    page = client.get(f"{PAPERS}{a_draft(body).pk}/").content.decode()
    assert 0 < page.count("paper-must") <= 9


def test_a_clerk_cannot_sign(newsroom: Newsroom, body: Body, client: Client) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    answer = client.post(f"{PAPERS}{draft.pk}/", typed(draft) | {"verb": "sign"})
    draft.refresh_from_db()
    assert (answer.status_code, draft.state) == (409, S.DRAFT)
    assert client.post(f"{PAPERS}{draft.pk}/tra-lai/", {"reason": "x"}).status_code == 403


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_is_kept(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    client.post(f"{PAPERS}moi/")
    draft = Nomination.objects.get()
    answer = client.post(
        f"{PAPERS}{draft.pk}/",
        {"edition": 0, "name": "Nguyễn Văn Kiềm", "kind": "good_deed", "verb": "hand_to_head"},
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hãy chọn xã, phường hiện nay." in page
    assert 'value="Nguyễn Văn Kiềm"' in page
    draft.refresh_from_db()
    assert draft.name == "Nguyễn Văn Kiềm"
    # The page shown carries the new edition: pressing again is not taken for somebody else's saving.
    again = typed(draft) | {"verb": "hand_to_head"}
    assert client.post(f"{PAPERS}{draft.pk}/", again)["Location"] == PAPERS


def test_the_script_saves_half_way_and_a_lapsed_session_is_told(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    address = f"{PAPERS}{draft.pk}/luu/"
    assert client.post(address, typed(draft), headers=JSON).status_code == 401
    client.force_login(body.clerk)
    answer = client.post(
        address, {"edition": draft.edition, "name": "Kiềm", "kind": "good_deed"}, headers=JSON
    )
    assert answer.json()["edition"] == draft.edition + 1
    other = client.post(address, typed(draft, name="Khác"), headers=JSON)
    assert (other.status_code, "lưu ở nơi khác" in other.json()["message"]) == (409, True)
    wrong = client.post(
        address, {"edition": draft.edition + 1, "birth_year": "19x8", "kind": "good_deed"}, headers=JSON
    )
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["birth_year"])


def edition_on(answer: HttpResponse) -> int:
    """The edition that the page shown would save from."""
    return int(re.search(r'name="edition" value="(\d+)"', answer.content.decode())[1])


def test_a_refused_photo_or_verb_leaves_a_page_that_saves_at_the_next_press(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    address = f"{PAPERS}{draft.pk}/"
    no_photo = {"verb": "save", "photos": [SimpleUploadedFile("a.pdf", b"%PDF-1.7")]}
    for number, refused in enumerate((no_photo, {"verb": "sign"})):
        draft.refresh_from_db()
        answer = client.post(address, typed(draft, name=f"Trần Thị Bảy {number}") | refused)
        shown = edition_on(answer)
        assert (answer.status_code, shown) == (409, draft.edition + 1)
        assert f'value="Trần Thị Bảy {number}"' in answer.content.decode()
        again = typed(draft, edition=shown, name=f"Trần Thị Tám {number}") | {"verb": "save"}
        assert client.post(address, again).status_code == 302
    draft.refresh_from_db()
    assert draft.name == "Trần Thị Tám 1"


def test_a_conflict_shows_what_both_wrote_and_overwrites_only_when_saved_again(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft = a_draft(body)
    address = f"{PAPERS}{draft.pk}/"
    client.force_login(body.head)
    client.post(address, typed(draft, name="Trần Thị Bảy", deed_1="Hiến đất làm đường") | {"verb": "save"})
    client.force_login(body.clerk)
    answer = client.post(address, typed(draft, name="Trần Thị Tám") | {"verb": "hand_to_head"})
    page = answer.content.decode()
    assert (answer.status_code, "lưu ở nơi khác" in page, edition_on(answer)) == (
        409,
        True,
        draft.edition + 1,
    )
    for words in (
        'value="Trần Thị Tám"',
        "<dd>Trần Thị Bảy</dd>",
        "<dd>Hiến đất làm đường (dựa vào: Sổ thu chi)</dd>",
    ):
        assert words in page
    assert "<dt>Lĩnh vực</dt>" not in page
    draft.refresh_from_db()
    assert (draft.name, draft.state) == ("Trần Thị Bảy", S.DRAFT)
    client.post(address, typed(draft, edition=edition_on(answer), name="Trần Thị Tám") | {"verb": "save"})
    draft.refresh_from_db()
    assert draft.name == "Trần Thị Tám"


@pytest.mark.parametrize("by_script", [False, True])
def test_the_same_words_sent_twice_are_saved_once_and_no_conflict(
    newsroom: Newsroom, body: Body, client: Client, by_script: bool
) -> None:
    draft = a_draft(body)
    client.force_login(body.clerk)
    # As a phone may send them: decomposed, with white space around.
    values = typed(draft, deed_1=unicodedata.normalize("NFD", " Trồng lại hai công sen ")) | {"verb": "save"}
    address, headers = (f"{PAPERS}{draft.pk}/luu/", JSON) if by_script else (f"{PAPERS}{draft.pk}/", {})
    answers = [client.post(address, values, headers=headers).status_code for _ in range(2)]
    draft.refresh_from_db()
    assert (answers, draft.edition) == ([200 if by_script else 302] * 2, values["edition"] + 1)
    assert draft.deeds[0]["text"] == "Trồng lại hai công sen"


def test_what_is_typed_after_the_head_has_signed_is_refused_and_kept(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    sent = a_nomination(body)
    client.force_login(body.clerk)
    for values in (typed(sent, name="Trần Thị Bảy"), typed(sent, name="Trần Thị Bảy", birth_year="19x8")):
        answer = client.post(f"{PAPERS}{sent.pk}/", values | {"verb": "save"})
        page = answer.content.decode()
        assert (answer.status_code, 'value="Trần Thị Bảy"' in page) == (409, True)
        assert "không sửa được nữa" in page
        assert "Lưu nháp" not in page
    sent.refresh_from_db()
    assert sent.name == "Nguyễn Văn Kiềm"


def test_another_bodys_papers_do_not_exist_by_any_address(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    draft, sent = a_draft(body), a_nomination(body, name="Trần Thị Bảy")
    photo = NominationPhoto.objects.create(
        nomination=draft, name="a.jpg", size=9, added_by=body.clerk, added_at=NOW
    )
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    client.force_login(other.head)
    for one in (draft, sent):
        for door in ("", "trung-ten/"):
            assert client.get(f"{PAPERS}{one.pk}/{door}").status_code == 404, door
        for door in ("", "luu/", "tra-lai/", "bo/", "anh/"):
            assert client.post(f"{PAPERS}{one.pk}/{door}", typed(one)).status_code == 404, door
    for door in ("", "bo/"):
        assert client.post(f"{PAPERS}{draft.pk}/anh/{photo.pk}/{door}").status_code == 404
    assert client.get(f"{PAPERS}{draft.pk}/anh/{photo.pk}/xem/").status_code == 404
    assert client.post(f"{PAPERS}moi/", {"copy": draft.pk}).status_code == 404
    assert client.post(f"{PAPERS}moi/", {"organisation": body.organisation.pk}).status_code == 404
    assert "Kiềm" not in client.get(PAPERS).content.decode()


@pytest.mark.parametrize("role", list(Role))
def test_nobody_without_an_appointment_has_papers(
    newsroom: Newsroom, body: Body, client: Client, role: Role
) -> None:
    draft = a_draft(body)
    client.force_login(newsroom.people[role])
    assert [client.get(address).status_code for address in (PAPERS, f"{PAPERS}{draft.pk}/")] == [404, 404]


def test_an_appointment_that_has_ended_opens_nothing(newsroom: Newsroom, body: Body, client: Client) -> None:
    draft = a_draft(body)
    body.clerk.appointments.update(valid_to=datetime(2026, 1, 1, tzinfo=UTC).date())
    client.force_login(body.clerk)
    assert client.get(f"{PAPERS}{draft.pk}/").status_code == 404


def test_a_stranger_is_sent_to_sign_in_and_back(newsroom: Newsroom, body: Body, client: Client) -> None:
    assert f"next={PAPERS}" in client.get(PAPERS)["Location"]


def test_last_years_is_copied_in_one_press(newsroom: Newsroom, body: Body, client: Client) -> None:
    before = a_nomination(body)
    Nomination.objects.update(year=2025)
    client.force_login(body.clerk)
    assert "Nguyễn Văn Kiềm (2025)" in client.get(PAPERS).content.decode()
    client.post(f"{PAPERS}moi/", {"copy": before.pk})
    assert Nomination.objects.filter(copied_from=before, name="Nguyễn Văn Kiềm", state=S.DRAFT).exists()


def test_the_heading_says_whose_wish_stands_above_the_form(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    office = newsroom.people[Role.STANDING_OFFICE]
    draft = give_back(
        hand_to_head(a_draft(body), by=body.clerk, at=NOW), reason="Sửa tuổi", by=body.head, at=NOW
    )
    headings = []
    for act in (
        lambda: draft,
        lambda: hand_to_head(draft, by=body.clerk, at=NOW),
        lambda: ask_more(sign(draft, by=body.head, at=NOW), what="Thêm ảnh", by=office, at=NOW),
        lambda: hand_to_head(draft, by=body.clerk, at=NOW),
        lambda: give_back(draft, reason="Sửa tên", by=body.head, at=NOW),
    ):
        act()
        page = client.get(f"{PAPERS}{draft.pk}/").content.decode()
        headings.append(
            [words for words in ("Thủ trưởng cần sửa", "Cơ quan Thường trực cần bổ sung") if words in page]
        )
    assert headings == [["Thủ trưởng cần sửa"]] * 2 + [["Cơ quan Thường trực cần bổ sung"]] * 3
    assert "Thêm ảnh<br>Thủ trưởng: Sửa tên" in page


def test_the_list_asks_the_same_number_of_queries_for_1_and_30(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    client.force_login(body.clerk)
    a_draft(body)
    client.get(PAPERS)
    few = _count(client)
    for number in range(29):
        a_draft(body, name=f"Nguyễn Văn {number}")
    assert _count(client) == few


def _count(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(PAPERS).status_code == 200
    return len(captured)
