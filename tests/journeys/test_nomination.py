"""A commune clerk nominates on a phone with a weak line; the head signs; the office, the committee and the desks go on."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from cms.organisations.models import Organisation
from cms.people.enums import Role
from cms.plans.models import Sector
from stories.assignments.models import Assignment
from stories.nominations.models import Nomination, NominationPhoto
from stories.pages.models import StoryPage
from tests.factories.bodies import a_body, a_press_body, appoint
from tests.factories.newsroom import Newsroom
from tests.journeys.conftest import PHONE

pytestmark = [pytest.mark.journey, pytest.mark.browser]
SignIn = Callable[..., Page]
DEED = "Mười hai năm đưa đò miễn phí cho học trò qua kinh"
PROOF = "Sổ trực của trường tiểu học; bà Lê Thị Năm, trưởng ấp, xác nhận"


@pytest.fixture
def commune(house: Newsroom) -> Organisation:
    """Xã Tháp Mười, where somebody is clerk and somebody else the accountable head."""
    body = a_body().organisation
    appoint(house.people[Role.CLERK], body, Role.CLERK)
    appoint(house.people[Role.HEAD], body, Role.HEAD)
    Sector.objects.get_or_create(slug="an-sinh-xa-hoi", defaults={"name": "An sinh xã hội"})
    return body


@pytest.fixture
def clerk(commune: Organisation, sign_in: SignIn) -> Page:
    """On a phone of 360 pixels with a weak line: 400 kilobits a second, 400 milliseconds there and back."""
    page = sign_in(Role.CLERK, PHONE)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    line.send("Network.emulateNetworkConditions", slow)
    return page


def begin(page: Page, house: Newsroom) -> Nomination:
    page.goto(f"{house.url}/phieu-gioi-thieu/")
    page.click("text=Giới thiệu một điển hình")
    page.wait_for_url("**/phieu-gioi-thieu/*/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    return Nomination.objects.get()


def fill_in(page: Page) -> None:
    page.check("input[name=subject_type][value=individual]")
    page.fill("[name=name]", "Ông Trần Văn Đò")
    page.fill("[name=birth_year]", "1961")
    page.select_option("[name=locality]", label="Xã Tháp Mười")
    page.select_option("[name=sector]", label="An sinh xã hội")
    page.fill("[name=deed_1]", DEED)
    page.fill("[name=proof_1]", PROOF)
    page.fill("[name=contact_name]", "Lê Thị Bích Ngân")
    page.fill("[name=contact_phone]", "0277 385 1234")


def expect_everything(page: Page) -> None:
    expect(page.locator("[name=name]")).to_have_value("Ông Trần Văn Đò")
    expect(page.locator("[name=birth_year]")).to_have_value("1961")
    expect(page.locator("[name=deed_1]")).to_have_value(DEED)
    expect(page.locator("[name=proof_1]")).to_have_value(PROOF)
    expect(page.locator("[name=contact_phone]")).to_have_value("0277 385 1234")
    expect(page.locator("input[name=subject_type][value=individual]")).to_be_checked()


# Of papers, on the device, which an office shares.
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('phieu:')).length"


def test_who_signs_out_leaves_nothing_of_a_paper_on_the_device(
    house: Newsroom, commune: Organisation, clerk: Page
) -> None:
    begin(clerk, house)
    clerk.route("**/luu/", lambda route: route.abort())
    clerk.fill("[name=name]", "Ông Trần Văn Đò")
    expect(clerk.locator("#luu-tin")).to_contain_text("Chưa có mạng")
    clerk.wait_for_function(f"{KEPT} === 1")
    clerk.goto(f"{house.url}/tai-khoan/dang-xuat/")
    clerk.click("button:has-text('Đăng xuất')")
    clerk.wait_for_url("**/dang-nhap/**")
    clerk.wait_for_function(f"{KEPT} === 0")


def a_photo(tmp_path: Path) -> Path:
    data = BytesIO()
    Image.effect_noise((1200, 900), 90).convert("RGB").save(data, "JPEG", quality=92)
    file = tmp_path / "ong-do.jpg"
    file.write_bytes(data.getvalue())
    return file


def test_a_clerk_nominates_by_phone_and_the_dossier_reaches_the_writers_desk(
    house: Newsroom, commune: Organisation, clerk: Page, sign_in: SignIn, tmp_path: Path
) -> None:
    begin(clerk, house)
    fill_in(clerk)
    clerk.set_input_files("#anh", a_photo(tmp_path))
    expect(clerk.locator("#anh-tin")).to_contain_text("Đã gửi 1 trên 1 ảnh.")
    expect(clerk.locator("#luu-tin")).to_contain_text("Đã lưu lúc")
    with clerk.expect_navigation():
        clerk.click("text=Bỏ ảnh")
    expect(clerk.locator("#anh-da-gui li")).to_have_count(0)
    clerk.set_input_files("#anh", a_photo(tmp_path))
    expect(clerk.locator("#anh-tin")).to_contain_text("Đã gửi 1 trên 1 ảnh.")
    clerk.click("text=Trình thủ trưởng ký")
    expect(clerk.locator("body")).to_contain_text("Đã trình thủ trưởng")
    assert NominationPhoto.objects.get().is_complete
    clerk.wait_for_function(f"{KEPT} === 0")

    head = sign_in(Role.HEAD, PHONE)
    head.goto(f"{house.url}/phieu-gioi-thieu/")
    head.click("text=Đọc và ký")
    head.click("button:has-text('Ký và gửi')")
    expect(head.locator("body")).to_contain_text("Đã ký và gửi Cơ quan Thường trực")

    office = sign_in(Role.STANDING_OFFICE)
    office.goto(f"{house.url}/admin/phieu/")
    office.click("text=Ông Trần Văn Đò")
    do(office, "Nhận thẩm định")
    office.click("text=Thẩm định từng điều trong hồ sơ")
    expect(office.locator("body")).to_contain_text(PROOF)
    office.click("text=Xác nhận đúng")
    expect(office.locator(".messages")).to_contain_text("Đã ghi kết luận thẩm định")
    nomination = Nomination.objects.get()
    office.goto(f"{house.url}/admin/phieu/{nomination.pk}/")
    do(office, "Đủ điều kiện")
    do(
        office,
        "Ghi việc chọn điển hình",
        decided_by="Chủ tịch Hội đồng",
        decided_on="20/11/2026",
        document="TB 7/TB-HĐ",
    )
    a_press_body(house)
    office.reload()
    unfold(office, "Chuyển tòa soạn")
    for box in office.locator("[name=desks]").all():
        box.check()
    office.click("button:has-text('Chuyển tòa soạn')")
    expect(office.locator("body")).to_contain_text("Đã chuyển tòa soạn")

    editor = sign_in(Role.MANAGING_EDITOR)
    editor.goto(f"{house.url}/admin/chuyen-giao/")
    editor.locator("tr", has_text="Ban Báo in").locator("a").click()
    expect(editor.locator("body")).to_contain_text("Đã xác nhận, dùng được")
    editor.click("summary:has-text('Nhận hồ sơ')")
    editor.select_option("[name=person]", str(house.people[Role.JOURNALIST].pk))
    editor.click("button:has-text('Nhận hồ sơ')")
    expect(editor.locator("body")).to_contain_text("Đã nhận hồ sơ")

    journalist = sign_in(Role.JOURNALIST)
    journalist.goto(f"{house.url}/admin/viec/")
    journalist.click("text=Viết về Ông Trần Văn Đò")
    journalist.click("button:has-text('Viết bài')")
    journalist.wait_for_url("**/edit/")
    expect(journalist.locator("#id_subjects-FORMS")).to_contain_text("Ông Trần Văn Đò")
    assert Assignment.objects.get().page_id == StoryPage.objects.get().pk


def do(page: Page, title: str, **values: str) -> None:
    """Open a verb of the office's screen, fill it in, press it."""
    unfold(page, title)
    for name, value in values.items():
        page.fill(f"details[open] [name={name}]", value)
    with page.expect_navigation(wait_until="load"):
        page.locator("details[open]").get_by_role("button", name=title, exact=True).click()


