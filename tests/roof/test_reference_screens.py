"""Bodies, desks, blocks, appointments, plans, targets, sectors: who sees and changes them, how many queries a list asks."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from cms.operations.provisioning.desks import provide_desks
from cms.organisations.enums import BlockKind, Medium, Tier
from cms.organisations.models import Block, Desk, Organisation
from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.plans.models import Sector, Target
from tests.factories import library
from tests.factories.newsroom import Newsroom
from tests.factories.plans import a_plan, a_target

pytestmark = pytest.mark.room
OFFICE = {Role.STANDING_OFFICE, Role.ADMINISTRATOR}
READS = OFFICE | {Role.PROPAGANDA, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}


def a_body(number: int) -> Organisation:
    body = Organisation(code=f"so-{number}", name=f"Sở Thử nghiệm {number}", tier=Tier.DEPARTMENT)
    body.write_keys()
    body.save()
    return body


def a_user(number: int) -> Appointment:
    user = User.objects.create_user(f"nguoi-{number}", full_name=f"Nguyễn Văn {number}")
    return Appointment.objects.create(
        user=user, organisation=a_body(1000 + number), role=Role.CLERK, valid_from=date(2025, 7, 1)
    )


SCREENS: dict[str, tuple[set[Role], set[Role], Callable[[int], object]]] = {
    # address: who reads, who adds, how a row is made
    "co-quan": (READS, OFFICE, a_body),
    "ban-bien-tap": (
        READS,
        OFFICE,
        lambda n: Desk.objects.create(organisation=a_body(n), medium=Medium.PRINT, name="Ban"),
    ),
    "khoi-cum": (
        READS,
        OFFICE,
        lambda n: Block.objects.create(name=f"Khối {n}", kind=BlockKind.BLOCK, year=2026, lead=a_body(n)),
    ),
    "phan-cong": (OFFICE, OFFICE, a_user),
    "ke-hoach": (READS, set(), lambda n: a_plan()),
    "chi-tieu": (READS, set(), a_target),
    "linh-vuc": (
        READS,
        {Role.ADMINISTRATOR},
        lambda n: Sector.objects.create(name=f"Lĩnh vực {n}", slug=f"lv-{n}"),
    ),
}


@pytest.mark.parametrize("address", SCREENS)
@pytest.mark.parametrize("role", list(Role))
def test_roles_that_read_and_add(newsroom: Newsroom, client: Client, role: Role, address: str) -> None:
    reads, adds, make = SCREENS[address]
    make(1)
    client.force_login(newsroom.people[role])
    seen = [client.get(f"/admin/{address}/{door}").status_code == 200 for door in ("", "new/")]
    assert seen == [role in reads, role in adds]


@pytest.mark.parametrize("address", [address for address in SCREENS if address != "ke-hoach"])
def test_lists_ask_the_same_number_of_queries_for_1_and_30(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    _, _, make = SCREENS[address]
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    make(1)
    few = _count(client, f"/admin/{address}/")
    for number in range(2, 31):
        make(number)
    assert _count(client, f"/admin/{address}/") == few


@pytest.mark.parametrize(
    "address", ["co-quan", "ban-bien-tap", "khoi-cum", "ke-hoach", "chi-tieu", "linh-vuc"]
)
def test_years_stay_whole_and_keys_too(newsroom: Newsroom, client: Client, address: str) -> None:
    """Numbers for people are written 1.234,5; a year or a key written so would be 2.026."""
    _, _, make = SCREENS[address]
    row: Model = make(1)  # type: ignore[assignment]
    type(row)._default_manager.filter(pk=row.pk).update(id=2026)
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    pages = [f"/admin/{address}/", f"/admin/{address}/inspect/2026/"]
    answers = [client.get(page) for page in pages]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [
        page for page, answer in zip(pages, answers, strict=True) if "2.026" in answer.content.decode()
    ] == []


def _count(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_a_body_is_found_without_diacritics_and_saved_through_its_action(
    newsroom: Newsroom, client: Client
) -> None:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    client.post("/admin/co-quan/new/", {"code": "so-yt", "name": "Sở Y tế Đồng Tháp", "tier": "department"})
    a_body(7)
    found = client.get("/admin/co-quan/", {"q": "dong thap y te"}).content.decode()
    assert ("Sở Y tế Đồng Tháp" in found, "Sở Thử nghiệm 7" in found) == (True, False)
    body = Organisation.objects.get(code="so-yt")
    assert ModelLogEntry.objects.filter(action="organisations.register", object_id=str(body.pk)).count() == 1
    wrong = {"code": "so-yt", "name": "Sở Y tế", "tier": "department", "successor": body.pk}
    answer = client.post(f"/admin/co-quan/edit/{body.pk}/", wrong).content.decode()
    assert "không thể trực thuộc hoặc kế thừa chính mình" in answer


def test_an_appointment_that_overlaps_or_ends_before_it_begins_is_refused(
    newsroom: Newsroom, client: Client
) -> None:
    client.force_login(newsroom.people[Role.ADMINISTRATOR])
    standing = a_user(1)
    values = {"user": standing.user_id, "organisation": standing.organisation_id, "role": "clerk"}
    twice = client.post("/admin/phan-cong/new/", values | {"valid_from": "01/01/2026"}).content.decode()
    assert "đang giữ đúng vai trò đó" in twice
    backwards = values | {"role": "head_of_body", "valid_from": "01/01/2026", "valid_to": "01/01/2025"}
    assert (
        "Ngày kết thúc phải sau ngày bắt đầu"
        in client.post("/admin/phan-cong/new/", backwards).content.decode()
    )
    client.post("/admin/phan-cong/new/", values | {"role": "head_of_body", "valid_from": "01/01/2026"})
    assert Appointment.objects.filter(role="head_of_body", user=standing.user).count() == 1


@pytest.mark.plan("E9")
def test_a_plan_shows_each_target_with_its_section_and_words(newsroom: Newsroom, client: Client) -> None:
    target = a_target(1)
    Target.objects.filter(pk=target.pk).update(section="V.8", quote="ít nhất 02 điển hình")
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    page = client.get(f"/admin/ke-hoach/inspect/{target.plan_id}/").content.decode()
    for words in (
        "Xã, phường, thị trấn",
        "được phổ biến, tuyên truyền",
        "2 mỗi năm",
        "V.8",
        "“ít nhất 02 điển hình”",
    ):
        assert words in page


def test_press_bodies_of_today_have_their_desks_once(newsroom: Newsroom) -> None:
    assert len(provide_desks()) == 4
    assert provide_desks() == []


def test_the_place_chooser_finds_former_units_without_diacritics(newsroom: Newsroom, client: Client) -> None:
    library.places()
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    found = client.get("/admin/chon-dia-ban/results/", {"q": "huyen thap muoi"}).content.decode()
    assert "Huyện Tháp Mười" in found
