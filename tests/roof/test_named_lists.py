"""Names stand in Vietnamese order in every list of the admin: a ă â b c d đ, whatever a database would say."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.forms import DateField, Form
from django.test import Client
from lxml import html
from wagtail.admin.widgets import AdminDateInput

from cms.core.models import fill_sort_names
from cms.organisations.enums import BlockKind, Medium, Tier
from cms.organisations.models import Block, Desk, Organisation
from cms.people.enums import Role
from cms.plans.models import Sector
from columns.slots.models import Column
from stories.nominations.models import Nomination
from stories.nominations.queries import to_copy
from tests.factories.bodies import a_body, a_draft
from tests.factories.newsroom import Newsroom

# As a reader of Vietnamese looks for them; by code points it would be An, Dân, Y, Ánh, Ăn, Đất.
IN_ORDER = ["An toàn", "Ánh sáng", "Ăn ở", "Dân vận", "Đất lành", "Y tế"]


def body() -> Organisation:
    return Organisation.objects.get_or_create(code="bao", defaults={"name": "Báo", "tier": Tier.PRESS})[0]


LISTS: dict[str, Callable[[str], object]] = {
    "ban-bien-tap": lambda name: Desk.objects.create(organisation=body(), medium=Medium.WEB, name=name),
    "khoi-cum": lambda name: Block.objects.create(name=name, kind=BlockKind.BLOCK, year=2026, lead=body()),
    "linh-vuc": lambda name: Sector.objects.create(name=name, slug=f"lv-{IN_ORDER.index(name)}"),
    "chuyen-muc": lambda name: Column.objects.create(
        name=name, slug=f"cm-{IN_ORDER.index(name)}", organisation=body(), media=["web"]
    ),
}


@pytest.mark.room
@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(("asked", "wanted"), [("", IN_ORDER), ("?ordering=-sort_name", IN_ORDER[::-1])])
def test_a_list_of_names_is_sorted_as_one_looks_for_them(
    newsroom: Newsroom, client: Client, address: str, asked: str, wanted: list[str]
) -> None:
    for name in sorted(IN_ORDER):
        LISTS[address](name)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    answer = client.get(f"/admin/{address}/{asked}")
    assert answer.status_code == 200, answer.headers
    page = html.fromstring(answer.content)
    names = [link.text_content().strip() for link in page.xpath("//td//a")]
    assert [name for name in names if name in IN_ORDER] == wanted
    assert page.xpath("//th//a[contains(@href, 'sort_name')]")


@pytest.mark.room
def test_last_years_people_are_offered_by_their_own_name(newsroom: Newsroom) -> None:
    ours = a_body()
    for name in ("Nguyễn Văn Út", "Trần Thị Đào", "Lê Văn Dũng", "Phạm Thị Ánh"):
        a_draft(ours, name=name)
    Nomination.objects.update(year=2025)
    offered = [one.name for one in to_copy({ours.organisation.pk}, 2026)]
    assert offered == ["Phạm Thị Ánh", "Lê Văn Dũng", "Trần Thị Đào", "Nguyễn Văn Út"]


@pytest.mark.room
def test_rows_from_before_the_key_get_it_by_the_migration(newsroom: Newsroom) -> None:
    for name in IN_ORDER:
        LISTS["linh-vuc"](name)
    Sector.objects.update(sort_name="")
    fill_sort_names("plans", "Sector", "EmulationMovement")(apps, None)
    assert list(Sector.objects.order_by("sort_name").values_list("name", flat=True)) == IN_ORDER


@pytest.mark.room
def test_a_new_name_brings_its_key_along(newsroom: Newsroom) -> None:
    sector = LISTS["linh-vuc"]("Y tế")
    assert isinstance(sector, Sector)
    before, sector.name = sector.sort_name, "An toàn"
    sector.save(update_fields=["order"])
    assert Sector.objects.get().sort_name == before
    sector.save(update_fields=["name"])
    assert Sector.objects.get().sort_name < before


def forms_of_the_house(parent: type[Form]) -> list[type[Form]]:
    found = [form for child in parent.__subclasses__() for form in [child, *forms_of_the_house(child)]]
    return [
        form for form in found if form.__module__.split(".")[0] in {"cms", "stories", "columns", "broadcasts"}
    ]


@pytest.mark.rule
def test_every_form_that_asks_for_a_day_offers_a_calendar() -> None:
    asks = {
        f"{form.__name__}.{name}": isinstance(field.widget, AdminDateInput)
        for form in forms_of_the_house(Form)
        for name, field in form.base_fields.items()
        if isinstance(field, DateField)
    }
    assert {"StageForm.reached_on", "SelectForm.decided_on", "AcceptForm.due_on"} <= asks.keys()
    assert [name for name, has_calendar in asks.items() if not has_calendar] == []