def unfold(page: Page, title: str) -> None:
    """The only verb there is stands open already."""
    form = page.locator("details.dossier-form", has=page.locator("summary").get_by_text(title, exact=True))
    if form.get_attribute("open") is None:
        form.locator("summary").click()


def test_nothing_typed_is_lost_without_a_line_by_a_reload_or_a_closed_tab(
    house: Newsroom, clerk: Page
) -> None:
    nomination = begin(clerk, house)
    clerk.context.route("**/*", lambda request: request.abort("internetdisconnected"))
    fill_in(clerk)
    expect(clerk.locator("#luu-tin")).to_contain_text("Chưa có mạng")
    clerk.context.unroute("**/*")
    clerk.reload()
    expect_everything(clerk)
    tab = clerk.context.new_page()
    clerk.close()
    tab.goto(f"{house.url}/phieu-gioi-thieu/{nomination.pk}/")
    expect_everything(tab)
    expect(tab.locator("#luu-tin")).to_contain_text("Đã lưu lúc")
    nomination.refresh_from_db()
    assert nomination.name == "Ông Trần Văn Đò"


def test_an_expired_sign_in_loses_nothing(house: Newsroom, clerk: Page) -> None:
    nomination = begin(clerk, house)
    clerk.context.clear_cookies(name="sessionid")
    fill_in(clerk)
    expect(clerk.locator("#luu-tin")).to_contain_text("Phiên đăng nhập đã hết")
    clerk.click("#luu-tin a")
    clerk.fill("[name=login]", house.people[Role.CLERK].username)
    clerk.fill("[name=password]", "mat-khau-thu-nghiem")
    clerk.press("[name=password]", "Enter")
    clerk.wait_for_url(f"**/phieu-gioi-thieu/{nomination.pk}/")
    expect_everything(clerk)
