from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.log_actions import LogContext, registry
from wagtail.models import ModelLogEntry, Page

from cms.core.audit import UnknownAction, record

pytestmark = [pytest.mark.room, pytest.mark.django_db]

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
ACTION = "tests.hold"


@pytest.fixture(autouse=True)
def action() -> Iterator[None]:
    registry.scan_for_actions()
    registry.register_action(ACTION, "Tạm dừng", "Đã tạm dừng")
    yield
    del registry.formatters[ACTION]
    registry.choices.remove((ACTION, "Tạm dừng"))


@pytest.fixture
def group() -> Group:
    return Group.objects.create(name="Tổ bạn đọc")


@pytest.fixture
def clerk():
    user_model = get_user_model()
    return user_model.objects.create(**{user_model.USERNAME_FIELD: "thuky@example.vn"})


def test_record_writes_who_did_what_to_what_and_when(group, clerk):
    record(group, ACTION, by=clerk, at=AT, data={"document": "12/QĐ", "day": date(2026, 11, 20)})
    entry = ModelLogEntry.objects.get(action=ACTION)
    assert (entry.object_id, entry.user, entry.timestamp, entry.message, entry.data) == (
        str(group.pk), clerk, AT, "Đã tạm dừng", {"document": "12/QĐ", "day": "2026-11-20"},
    )  # fmt: skip


def test_record_writes_to_the_log_of_pages_when_the_subject_is_a_page(clerk):
    page = Page.objects.get(depth=1)
    entry = record(page, ACTION, by=clerk, at=AT)
    assert (entry.page, entry.data) == (page, {})


def test_record_names_the_system_even_while_somebody_is_signed_in(group, clerk):
    with LogContext(user=clerk):
        entry = record(group, ACTION, by=None, at=AT)
    assert entry.user is None


def test_records_of_one_request_share_its_mark(group, clerk):
    with LogContext(user=clerk):
        uuids = {record(group, ACTION, by=clerk, at=AT).uuid for _ in range(2)}
    assert (len(uuids), None in uuids) == (1, False)


def test_record_is_refused_when_nobody_registered_the_action(group):
    with pytest.raises(UnknownAction, match=r"Register 'tests\.unheard'"):
        record(group, "tests.unheard", by=None, at=AT)
    assert not ModelLogEntry.objects.filter(action="tests.unheard").exists()


def test_record_is_refused_when_the_time_has_no_zone(group):
    with pytest.raises(ValueError, match="needs a time zone"):
        record(group, ACTION, by=None, at=datetime(2026, 11, 21))


def test_record_is_refused_when_the_subject_was_never_saved():
    with pytest.raises(ValueError, match="empty primary key"):
        record(Group(name="Mới"), ACTION, by=None, at=AT)
