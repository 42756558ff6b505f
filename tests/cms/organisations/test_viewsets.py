"""Bodies, blocks and desks on their screens: who opens which door, what is found, what is refused and how."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.organisations.actions import OrganisationRefused, register_body
from cms.organisations.enums import BlockKind, Medium, Tier
from cms.organisations.models import Block, Desk, Duty, Organisation
from cms.people.enums import Role
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
TODAY = timezone.localdate()
OFFICE = {Role.STANDING_OFFICE, Role.ADMINISTRATOR}
READS = OFFICE | {Role.PROPAGANDA, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}


def a_body(name: str = "Sở Y tế", **values: object) -> Organisation:
    values = {"tier": Tier.DEPARTMENT} | values
    return register_body(Organisation(name=name, **values), by=None, at=timezone.now())


def a_block(name: str = "Khối 1", lead: Organisation | None = None) -> Block:
    return Block.objects.create(name=name, kind=BlockKind.BLOCK, year=2026, lead=lead)


def a_desk(body: Organisation) -> Desk:
    return Desk.objects.create(organisation=body, medium=Medium.PRINT, name="Ban Thời sự")


def office(newsroom: Newsroom, client: Client) -> Client:
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    return client


@pytest.mark.parametrize("role", list(Role))
def test_doors_of_one_row_open_by_role(newsroom: Newsroom, client: Client, role: Role) -> None:
    body = a_body()
    rows = {"co-quan": body.pk, "khoi-cum": a_block().pk, "ban-bien-tap": a_desk(body).pk}
    client.force_login(newsroom.people[role])
    for address, key in rows.items():
        doors = {
            door: client.get(f"/admin/{address}/{door}/{key}/").status_code
            for door in ("inspect", "edit", "delete")
        }
        assert {door for door, status in doors.items() if status == 200} == (
            {"inspect", "edit"} if role in OFFICE else {"inspect"} if role in READS else set()
        ), address
        assert set(doors.values()) <= {200, 302}


@pytest.mark.parametrize("role", list(Role))
def test_the_menu_names_bodies_only_for_those_who_read_them(
    newsroom: Newsroom, client: Client, role: Role
) -> None:
    client.force_login(newsroom.people[role])
    assert ("/admin/co-quan/" in client.get("/admin/").content.decode()) is (role in READS)


def _rows(count: int) -> None:
    place, _ = library.places()
    for number in range(count):
        heir = a_body(f"Cơ quan mới {Organisation.objects.count()}")
        body = a_body(
            f"Cơ quan cũ {Organisation.objects.count()}", locality=place, parent=heir, successor=heir
        )
        a_block(f"Khối {Block.objects.count()}", lead=body).members.set([heir, body])
        a_desk(body)
        Duty.objects.create(
            organisation=heir, source=f"thu {number}", order=Duty.objects.count(), text="Việc"
        )


@pytest.mark.parametrize(
    "address",
    ["co-quan/", "co-quan/?q=co+quan&life=working", "khoi-cum/", "ban-bien-tap/", "chon-co-quan/results/"],
)
def test_listings_ask_as_many_queries_for_30_rows_as_for_1(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    office(newsroom, client)
    _rows(1)
    few = _count(client, f"/admin/{address}")
    _rows(15)
    assert _count(client, f"/admin/{address}") == few


def test_a_body_with_30_of_everything_asks_as_many_queries_as_with_1(
    newsroom: Newsroom, client: Client
) -> None:
    office(newsroom, client)
    body = a_body("Sở Nội vụ")
    counts = []
    for rows in (range(1), range(1, 30)):
        for number in rows:
            a_body(f"Phòng {number}", parent=body, successor=body)
            a_block(f"Khối {number}", lead=a_body(f"Trưởng {number}")).members.add(body)
            Desk.objects.create(organisation=body, medium=Medium.WEB, name=f"Ban {number}")
            Duty.objects.create(organisation=body, source="thu V.1", order=number, text=f"Việc {number}")
        counts.append(_count(client, f"/admin/co-quan/inspect/{body.pk}/"))
    assert counts[0] == counts[1]


def _count(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.plan("P3")
def test_a_body_shows_what_it_was_its_duties_blocks_and_desks(newsroom: Newsroom, client: Client) -> None:
    heir = a_body("Báo và Đài hợp nhất", tier=Tier.PRESS, valid_from=date(2026, 1, 1))
    a_body("Báo Đồng Tháp", tier=Tier.PRESS, successor=heir, valid_to=date(2025, 12, 31))
    Duty.objects.create(
        organisation=heir, source="thu V.3", order=1, text="Mở chuyên mục", quote="mở chuyên mục"
    )
    a_block("Khối báo chí", lead=heir)
    a_desk(heir)
    page = office(newsroom, client).get(f"/admin/co-quan/inspect/{heir.pk}/").content.decode()
    for words in (
        "từ 01/01/2026", "Báo Đồng Tháp", "Mở chuyên mục", "thu V.3", "“mở chuyên mục”",
        "Khối báo chí năm 2026", "Ban Thời sự",
    ):  # fmt: skip
        assert words in page


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        pytest.param({"q": "so y te"}, {"Sở Y tế"}, id="without diacritics"),
        pytest.param({"q": "Y TẾ"}, {"Sở Y tế"}, id="with diacritics, in capitals"),
        pytest.param({"q": "syt"}, {"Sở Y tế"}, id="short name"),
        pytest.param({"q": "khong co"}, set(), id="nothing"),
        pytest.param({"life": "working"}, {"Sở Y tế"}, id="still working"),
        pytest.param({"life": "ended"}, {"Báo cũ", "Ban nhập"}, id="ended, not those to come"),
        pytest.param({"tier": "press"}, {"Báo cũ"}, id="tier"),
        pytest.param({"tier": "press", "life": "working"}, set(), id="tier and life"),
    ],
)
def test_bodies_are_found_by_name_tier_and_life(
    newsroom: Newsroom, client: Client, asked: dict[str, str], names: set[str]
) -> None:
    Organisation.objects.exclude(pk=newsroom.column.organisation_id).delete()
    Organisation.objects.update(tier=Tier.OTHER)
    health = a_body("Sở Y tế", short_name="SYT")
    a_body("Báo cũ", tier=Tier.PRESS, valid_to=TODAY - timedelta(days=1))
    a_body("Ban nhập", successor=health)
    a_body("Trường Sẽ mở", valid_from=TODAY + timedelta(days=1))
    found = office(newsroom, client).get("/admin/co-quan/", asked).context["object_list"]
    assert {body.name for body in found} - {"Báo và Đài"} == names


def test_a_new_body_gets_its_code_keys_and_one_entry_in_the_log(newsroom: Newsroom, client: Client) -> None:
    a_body("Sở Y tế")
    form = {"name": " Sở Y tế ", "code": "", "tier": "department", "valid_from": "01/07/2025"}
    assert office(newsroom, client).post("/admin/co-quan/new/", form).status_code == 302
    body = Organisation.objects.get(code="so-y-te-2")
    assert (body.name, body.search_name, body.valid_from) == ("Sở Y tế", "so y te", date(2025, 7, 1))
    assert body.sort_name
    entry = ModelLogEntry.objects.get(object_id=str(body.pk), content_type__model="organisation")
    assert (entry.action, entry.user) == ("organisations.register", newsroom.people[Role.STANDING_OFFICE])


def test_a_changed_body_keeps_its_code_and_is_logged(newsroom: Newsroom, client: Client) -> None:
    body = a_body("Sở Y tế")
    form = {"name": "Sở Y tế Đồng Tháp", "code": "ma-khac", "tier": "department"}
    assert office(newsroom, client).post(f"/admin/co-quan/edit/{body.pk}/", form).status_code == 302
    body.refresh_from_db()
    assert (body.code, body.search_name) == ("so-y-te", "so y te dong thap")
    actions = ModelLogEntry.objects.filter(object_id=str(body.pk), content_type__model="organisation")
    assert set(actions.values_list("action", flat=True)) == {"organisations.register", "organisations.amend"}


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        pytest.param({"valid_from": "01/07/2025", "valid_to": "30/06/2025"}, "valid_to",
                     "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày.", id="ends too early"),
        pytest.param({"successor": "itself"}, "successor", "Hãy chọn cơ quan khác hoặc bỏ trống.", id="itself"),
        pytest.param({"parent": "child"}, "parent", "nối vòng", id="belongs to what belongs to it"),
        pytest.param({"valid_from": "31/02/2025"}, "valid_from", "Ngày chưa đúng", id="no such day"),
        pytest.param({"name": " "}, "name", "Bắt buộc điền", id="no name"),
    ],
)  # fmt: skip
def test_wrong_input_is_kept_and_said_beside_its_field(
    newsroom: Newsroom, client: Client, wrong: dict[str, str], field: str, says: str
) -> None:
    body = a_body("Sở Y tế")
    keys = {"itself": body.pk, "child": a_body("Chi cục", parent=body).pk}
    form = {"name": "Sở Y tế", "short_name": "Sở ta", "tier": "department"}
    form |= {name: keys.get(value, value) for name, value in wrong.items()}
    answer = office(newsroom, client).post(f"/admin/co-quan/edit/{body.pk}/", form)
    assert answer.status_code == 200
    assert says in " ".join(answer.context["form"].errors[field])
    assert "Sở ta" in answer.content.decode()
    body.refresh_from_db()
    assert (body.short_name, body.successor, body.parent) == ("", None, None)


def test_the_action_refuses_what_no_form_asked(newsroom: Newsroom) -> None:
    for values in ({"name": " "}, {"valid_from": TODAY, "valid_to": TODAY - timedelta(days=1)}):
        with pytest.raises(OrganisationRefused):
            a_body(**values)


def test_a_block_offers_bodies_that_still_work_and_is_saved_with_its_members(
    newsroom: Newsroom, client: Client
) -> None:
    here, gone = a_body("Sở Y tế"), a_body("Sở cũ", valid_to=TODAY - timedelta(days=1))
    form = {"name": "Khối 2", "kind": "block", "year": "2026", "lead": here.pk, "members": [here.pk]}
    office(newsroom, client)
    assert client.post("/admin/khoi-cum/new/", form).status_code == 302
    assert list(Block.objects.get().members.all()) == [here]
    refused = client.post("/admin/khoi-cum/new/", form | {"name": "Khối 3", "members": [gone.pk]})
    assert "members" in refused.context["form"].errors
    twice = client.post("/admin/khoi-cum/new/", form)
    assert "bị trùng với một mục đã có" in " ".join(twice.context["form"].non_field_errors())


def test_a_desk_belongs_to_a_press_body(newsroom: Newsroom, client: Client) -> None:
    other, press = a_body("Sở Y tế"), newsroom.column.organisation
    form = {"organisation": other.pk, "medium": "web", "name": "Ban Chuyên đề"}
    office(newsroom, client)
    assert "organisation" in client.post("/admin/ban-bien-tap/new/", form).context["form"].errors
    assert client.post("/admin/ban-bien-tap/new/", form | {"organisation": press.pk}).status_code == 302
    assert press.desks.filter(name="Ban Chuyên đề").count() == 1


def test_places_and_bodies_are_picked_in_choosers_not_in_long_lists(
    newsroom: Newsroom, client: Client
) -> None:
    place, _ = library.places()
    a_body("Sở Y tế", short_name="SYT")
    page = office(newsroom, client).get("/admin/co-quan/new/").content.decode()
    assert "/admin/chon-dia-ban/" in page
    assert "/admin/chon-co-quan/" in page
    assert place.name not in page
    found = client.get("/admin/chon-co-quan/results/", {"q": "y te"}).content.decode()
    assert ("Sở Y tế" in found, "Báo và Đài" in found) == (True, False)
