"""The calendar and a slot's screen: who may, what is said, how many queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.people.enums import Role
from cms.workflow.actions import release
from columns.slots.enums import SlotState
from columns.slots.forms import PlaceForm
from columns.slots.models import Column
from columns.slots.queries import DRAFTS, backlog
from stories.pages.actions import take_down
from stories.pages.enums import TakedownReason
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


def test_a_slot_that_went_out_meanwhile_says_so(newsroom: Newsroom, client: Client) -> None:
    story = newsroom.draft()
    slot = newsroom.slot(tomorrow(), [story])
    type(slot).objects.filter(pk=slot.pk).update(state=SlotState.RELEASED)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    for form in ({"verb": "take_out", "page": story.pk}, {"verb": "skip", "reason": "Nghỉ Tết"}):
        answer = client.post(f"/admin/lich/{slot.pk}/", form)
        assert answer.status_code == 422
        assert "Kỳ này không đổi được nữa" in answer.content.decode()


def test_a_slot_that_was_to_rest_can_be_opened_again_until_its_hour(
    newsroom: Newsroom, client: Client
) -> None:
    slot = newsroom.slot(tomorrow())
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    client.post(f"/admin/lich/{slot.pk}/", {"verb": "skip", "reason": "Nghỉ lễ"})
    assert "Mở lại kỳ này" in client.get(f"/admin/lich/{slot.pk}/").content.decode()
    client.post(f"/admin/lich/{slot.pk}/", {"verb": "reopen"})
    slot.refresh_from_db()
    assert (slot.state, slot.reason) == (SlotState.OPEN, "")
    refused = client.post(f"/admin/lich/{slot.pk}/", {"verb": "reopen"})
    assert (refused.status_code, "Chỉ mở lại được kỳ nghỉ chưa đến giờ." in refused.content.decode()) == (
        422,
        True,
    )
    past = newsroom.slot(timezone.now() - timedelta(hours=1))
    type(slot).objects.filter(pk=past.pk).update(state=SlotState.SKIPPED)
    assert client.post(f"/admin/lich/{past.pk}/", {"verb": "reopen"}).status_code == 422


def test_a_written_piece_has_no_place_in_a_programme(newsroom: Newsroom, client: Client) -> None:
    story = newsroom.draft()
    written, heard = newsroom.slot(tomorrow(), [story]), newsroom.slot(tomorrow() + timedelta(days=1))
    radio = Column.objects.create(
        name="Hương sen",
        slug="huong-sen",
        organisation=newsroom.column.organisation,
        media=["radio", "television"],
    )
    type(heard).objects.filter(pk=heard.pk).update(column=radio)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    said = "chỉ nhận số phát sóng, không nhận bài viết."
    assert (
        said
        in client.post(f"/admin/lich/{written.pk}/", {"verb": "swap", "other": heard.pk}).content.decode()
    )
    other = newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    assert (
        said in client.post(f"/admin/lich/{heard.pk}/", {"verb": "place", "page": other.pk}).content.decode()
    )
    assert other.title not in client.get(f"/admin/lich/{heard.pk}/").content.decode()
    assert [item.page_id for item in written.items.all()] == [story.pk]


def test_planners_are_offered_the_approved_first_then_the_road_then_drafts(newsroom: Newsroom) -> None:
    approved, waiting = newsroom.approved(), newsroom.hand_in(newsroom.draft("Bài đang chờ duyệt"))
    drafts = [newsroom.draft(f"Bản nháp số {number}") for number in range(DRAFTS + 1)]
    placed = newsroom.draft("Bài đã có kỳ")
    newsroom.slot(tomorrow(), [placed])
    keys = [piece.page.pk for piece in backlog()]
    assert keys[:2] == [approved.pk, waiting.pk]
    assert keys[2:] == [draft.pk for draft in reversed(drafts[1:])]


def test_a_draft_that_slipped_from_the_list_can_still_be_placed_and_what_was_taken_down_cannot(
    newsroom: Newsroom,
) -> None:
    slot, oldest = newsroom.slot(tomorrow(), several=True), newsroom.draft("Bản nháp cũ nhất")
    for number in range(DRAFTS):
        newsroom.draft(f"Bản nháp số {number}")
    assert PlaceForm({"page": oldest.pk}, slot=slot).is_valid()
    gone = newsroom.approved()
    release(gone, by=None, at=timezone.now())
    editor = newsroom.people[Role.EDITOR_IN_CHIEF]
    take_down(gone, reason=TakedownReason.ORDER, grounds="CV 45", by=editor, at=timezone.now())
    form = PlaceForm({"page": gone.pk}, slot=slot)
    assert form.errors["page"] == ["Bài này vừa được xếp vào kỳ khác, đã đăng hoặc đã gỡ. Hãy chọn bài khác."]


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
