"""What is typed is read the Vietnamese way: days before months, weeks from Monday, đ as d in an address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from cms.people.enums import Role
from tests.journeys.conftest import Visit
from tests.journeys.walked.walk import Walk

pytestmark = [pytest.mark.browser]
TITLE = "Ông Đỗ Đình Được giữ đìa cá Đồng Tháp"
SLUG = "ong-do-dinh-duoc-giu-dia-ca-dong-thap"


@pytest.mark.parametrize("screen", ["new story", "new episode"])
def test_the_address_is_right_while_one_types(visit: Visit, screen: str) -> None:
    page = visit(Role.ADMINISTRATOR)
    page.goto(f"{visit.house.url}{visit.house.places[screen]}")
    page.locator("[name=title]").press_sequentially(TITLE)
    page.locator("[role=tab]", has_text="Tìm kiếm và chia sẻ").click()
    expect(page.locator("[name=slug]")).to_have_value(SLUG)


def appointing(visit: Visit) -> Page:
    page = visit(Role.ADMINISTRATOR)
    page.goto(f"{visit.house.url}/admin/phan-cong/new/")
    return page


def type_day(page: Page, field: Locator, day: str) -> Locator:
    """Write a day, leave, come back with the mouse; gives the calendar that opens. Nobody is faster than it.

    Not by Tab: the next field may be a day too, and its calendar would open over this one.
    """
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    field.click()
    expect(calendar).to_have_count(1)
    field.fill(day)
    field.blur()
    expect(calendar).to_have_count(0)
    field.click()
    return calendar


def test_the_picker_writes_days_first_and_begins_on_monday(visit: Visit, walk: Walk) -> None:
    page = appointing(visit)
    field = page.locator("[name=valid_from]")
    assert re.fullmatch(r"\d\d/\d\d/2\d{3}", field.input_value())
    picker = type_day(page, field, "05/06/2026")
    expect(picker.locator(".xdsoft_calendar th").first).to_have_text("T2")
    expect(picker.locator(".xdsoft_label.xdsoft_month span").first).to_contain_text(
        re.compile("tháng (6|sáu)", re.I)
    )
    walk.listen(page)
    picker.locator("td[data-date='12'][data-month='5']").click()
    expect(field).to_have_value("12/06/2026")
    assert walk.english == {}


def test_escape_puts_the_calendar_away_and_keeps_what_was_typed(visit: Visit) -> None:
    page = appointing(visit)
    field, calendar = page.locator("[name=valid_from]"), page.locator(".xdsoft_datetimepicker:visible")
    field.click()
    expect(calendar).to_have_count(1)
    field.fill("05/06/2026")
    field.press("Escape")
    expect(calendar).to_have_count(0)
    expect(field).to_be_focused()
    expect(field).to_have_value("05/06/2026")


@pytest.mark.parametrize(
    ("screen", "role", "field"),
    [
        ("dossier", Role.STANDING_OFFICE, "reached_on"),
        ("dossier", Role.STANDING_OFFICE, "expires_on"),
        ("hand-over", Role.MANAGING_EDITOR, "due_on"),
        ("assignment", Role.MANAGING_EDITOR, "due_on"),
        ("column", Role.MANAGING_EDITOR, "valid_from"),
    ],
)
def test_days_are_picked_wherever_one_is_asked_for(visit: Visit, screen: str, role: Role, field: str) -> None:
    page = visit(role)
    page.goto(f"{visit.house.url}{visit.house.places[screen]}")
    asked = page.locator(f"[name={field}]")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    type_day(page, asked, "05/06/2026").locator("td[data-date='12'][data-month='5']").click()
    expect(asked).to_have_value("12/06/2026")


def test_the_fifth_of_june_stays_the_fifth_of_june(visit: Visit) -> None:
    """Typed, refused for another field, shown again, saved, listed."""
    page = appointing(visit)
    page.fill("[name=valid_from]", "05/06/2026")
    page.locator("main form footer [type=submit], main form [type=submit]").first.click()
    expect(page.locator("[name=valid_from]")).to_have_value("05/06/2026")
    edit = page.goto(f"{visit.house.url}{visit.house.places['appointment']}")
    assert edit is not None
    page.fill("[name=valid_to]", "05/06/2027")
    page.locator("main form footer [type=submit], main form [type=submit]").first.click()
    page.wait_for_url("**/phan-cong/")
    expect(page.locator("main")).to_contain_text("đến hết 05/06/2027")


def test_a_day_that_is_none_is_refused_in_words(visit: Visit) -> None:
    page = appointing(visit)
    page.fill("[name=valid_from]", "31/02/2026")
    page.locator("main form footer [type=submit], main form [type=submit]").first.click()
    expect(page.locator("[name=valid_from]")).to_have_value("31/02/2026")
    expect(page.locator("main form")).to_contain_text("ngày")
