"""Columns are opened, changed and given a rhythm on a screen; their public face comes with them."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadcasts.programmes.models import ProgrammePage
from cms.people.enums import Role
from columns.pages.models import ColumnPage
from columns.slots.actions import SlotRefused, make_ahead, place, set_rhythm, take_out
from columns.slots.models import Column, Slot
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
RUNS = {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}
ADDRESS = "/admin/chuyen-muc/"


def filled_in(newsroom: Newsroom, **changes: object) -> dict[str, object]:
    """What the form sends for a weekly print column on Thursdays."""
    values: dict[str, object] = {
        "name": "Nét đẹp đời thường", "organisation": newsroom.column.organisation_id, "description": "",
        "media_chosen": ["print", "web"], "is_active": "on", "every": "week", "weekdays": ["3"], "place": "1",
        "hour": "06:00", "valid_from": f"{timezone.localdate():%d/%m/%Y}",
    }  # fmt: skip
    return {name: value for name, value in (values | changes).items() if value != ""}


@pytest.mark.parametrize("role", list(Role))
def test_roles_and_actions_of_columns(newsroom: Newsroom, client: Client, role: Role) -> None:
    client.force_login(newsroom.people[role])
    doors = [f"{ADDRESS}new/", f"{ADDRESS}edit/{newsroom.column.pk}/"]
    assert [client.get(door).status_code == 200 for door in doors] == [role in RUNS] * 2
    client.post(f"{ADDRESS}new/", filled_in(newsroom))
    assert Column.objects.filter(name="Nét đẹp đời thường").exists() is (role in RUNS)


@pytest.mark.plan("S2")
def test_a_new_column_has_its_rhythm_and_its_page(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    client.post(f"{ADDRESS}new/", filled_in(newsroom))
    column = Column.objects.get(slug="net-dep-doi-thuong")
    assert [str(rhythm) for rhythm in column.rhythms.all()] == ["thứ Năm hằng tuần, 06:00"]
    assert ColumnPage.objects.get(column=column).live
    assert client.get("/chuyen-muc/net-dep-doi-thuong/").status_code == 200
    assert "thứ Năm hằng tuần, 06:00" in client.get(ADDRESS).content.decode()


@pytest.mark.plan("S3")
def test_a_column_on_the_air_has_a_programme_instead(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.EDITOR_IN_CHIEF])
    client.post(f"{ADDRESS}new/", filled_in(newsroom, media_chosen=["radio"], every="weekday_of_month"))
    column = Column.objects.get(slug="net-dep-doi-thuong")
    assert ProgrammePage.objects.get(column=column).live
    assert not ColumnPage.objects.filter(column=column).exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"weekdays": []}, "Hãy chọn ít nhất một thứ trong tuần."),
        ({"every": "weekday_of_month", "weekdays": ["1", "3"]}, "Hãy chọn đúng một thứ."),
        ({"every": "day_of_month"}, "Hãy ghi ngày trong tháng, từ 1 đến 28."),
        ({"valid_from": "01/01/2020"}, "Nhịp mới chỉ áp dụng được từ hôm nay trở đi."),
        ({"name": "Gương người tốt"}, "Đã có chuyên mục tên “Gương người tốt”"),
    ],
)
def test_wrong_input_is_explained_and_kept(
    newsroom: Newsroom, client: Client, changes: dict[str, object], message: str
) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    values = filled_in(newsroom, description="Chuyện nhỏ mà đẹp", **changes)
    shown = client.post(f"{ADDRESS}new/", values).content.decode()
    assert message in shown
    assert "Chuyện nhỏ mà đẹp" in shown
    assert Column.objects.count() == Column.objects.filter(pk=newsroom.column.pk).count()


def test_a_change_without_touching_the_rhythm_keeps_it(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    client.post(f"{ADDRESS}new/", filled_in(newsroom))
    column = Column.objects.get(slug="net-dep-doi-thuong")
    before = column.rhythms.get()
    client.post(f"{ADDRESS}edit/{column.pk}/", filled_in(newsroom, name="Nét đẹp quanh ta"))
    column.refresh_from_db()
    assert (column.name, column.slug, column.rhythms.get()) == (
        "Nét đẹp quanh ta",
        "net-dep-doi-thuong",
        before,
    )


def test_a_new_rhythm_takes_back_empty_slots_and_leaves_filled_ones(newsroom: Newsroom) -> None:
    at = timezone.make_aware(datetime(2026, 11, 2, 9))
    column = newsroom.column
    column.rhythms.create(rrule="FREQ=WEEKLY;BYDAY=TH", hour="06:00", valid_from=date(2026, 11, 1))
    column.refresh_from_db()
    make_ahead(column, by=None, at=at, until=date(2026, 11, 30))
    kept = newsroom.slot(at + timedelta(days=9), [newsroom.draft()])
    set_rhythm(
        column,
        rrule="FREQ=WEEKLY;BYDAY=FR",
        hour=kept.at.time(),
        valid_from=date(2026, 11, 9),
        by=None,
        at=at,
    )
    # What was open through Thursday the 26th is open again on the Fridays up to that day.
    assert [(timezone.localdate(slot.at), slot.state) for slot in Slot.objects.order_by("at")] == [
        (date(2026, 11, 5), "open"),
        (timezone.localdate(kept.at), "filled"),
        (date(2026, 11, 13), "open"),
        (date(2026, 11, 20), "open"),
    ]


def days_of_rhythms(column: Column) -> list[tuple[str, date, date | None]]:
    return list(column.rhythms.order_by("valid_from").values_list("rrule", "valid_from", "valid_to"))


def rhythm_from(column: Column, weekday: str, begins: date, at: datetime) -> None:
    set_rhythm(column, rrule=f"FREQ=WEEKLY;BYDAY={weekday}", hour=time(6), valid_from=begins, by=None, at=at)


def test_rhythms_never_overlap_nor_end_before_they_begin(newsroom: Newsroom) -> None:
    column, at = newsroom.column, timezone.make_aware(datetime(2026, 11, 2, 9))
    rhythm_from(column, "TH", date(2026, 11, 2), at)
    rhythm_from(column, "FR", date(2026, 12, 1), at)
    # Earlier than the one that was planned, and so before the end that the first one had got.
    rhythm_from(column, "MO", date(2026, 11, 16), at)
    rhythm_from(column, "SU", date(2026, 11, 16), at)
    assert days_of_rhythms(column) == [
        ("FREQ=WEEKLY;BYDAY=TH", date(2026, 11, 2), date(2026, 11, 15)),
        ("FREQ=WEEKLY;BYDAY=SU", date(2026, 11, 16), None),
    ]
    rhythm_from(column, "TU", date(2026, 11, 2), at)
    assert days_of_rhythms(column) == [("FREQ=WEEKLY;BYDAY=TU", date(2026, 11, 2), None)]
    with pytest.raises(IntegrityError), transaction.atomic():
        column.rhythms.update(valid_to=date(2026, 11, 1))


def test_an_hour_of_today_that_has_passed_opens_no_slot(newsroom: Newsroom) -> None:
    column, six = newsroom.column, timezone.make_aware(datetime(2026, 11, 5, 6))
    rhythm_from(column, "TH", date(2026, 11, 5), six)
    made = make_ahead(column, by=None, at=six + timedelta(minutes=1), until=date(2026, 11, 12))
    assert (made, Slot.objects.get().at) == (1, six + timedelta(days=7))
    assert make_ahead(column, by=None, at=six, until=date(2026, 11, 12)) == 1


def test_a_closed_column_takes_back_its_empty_slots_and_opens_no_more(
    newsroom: Newsroom, client: Client
) -> None:
    column, now = newsroom.column, timezone.now()
    rhythm_from(column, "TH", timezone.localdate(now), now)
    make_ahead(column, by=None, at=now, until=timezone.localdate(now + timedelta(days=30)))
    waiting = Slot.objects.order_by("at").first()
    story = newsroom.draft()
    place(waiting, story, by=None, at=now)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    closed = filled_in(newsroom, name=column.name, is_active="")
    refused = client.post(f"{ADDRESS}edit/{column.pk}/", closed).content.decode()
    assert f"còn 1 kỳ đã xếp bài ({timezone.localtime(waiting.at):%d/%m/%Y})" in refused
    column.refresh_from_db()
    assert (column.is_active, Slot.objects.filter(state="open").count() >= 3) == (True, True)
    take_out(waiting, story, by=None, at=now)
    client.post(f"{ADDRESS}edit/{column.pk}/", closed)
    column.refresh_from_db()
    assert (column.is_active, Slot.objects.count()) == (False, 0)
    assert make_ahead(column, by=None, at=now, until=timezone.localdate(now + timedelta(days=30))) == 0


def test_a_rhythm_and_the_making_of_slots_lock_the_column_first(newsroom: Newsroom) -> None:
    column, at = newsroom.column, timezone.make_aware(datetime(2026, 11, 2, 9))
    for act in (
        lambda: rhythm_from(column, "TH", date(2026, 11, 2), at),
        lambda: make_ahead(column, by=None, at=at, until=date(2026, 11, 12)),
    ):
        with CaptureQueriesContext(connection) as captured:
            act()
        first = next(query["sql"] for query in captured if query["sql"].startswith("SELECT"))
        assert 'FROM "slots_column"' in first
        assert ("FOR UPDATE" in first) is connection.features.has_select_for_update


def test_a_rule_that_cannot_be_read_is_refused(newsroom: Newsroom) -> None:
    now = timezone.now()
    with pytest.raises(SlotRefused, match="Không đọc được nhịp"):
        set_rhythm(
            newsroom.column,
            rrule="FREQ=NEVER",
            hour=now.time(),
            valid_from=timezone.localdate(),
            by=None,
            at=now,
        )


def test_the_list_asks_the_same_number_of_queries_for_1_and_30(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    client.get(ADDRESS)
    few = _count(client)
    for number in range(29):
        column = Column.objects.create(
            name=f"Mục {number}",
            slug=f"muc-{number}",
            organisation=newsroom.column.organisation,
            media=["web"],
        )
        column.rhythms.create(rrule="FREQ=WEEKLY;BYDAY=TH", hour="06:00", valid_from=date(2026, 11, 1))
    assert _count(client) == few


def _count(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(ADDRESS).status_code == 200
    return len(captured)
