"""Plans, targets and sectors on their screens: read by those who steer, changed by nobody but for the sectors."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from cms.organisations.enums import Tier
from cms.organisations.models import Duty, Organisation
from cms.people.enums import Role
from cms.people.models import User
from cms.plans.models import Criterion, Milestone, Plan, PlannedColumn, Sector, Target
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
READS = {
    Role.STANDING_OFFICE, Role.ADMINISTRATOR, Role.PROPAGANDA, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF,
}  # fmt: skip
DAYS = {"valid_from": date(2026, 1, 1), "valid_to": date(2027, 12, 31)}


def a_plan(code: str = "thu", **values: object) -> Plan:
    issuer, _ = Organisation.objects.get_or_create(
        code="ubnd-thu", defaults={"name": "UBND tỉnh Thử", "tier": Tier.PROVINCE}
    )
    values = {
        "name": f"Kế hoạch {code}",
        "period_from": date(2026, 1, 1),
        "period_to": date(2027, 12, 31),
    } | values
    return Plan.objects.create(code=code, issuing_body=issuer, **values)


def a_target(plan: Plan, code: str = "moi-xa", **values: object) -> Target:
    values = {"measure": "publicised", "tier": Tier.COMMUNE, "number": 2, "period": "year"} | values
    return Target.objects.create(plan=plan, code=code, scheme=2025, **DAYS, **values)


def a_sector(name: str = "Nông nghiệp", **values: object) -> Sector:
    return Sector.objects.create(name=name, slug=f"linh-vuc-{Sector.objects.count()}", **values)


def signed_in(newsroom: Newsroom, client: Client, role: Role = Role.STANDING_OFFICE) -> Client:
    client.force_login(newsroom.people[role])
    return client


@pytest.mark.parametrize("role", list(Role))
def test_doors_open_by_role(newsroom: Newsroom, client: Client, role: Role) -> None:
    plan = a_plan()
    rows = {"ke-hoach": plan.pk, "chi-tieu": a_target(plan).pk, "linh-vuc": a_sector().pk}
    signed_in(newsroom, client, role)
    for address, key in rows.items():
        doors = ["", f"inspect/{key}/", "new/", f"edit/{key}/", f"delete/{key}/"]
        answers = [client.get(f"/admin/{address}/{door}").status_code for door in doors]
        changes = address == "linh-vuc" and role is Role.ADMINISTRATOR
        may = [role in READS, role in READS, changes, changes, False]
        assert answers == [200 if allowed else 302 for allowed in may], address
    assert ("/admin/ke-hoach/" in client.get("/admin/").content.decode()) is (role in READS)


@pytest.mark.parametrize("address", ["ke-hoach", "chi-tieu"])
def test_not_even_a_superuser_changes_what_a_profile_says(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    plan = a_plan()
    key = plan.pk if address == "ke-hoach" else a_target(plan).pk
    client.force_login(User.objects.create_superuser("goc", password="mat-khau-thu-nghiem"))
    for door in ("new/", f"edit/{key}/", f"delete/{key}/"):
        assert client.post(f"/admin/{address}/{door}", {"name": "Khác", "number": "9"}).status_code == 302
    assert (Plan.objects.get().name, Target.objects.filter(number=9).exists()) == ("Kế hoạch thu", False)
    assert client.get(f"/admin/{address}/inspect/{key}/").status_code == 200


def _plans(rows: range) -> None:
    for number in rows:
        a_plan(f"thu-{number}")


def _targets(rows: range) -> None:
    for number in rows:
        a_target(a_plan(f"thu-{number}"))


def _sectors(rows: range) -> None:
    for number in rows:
        a_sector(f"Lĩnh vực {number}", plan=a_plan(f"thu-{number}"), parent=a_sector(f"Nhóm {number}"))


def _whole_plan(rows: range) -> None:
    plan = Plan.objects.first() or a_plan(code="thu")
    for number in rows:
        body = Organisation.objects.create(code=f"so-{number}", name=f"Sở {number}", tier=Tier.DEPARTMENT)
        sector = a_sector(f"Lĩnh vực {number}", plan=plan)
        a_target(plan, f"ct-{number}")
        Milestone.objects.create(
            plan=plan,
            code=f"moc-{number}",
            name="Sơ kết",
            day_from=date(2026, 6, 1),
            day_to=date(2026, 6, 30),
        )
        Duty.objects.create(organisation=body, source="thu V.1", order=number, text="Việc")
        Criterion.objects.create(plan=plan, sector=sector, order=number, text="Tiêu chuẩn")
        PlannedColumn.objects.create(
            plan=plan,
            slug=f"cm-{number}",
            name="Mục",
            organisation=body,
            rrule="FREQ=WEEKLY",
            default_hour="06:00",
        )
        plan.unknowns |= {
            f"bodies.so-{number}.valid_to": "Không nêu ngày.",
            f"columns.cm-{number}.rrule": "Không nêu.",
        }
    plan.save()


@pytest.mark.parametrize(
    ("address", "make"),
    [
        pytest.param("ke-hoach/", _plans, id="plans"),
        pytest.param("chi-tieu/", _targets, id="targets"),
        pytest.param("linh-vuc/", _sectors, id="sectors"),
        pytest.param("ke-hoach/inspect/{key}/", _whole_plan, id="one plan"),
    ],
)
def test_screens_ask_as_many_queries_for_30_rows_as_for_1(
    newsroom: Newsroom, client: Client, address: str, make: Callable[[range], None]
) -> None:
    signed_in(newsroom, client)
    counts = []
    for rows in (range(1), range(1, 30)):
        make(rows)
        door = f"/admin/{address}".format(key=Plan.objects.values_list("pk", flat=True).first())
        assert client.get(door).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            client.get(door)
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.plan("P1")
@pytest.mark.plan("P2")
def test_a_plan_shows_every_row_with_its_section_and_words(newsroom: Newsroom, client: Client) -> None:
    plan = a_plan(number="12/KH-UBND", issued_on=date(2026, 1, 5), signer="Phạm Thiện Nghĩa")
    body = Organisation.objects.create(code="so-nv", name="Sở Nội vụ", tier=Tier.DEPARTMENT)
    a_target(plan, number=Decimal("50"), is_percent=True, period="term", section="II.2", quote="phấn đấu 50%")
    Milestone.objects.create(
        plan=plan, code="so-ket", name="Sơ kết giữa kỳ", day_from=date(2026, 6, 1), day_to=date(2026, 6, 30),
        section="III.2", quote="Tháng 6/2026",
    )  # fmt: skip
    Duty.objects.create(
        organisation=body, source="thu V.1", order=1, text="Gom điển hình", quote="làm đầu mối"
    )
    Duty.objects.create(organisation=body, source="thu-khac V.9", order=1, text="Việc của kế hoạch khác")
    page = signed_in(newsroom, client).get(f"/admin/ke-hoach/inspect/{plan.pk}/").content.decode()
    for words in (
        "12/KH-UBND", "05/01/2026", "UBND tỉnh Thử", "Phạm Thiện Nghĩa", "01/01/2026 – 31/12/2027",
        "được phổ biến, tuyên truyền", "50% cả kỳ", "II.2", "“phấn đấu 50%”",
        "Sơ kết giữa kỳ", "01/06/2026 – 30/06/2026", "III.2", "“Tháng 6/2026”",
        "Sở Nội vụ", "Gom điển hình", "V.1", "“làm đầu mối”",
    ):  # fmt: skip
        assert words in page
    assert "Việc của kế hoạch khác" not in page


def test_what_a_plan_leaves_open_is_named_in_words_with_the_reason(
    newsroom: Newsroom, client: Client
) -> None:
    Organisation.objects.create(code="so-tttt", name="Sở Thông tin", tier=Tier.DEPARTMENT)
    plan = a_plan(
        unknowns={
            "number": "Bản hiện có để trống.",
            "sectors": "Phụ lục bị thiếu.",
            "bodies.so-tttt.valid_to": "Không nêu ngày hợp nhất.",
        }
    )
    found = signed_in(newsroom, client).get(f"/admin/ke-hoach/inspect/{plan.pk}/").context["open_points"]
    assert found == [
        ("Số", "Bản hiện có để trống."),
        ("Lĩnh vực", "Phụ lục bị thiếu."),
        ("Sở Thông tin: đến hết ngày", "Không nêu ngày hợp nhất."),
    ]


@pytest.mark.plan("E9")
@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        pytest.param({"plan": "thu"}, {"xa", "so"}, id="of one plan"),
        pytest.param({"tier": "department"}, {"so"}, id="of one tier"),
        pytest.param({"measure": "awarded"}, {"khac"}, id="of one measure"),
        pytest.param({"plan": "thu", "tier": "commune"}, {"xa"}, id="plan and tier"),
    ],
)
def test_targets_are_filtered_by_plan_tier_and_measure(
    newsroom: Newsroom, client: Client, asked: dict[str, str], codes: set[str]
) -> None:
    plan = a_plan()
    a_target(plan, "xa")
    a_target(plan, "so", tier=Tier.DEPARTMENT)
    a_target(a_plan("khac"), "khac", measure="awarded")
    asked = asked | ({"plan": plan.pk} if "plan" in asked else {})
    found = signed_in(newsroom, client).get("/admin/chi-tieu/", asked).context["object_list"]
    assert {target.code for target in found} == codes


def test_a_target_is_read_in_words(newsroom: Newsroom, client: Client) -> None:
    target = a_target(a_plan(), section="V.8", quote="ít nhất 02 điển hình")
    page = signed_in(newsroom, client).get(f"/admin/chi-tieu/inspect/{target.pk}/").content.decode()
    for words in (
        "Được phổ biến, tuyên truyền: Xã, phường, thị trấn",
        "2 mỗi năm",
        "V.8",
        "“ít nhất 02 điển hình”",
    ):
        assert words in page


def test_an_administrator_names_and_orders_sectors_but_keeps_their_address(
    newsroom: Newsroom, client: Client
) -> None:
    signed_in(newsroom, client, Role.ADMINISTRATOR)
    form = {"name": "Chuyển đổi số", "order": "3", "slug": ""}
    assert client.post("/admin/linh-vuc/new/", form).status_code == 302
    sector = Sector.objects.get(slug="chuyen-doi-so")
    form = {"name": "Chuyển đổi số, sáng tạo", "order": "1", "slug": "dia-chi-khac"}
    assert client.post(f"/admin/linh-vuc/edit/{sector.pk}/", form).status_code == 302
    sector.refresh_from_db()
    assert (sector.name, sector.order, sector.slug) == ("Chuyển đổi số, sáng tạo", 1, "chuyen-doi-so")
    logged = ModelLogEntry.objects.filter(object_id=str(sector.pk), content_type__model="sector")
    assert set(logged.values_list("action", flat=True)) == {"wagtail.create", "wagtail.edit"}


def test_a_sector_of_a_taken_address_is_refused_and_what_was_typed_stays(
    newsroom: Newsroom, client: Client
) -> None:
    signed_in(newsroom, client, Role.ADMINISTRATOR)
    form = {"name": "Chuyển đổi số", "order": "3", "slug": ""}
    client.post("/admin/linh-vuc/new/", form)
    answer = client.post("/admin/linh-vuc/new/", form | {"order": "7"})
    assert "bị trùng với một mục đã có" in " ".join(answer.context["form"].errors["slug"])
    assert 'value="Chuyển đổi số"' in answer.content.decode()
    assert Sector.objects.filter(name="Chuyển đổi số").count() == 1
