"""Slots: made ahead, filled, moved, released as one act, missed and reported."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError
from wagtail.models import Page

from cms.notifications.models import OutboxMessage
from cms.people.enums import Role
from cms.workflow.registries import checks
from cms.workflow.rules import Failure
from columns.slots.actions import SlotRefused, make_ahead, place, release_due, skip, slots, swap, take_out
from columns.slots.enums import SlotState
from columns.slots.models import Slot
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room
HOUR = datetime(2026, 11, 26, 6, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def messages() -> list[str]:
    return list(OutboxMessage.objects.order_by("pk").values_list("kind", flat=True))


@pytest.mark.plan("S2")
def test_make_ahead_opens_a_slot_for_every_week_and_twice_is_once(newsroom: Newsroom) -> None:
    newsroom.column.rhythms.create(rrule="FREQ=WEEKLY;BYDAY=TH", hour=time(6), valid_from=date(2026, 11, 1))
    first = make_ahead(newsroom.column, by=None, at=HOUR, until=date(2026, 12, 31))
    second = make_ahead(newsroom.column, by=None, at=HOUR, until=date(2026, 12, 31))
    assert (first, second, Slot.objects.count()) == (6, 0, 6)
    assert Slot.objects.first().at == HOUR


def test_place_takes_a_draft_because_planned_is_not_scheduled(newsroom: Newsroom) -> None:
    slot = newsroom.slot(HOUR, [newsroom.draft()])
    assert slot.state == SlotState.FILLED


def test_place_refuses_a_second_piece_and_a_second_click(newsroom: Newsroom) -> None:
    story, other = newsroom.draft(), newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    slot = newsroom.slot(HOUR, [story])
    editor = newsroom.people[Role.MANAGING_EDITOR]
    with pytest.raises(SlotRefused, match="đã có trong kỳ"):
        place(slot, story, by=editor, at=HOUR)
    with pytest.raises(SlotRefused, match="đã có bài"):
        place(slot, other, by=editor, at=HOUR)
    assert slot.items.count() == 1


def test_take_out_opens_the_slot_again(newsroom: Newsroom) -> None:
    story = newsroom.draft()
    slot = newsroom.slot(HOUR, [story])
    take_out(slot, story, by=None, at=HOUR)
    slot.refresh_from_db()
    assert (slot.state, slot.items.count()) == (SlotState.OPEN, 0)


def test_swap_exchanges_contents_and_states(newsroom: Newsroom) -> None:
    story = newsroom.draft()
    full, empty = newsroom.slot(HOUR, [story]), newsroom.slot(HOUR + timedelta(days=7))
    swap(full, empty, by=None, at=HOUR - timedelta(days=2))
    full.refresh_from_db()
    empty.refresh_from_db()
    assert (full.state, empty.state) == (SlotState.OPEN, SlotState.FILLED)
    assert [item.page_id for item in empty.items.all()] == [story.pk]


def test_skip_wants_a_reason_and_returns_the_piece(newsroom: Newsroom) -> None:
    slot = newsroom.slot(HOUR, [newsroom.draft()])
    with pytest.raises(SlotRefused, match="lý do"):
        skip(slot, reason="  ", by=None, at=HOUR)
    skip(slot, reason="Nghỉ Tết", by=None, at=HOUR)
    slot.refresh_from_db()
    assert (slot.state, slot.reason, slot.items.count()) == (SlotState.SKIPPED, "Nghỉ Tết", 0)
    with pytest.raises(SlotRefused, match="nghỉ kỳ"):
        place(slot, newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm"), by=None, at=HOUR)


def test_release_due_waits_for_the_second(newsroom: Newsroom) -> None:
    page = newsroom.approved()
    newsroom.slot(HOUR, [page])
    assert release_due(at=HOUR - timedelta(seconds=1)) == []
    assert [slot.state for slot in release_due(at=HOUR)] == [SlotState.RELEASED]
    assert fresh(page).first_published_at == HOUR
    assert release_due(at=HOUR) == []
    assert messages() == ["slot.released"]


def test_release_is_all_or_none_and_says_nothing_when_the_last_of_three_fails(newsroom: Newsroom) -> None:
    pages = [newsroom.approved(f"Ông Tư giữ ruộng sen cho xóm mùa thứ {n}") for n in ("nhất", "nhì")]
    unapproved = newsroom.hand_in(newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm"))
    slot = newsroom.slot(HOUR, [*pages, unapproved], several=True)
    assert release_due(at=HOUR) == []
    slot.refresh_from_db()
    assert [fresh(page).live for page in (*pages, unapproved)] == [False, False, False]
    assert slot.state == SlotState.FILLED
    assert slot.last_error == "“Bà Năm mở lớp dạy bơi miễn phí ở xóm” chưa được duyệt xong."
    assert messages() == ["slot.blocked"]


def test_one_broken_slot_stops_only_itself(newsroom: Newsroom) -> None:
    newsroom.slot(HOUR, [newsroom.draft()])
    good = newsroom.approved("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    slot = newsroom.slot(HOUR + timedelta(minutes=1), [good])
    assert [released.pk for released in release_due(at=HOUR + timedelta(minutes=2))] == [slot.pk]


def test_a_system_fault_in_one_piece_is_reported_and_the_others_go_out(newsroom: Newsroom, caplog) -> None:
    broken, good = newsroom.approved(), newsroom.approved("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    first = newsroom.slot(HOUR, [broken])
    newsroom.slot(HOUR + timedelta(minutes=1), [good])

    def explode(page: Page, channels: frozenset[str], day: date) -> list[Failure]:
        if page.pk == broken.pk:
            raise RuntimeError("đĩa đầy")
        return []

    with checks.temporarily("test.explode", explode):
        assert len(release_due(at=HOUR + timedelta(minutes=2))) == 1
    first.refresh_from_db()
    assert first.last_error.startswith("Lỗi hệ thống; máy sẽ tự thử lại.")


def test_a_blocked_slot_is_retried_later_and_its_cause_told_once(newsroom: Newsroom) -> None:
    page = newsroom.hand_in(newsroom.draft())
    slot = newsroom.slot(HOUR, [page])
    for minute in range(0, 6):
        release_due(at=HOUR + timedelta(minutes=minute))
    slot.refresh_from_db()
    assert (slot.attempts, messages()) == (3, ["slot.blocked"])
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    assert len(release_due(at=HOUR + timedelta(minutes=40))) == 1
    late = OutboxMessage.objects.get(kind="slot.released").payload["minutes_late"]
    assert late == 40


def test_a_slot_that_is_blocked_again_after_its_piece_was_changed_tells_again(newsroom: Newsroom) -> None:
    first, other = newsroom.draft(), newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    slot = newsroom.slot(HOUR, [first])
    release_due(at=HOUR)
    take_out(slot, first, by=None, at=HOUR)
    place(slot, other, by=None, at=HOUR)
    release_due(at=HOUR + timedelta(minutes=5))
    told = OutboxMessage.objects.filter(kind="slot.blocked").order_by("pk")
    assert [first.draft_title in one.payload["reason"] for one in told] == [True, False]


@pytest.mark.parametrize("report", ["_report_blocked", "_report_missed"])
def test_a_report_that_fails_does_not_stop_the_other_slots(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    blocked = newsroom.slot(HOUR, [newsroom.draft()])
    empty, empty_too = (newsroom.slot(HOUR + timedelta(minutes=n)) for n in (1, 2))
    good = newsroom.slot(HOUR + timedelta(minutes=3), [newsroom.approved("Bà Năm mở lớp dạy bơi cho trẻ")])
    really = getattr(slots, report)

    def fail_for_the_first(slot_id: int, *rest: object) -> None:
        if slot_id in {blocked.pk, empty.pk}:
            raise DatabaseError("đĩa đầy")
        really(slot_id, *rest)

    monkeypatch.setattr(slots, report, fail_for_the_first)
    assert [slot.pk for slot in release_due(at=HOUR + timedelta(minutes=4))] == [good.pk]
    empty_too.refresh_from_db()
    assert empty_too.state == SlotState.MISSED


def test_an_empty_slot_is_reported_as_missed_once(newsroom: Newsroom) -> None:
    slot = newsroom.slot(HOUR)
    release_due(at=HOUR + timedelta(hours=3))
    release_due(at=HOUR + timedelta(hours=4))
    slot.refresh_from_db()
    assert (slot.state, messages()) == (SlotState.MISSED, ["slot.missed"])


def test_the_second_column_of_a_piece_only_checks_it_again(newsroom: Newsroom) -> None:
    page = newsroom.approved()
    newsroom.slot(HOUR, [page])
    newsroom.slot(HOUR + timedelta(days=7), [page])
    assert len(release_due(at=HOUR)) == 1
    assert len(release_due(at=HOUR + timedelta(days=7))) == 1
    assert fresh(page).first_published_at == HOUR
