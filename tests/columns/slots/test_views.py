"""The calendar and a slot's screen: who may, what is said, how many queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.people.enums import Role
from columns.slots.enums import SlotState
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
SEES = {
    Role.STANDING_OFFICE, Role.PROPAGANDA, Role.JOURNALIST, Role.DESK_EDITOR, Role.RADIO_EDITOR,
    Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF,
}  # fmt: skip
PLANS = {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}


def tomorrow():
    return timezone.now() + timedelta(days=1)


@pytest.mark.parametrize("role", list(Role))
def test_roles_and_actions_of_the_calendar(newsroom: Newsroom, client: Client, role: Role) -> None:
    slot = newsroom.slot(tomorrow())
    client.force_login(newsroom.people[role])
    seen = [client.get(address).status_code == 200 for address in ("/admin/lich/", f"/admin/lich/{slot.pk}/")]
    assert seen == [role in SEES] * 2
    client.post(f"/admin/lich/{slot.pk}/", {"verb": "skip", "reason": "Nghỉ lễ"})
    slot.refresh_from_db()
    assert (slot.state == SlotState.SKIPPED) is (role in PLANS)


def test_a_stranger_is_sent_to_sign_in(newsroom: Newsroom, client: Client) -> None:
    slot = newsroom.slot(tomorrow())
    for address in ("/admin/lich/", f"/admin/lich/{slot.pk}/"):
        assert "dang-nhap" in client.get(address)["Location"]


def test_a_piece_is_placed_moved_and_taken_out(newsroom: Newsroom, client: Client) -> None:
    story = newsroom.draft()
    first, second = newsroom.slot(tomorrow()), newsroom.slot(tomorrow() + timedelta(days=7))
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    client.post(f"/admin/lich/{first.pk}/", {"verb": "place", "page": story.pk})
    assert story.title in client.get("/admin/lich/").content.decode()
    client.post(f"/admin/lich/{first.pk}/", {"verb": "swap", "other": second.pk})
    assert [item.page_id for item in second.items.all()] == [story.pk]
    client.post(f"/admin/lich/{second.pk}/", {"verb": "take_out", "page": story.pk})
    assert second.items.count() == 0


def test_a_second_click_is_told_and_changes_nothing(newsroom: Newsroom, client: Client) -> None:
    story, other = newsroom.draft(), newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    slot = newsroom.slot(tomorrow(), [story])
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    answer = client.post(f"/admin/lich/{slot.pk}/", {"verb": "place", "page": other.pk})
    assert (answer.status_code, slot.items.count()) == (422, 1)
    assert "Kỳ này đã có bài" in answer.content.decode()


def test_skipping_without_a_reason_is_refused_in_vietnamese(newsroom: Newsroom, client: Client) -> None:
    slot = newsroom.slot(tomorrow())
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    assert client.post(f"/admin/lich/{slot.pk}/", {"verb": "skip", "reason": " "}).status_code == 422
    slot.refresh_from_db()
    assert slot.state == SlotState.OPEN


def test_the_calendar_asks_the_same_number_of_queries_for_1_and_30_slots(
    newsroom: Newsroom, client: Client
) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    newsroom.slot(tomorrow(), [newsroom.draft()])
    client.get("/admin/lich/")
    few = _count(client)
    for number in range(29):
        newsroom.slot(
            tomorrow() + timedelta(days=number + 1), [newsroom.draft(f"Ông Tư giữ ruộng sen lần {number}")]
        )
    assert _count(client) == few


def _count(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/admin/lich/").status_code == 200
    return len(captured)
