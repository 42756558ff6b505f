"""“Đăng ngay”: who may, what is shown before, and what a second click finds."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.people.enums import Role
from cms.workflow.registries import checks
from cms.workflow.rules import Failure
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room
LETS_OUT = {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}


def address_of(page) -> str:
    return f"/admin/bai/{page.pk}/dang-ngay/"


@pytest.mark.parametrize("role", list(Role))
def test_only_those_of_the_waiting_room_let_a_piece_out(
    newsroom: Newsroom, client: Client, role: Role
) -> None:
    page = newsroom.approved()
    client.force_login(newsroom.people[role])
    assert (client.get(address_of(page)).status_code == 200) is (role in LETS_OUT)
    client.post(address_of(page))
    assert fresh(page).live is (role in LETS_OUT)


def test_a_stranger_is_sent_to_sign_in(newsroom: Newsroom, client: Client) -> None:
    assert "dang-nhap" in client.get(address_of(newsroom.approved()))["Location"]


def test_the_log_says_who_let_it_out_and_a_second_click_changes_nothing(
    newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.approved()
    editor = newsroom.people[Role.MANAGING_EDITOR]
    client.force_login(editor)
    client.post(address_of(page))
    answer = client.post(address_of(page), follow=True)
    assert "không còn chờ phát hành" in answer.content.decode()
    entries = PageLogEntry.objects.filter(page=page.pk, action="workflow.release")
    assert [entry.user for entry in entries] == [editor]


def test_a_piece_that_is_not_approved_cannot_be_let_out(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.hand_in(newsroom.draft())
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    client.post(address_of(page))
    assert not fresh(page).live


def test_failures_are_shown_instead_of_the_button(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.approved()
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    with checks.temporarily("test.block", lambda page, channels, day: [Failure("x", "", "Vướng.", "Sửa.")]):
        shown = client.get(address_of(page)).content.decode()
        answer = client.post(address_of(page))
    assert "Vướng." in shown
    assert '<button class="button">Đăng ngay' not in shown
    assert (answer.status_code, fresh(page).live) == (422, False)


def test_the_screen_names_the_slot_that_the_piece_also_has(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.approved()
    newsroom.slot(timezone.now() + timedelta(days=3), [page])
    client.force_login(newsroom.people[Role.EDITOR_IN_CHIEF])
    assert "Gương Người tốt, Việc tốt" in client.get(address_of(page)).content.decode()


def test_the_editor_offers_it_only_in_the_waiting_room(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    waiting, reviewed = newsroom.approved(), newsroom.hand_in(newsroom.draft("Bà Năm mở lớp dạy bơi cho trẻ"))
    offered = [
        address_of(page) in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        for page in (waiting, reviewed)
    ]
    assert offered == [True, False]
