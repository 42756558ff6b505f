"""The press kit at the desks: who reads it, what it tells, how it is answered."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from cms.people.enums import Role
from stories.assignments.models import Assignment
from stories.nominations.enums import HandOverState
from stories.nominations.models import HandOver, Nomination
from tests.factories.bodies import (
    NOW,
    a_body,
)
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
DESKS = {
    Role.JOURNALIST, Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.PHOTO_DESK,
}  # fmt: skip
LEADS = {Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}


@pytest.mark.parametrize("role", list(Role))
def test_roles_that_read_and_answer_a_press_kit(
    newsroom: Newsroom, client: Client, handed: list[HandOver], role: Role
) -> None:
    address = f"/admin/chuyen-giao/{handed[0].pk}/"
    client.force_login(newsroom.people[role])
    doors = ["/admin/chuyen-giao/", address, f"{address}docx/"]
    assert [client.get(door).status_code == 200 for door in doors] == [role in DESKS] * 3
    due = timezone.localdate() + timedelta(days=10)
    client.post(address, {"verb": "accept", "due_on": f"{due:%d/%m/%Y}"})
    assert Assignment.objects.exists() is (role in LEADS)


def test_another_newsrooms_kit_does_not_exist(
    newsroom: Newsroom, client: Client, handed: list[HandOver]
) -> None:
    newsroom.people[Role.JOURNALIST].appointments.update(
        organisation=a_body("khac", "Cơ quan khác").organisation
    )
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert client.get(f"/admin/chuyen-giao/{handed[0].pk}/docx/").status_code == 404


def test_what_waits_for_an_answer_stands_above_all_that_was_answered(
    newsroom: Newsroom, client: Client, handed: list[HandOver]
) -> None:
    waiting, answered = handed[:2]
    HandOver.objects.exclude(pk=waiting.pk).update(state=HandOverState.RETURNED)
    for number in range(30):
        HandOver.objects.create(
            nomination=answered.nomination, desk=answered.desk, state=HandOverState.RETURNED, reason=f"Lý do {number}",
            handed_by=answered.handed_by, handed_at=timezone.now() + timedelta(hours=number),
        )  # fmt: skip
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    page = client.get("/admin/chuyen-giao/").content.decode()
    assert page.index("Chờ ban nhận") < page.index("Trả lại")
    assert "Trang 1 trên 2" in page
    assert 'href="?p=2"' in page


@pytest.mark.plan("S5")
def test_the_kit_tells_what_is_confirmed_from_what_is_only_told_on_the_page_and_in_word(
    newsroom: Newsroom, client: Client, handed: list[HandOver]
) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    address = f"/admin/chuyen-giao/{handed[0].pk}/"
    page = client.get(address).content.decode()
    confirmed, told = page.index("Đã xác nhận, dùng được"), page.index("Mới nghe kể, chưa dùng được")
    assert (
        confirmed < page.index("Trồng lại hai công sen") < told < page.index("Chỉ cách làm cho mười một hộ")
    )
    assert "Chưa có sự đồng ý nào: phải xin trước khi đăng." in page
    assert "; người xác nhận: Bà Năm, trưởng ấp 3)" in page
    words = words_of(client.get(f"{address}docx/").content)
    for heading in ("Đã xác nhận, dùng được", "Mới nghe kể, chưa dùng được", "Hỏi thêm", "Sự đồng ý"):
        assert heading in words
    assert "Chỉ cách làm cho mười một hộ" in words
    assert any("người xác nhận: Bà Năm, trưởng ấp 3" in paragraph for paragraph in words)


def words_of(docx: bytes) -> list[str]:
    """The paragraphs of a Word file, read by lxml."""
    root = etree.fromstring(zipfile.ZipFile(BytesIO(docx)).read("word/document.xml"))
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    return ["".join(paragraph.itertext()) for paragraph in root.iterfind(".//w:p", space)]


def test_returning_needs_a_reason(newsroom: Newsroom, client: Client, handed: list[HandOver]) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    address = f"/admin/chuyen-giao/{handed[0].pk}/"
    assert client.post(address, {"verb": "return", "reason": ""}).status_code == 422
    client.post(address, {"verb": "return", "reason": "Đã viết tháng trước"})
    assert "Đã viết tháng trước" in client.get(address).content.decode()


def test_the_list_of_hand_overs_asks_the_same_number_of_queries(
    newsroom: Newsroom, client: Client, handed: list[HandOver]
) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    few = _count(client, "/admin/chuyen-giao/")
    first = handed[0]
    for number in range(28):
        nomination = Nomination.objects.get(pk=first.nomination_id)
        nomination.pk, nomination.name = None, f"Nguyễn Văn {number}"
        nomination.save()
        HandOver.objects.create(
            nomination=nomination, desk=first.desk, handed_by=first.handed_by, handed_at=NOW
        )
    assert _count(client, "/admin/chuyen-giao/") == few


def _count(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
