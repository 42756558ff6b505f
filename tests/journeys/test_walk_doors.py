"""What opens on a screen, and what it answers to mistakes: menus, choosers, pickers, panels, messages."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from cms.people.enums import Role
from tests.journeys.conftest import Visit
from tests.journeys.walked.walk import Walk

pytestmark = [pytest.mark.browser]
NOBODY = "khong co ai"
NEW = [
    "chuyen-muc/new/", "co-quan/new/", "khoi-cum/new/", "ban-bien-tap/new/", "phan-cong/new/",
    "dien-hinh/new/", "linh-vuc/new/", "users/new/", "groups/new/", "sites/new/", "collections/add/",
    "workflows/add/", "workflows/tasks/add/workflow/reviewtask/", "images/add/", "documents/add/",
    "choose-external-link/", "choose-email-link/", "choose-phone-link/", "choose-anchor-link/",
]  # fmt: skip
LISTS = [
    "pages/search/", "images/", "documents/", "users/", "groups/", "co-quan/", "khoi-cum/", "phan-cong/", "phieu/",
    "reports/site-history/", "images/chooser/", "documents/chooser/", "choose-page/search/", "dien-hinh/",
    "chon-dien-hinh/results/", "chon-dia-ban/results/",
]  # fmt: skip
FOUND = {
    "pages/search/": "xom",
    "images/": "chan",
    "users/": "bien",
    "co-quan/": "bao",
    "dien-hinh/": "kiem",
    "bai-viet/": "xom",
}
TOO_MUCH = """() => {
  const typed = ["text", "email", "url", "number", "password", "tel", "textarea"];
  for (const field of document.querySelectorAll("form[method=post i] :is(input, textarea)")) {
    if (!typed.includes(field.type)) continue;
    if (field.tagName === "INPUT") field.type = "text";
    field.value = "31/02/20266 x".repeat(80);
  }
}"""
TYPE = "field => { field.value = 'x'; field.dispatchEvent(new Event('input', {bubbles: true})); }"


@pytest.fixture
def admin(visit: Visit) -> Page:
    return visit(Role.ADMINISTRATOR)


def go(page: Page, walk: Walk, address: str) -> None:
    page.goto(f"{walk.house.url}{address}", wait_until="load")


def press_all(page: Page, walk: Walk, buttons: Locator) -> None:
    """Press one after the other, listening after each."""
    for button in buttons.all():
        if button.is_visible():
            button.click()
            page.wait_for_timeout(250)
            walk.listen(page)


def send(page: Page, walk: Walk, form: str = "main form[method=post i], form[method=post i]") -> None:
    """Send a form past the browser's own checks, as a reader's aid or an old browser would."""
    with page.expect_navigation():
        page.locator(form).last.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    walk.listen(page)


def test_the_editors_panels_menus_and_blocks(admin: Page, walk: Walk) -> None:
    go(admin, walk, walk.house.places["story"])
    press_all(admin, walk, admin.locator("[data-side-panel-toggle]"))
    admin.wait_for_timeout(2500)
    walk.listen(admin)
    press_all(admin, walk, admin.locator("[data-w-dropdown-target=toggle]"))
    admin.keyboard.press("Escape")
    for number in range(admin.locator(".c-sf-add-button").count()):
        admin.locator(".c-sf-add-button").nth(number).click()
        walk.listen(admin)
        admin.keyboard.press("Escape")
        if number == 1:
            break
    assert walk.english == {}


def test_every_block_and_its_choosers(admin: Page, walk: Walk) -> None:
    go(admin, walk, walk.house.places["new story"])
    kinds, add = admin.locator("[role=option]"), admin.locator("[id^=panel-child] .c-sf-add-button")
    add.last.click()
    expect(kinds.first).to_be_visible()
    for number in range(kinds.count()):
        if number:
            add.last.click()
        kinds.nth(number).click()
        expect(kinds.first).to_be_hidden()
    walk.listen(admin)
    assert admin.locator("[data-streamfield-child]").count() >= 8
    for chooser in admin.locator("[data-chooser-action-choose]:visible").all():
        chooser.click()
        admin.locator(".modal-body").wait_for()
        admin.wait_for_timeout(400)
        walk.listen(admin)
        for tab in admin.locator(".modal [role=tab]").all():
            tab.click()
            walk.listen(admin)
        upload = admin.locator(".modal form[data-chooser-modal-creation-form]")
        if upload.count():
            upload.first.locator("[type=submit]").click()
            admin.wait_for_timeout(400)
            walk.listen(admin)
        admin.locator(".modal [data-dismiss=modal]").first.click()
        admin.locator(".modal").wait_for(state="hidden")
    assert walk.english == {}


def test_the_text_field_with_its_toolbar_and_links(admin: Page, walk: Walk) -> None:
    go(admin, walk, walk.house.places["new story"])
    admin.locator("[id^=panel-child] .c-sf-add-button").last.click()
    admin.locator(".w-combobox__option, [role=option]").first.click()
    text = admin.locator("[data-contentpath=body] .public-DraftEditor-content").first
    text.click()
    admin.keyboard.type("/")
    admin.wait_for_timeout(300)
    walk.listen(admin)
    admin.keyboard.press("Escape")
    admin.keyboard.press("Backspace")
    admin.keyboard.type("Ruộng sen")
    admin.keyboard.press("Control+a")
    admin.wait_for_timeout(400)
    walk.listen(admin)
    admin.locator(".Draftail-ToolbarButton[name=LINK]").first.click()
    admin.locator(".modal-body").wait_for()
    for where in ("external", "email", "phone", "anchor"):
        walk.listen(admin)
        admin.locator(f".modal a[href*='choose-{where}-link']").first.click()
        admin.locator(f".modal form[action*='choose-{where}-link']").wait_for()
        admin.locator(".modal form [type=submit]").click()
        admin.wait_for_timeout(400)
        walk.listen(admin)
    assert walk.english == {}


@pytest.mark.parametrize("address", LISTS)
def test_a_search_without_results(admin: Page, walk: Walk, address: str) -> None:
    answer = admin.goto(f"{walk.house.url}/admin/{address}?q={NOBODY}")
    assert answer is not None
    assert answer.ok
    if "json" in answer.headers["content-type"]:
        admin.set_content(answer.json()["html"])
        admin.add_script_tag(url=f"{walk.house.url}/static/js/files.js")
    walk.listen(admin, address)
    assert walk.english == {}
    assert admin.locator("body").inner_text().strip()


@pytest.mark.parametrize(("address", "words"), FOUND.items())
def test_a_search_with_results(admin: Page, walk: Walk, address: str, words: str) -> None:
    go(admin, walk, f"/admin/{address}?q={words}")
    assert admin.locator("main :is(tbody tr, .listing li)").count() > 0
    assert walk.english == {}


@pytest.mark.parametrize("address", NEW)
def test_a_form_sent_empty_and_with_too_much(admin: Page, walk: Walk, address: str) -> None:
    go(admin, walk, f"/admin/{address}")
    if admin.locator("form").count() == 0:
        admin.set_content(admin.evaluate("JSON.parse(document.body.innerText).html"))
        walk.listen(admin, address)
        assert walk.english == {}
        return
    admin.evaluate(
        "document.querySelectorAll('form[method=post i] input').forEach(i => i.type === 'text' && (i.value = ''))"
    )
    send(admin, walk)
    admin.evaluate(TOO_MUCH)
    send(admin, walk)
    assert walk.english == {}


@pytest.mark.parametrize(
    ("kind", "actions"),
    [
        ("wagtailcore/page", ["move", "publish", "unpublish", "delete"]),
        ("media/photo", ["add_tags", "add_to_collection", "delete"]),
        ("media/attachment", ["add_tags", "add_to_collection", "delete"]),
        ("people/user", ["assign_role", "set_active_state", "delete"]),
    ],
)
def test_what_is_done_with_many_at_once(admin: Page, walk: Walk, kind: str, actions: list[str]) -> None:
    for action in actions:
        chosen = walk.house.places[kind]
        go(admin, walk, f"/admin/bulk/{kind}/{action}/?id={chosen}&next=/admin/")
        expect(admin.locator("main h1").first).to_be_visible()
        walk.listen(admin)
        if action in {"move", "add_tags", "add_to_collection", "assign_role"}:
            send(admin, walk)
    assert walk.english == {}


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.DESK_EDITOR, "at review"),
        (Role.STANDING_OFFICE, "at verification"),
        (Role.MANAGING_EDITOR, "at release"),
        (Role.JOURNALIST, "draft"),
    ],
)
def test_the_windows_of_a_step(visit: Visit, walk: Walk, role: Role, place: str) -> None:
    page = visit(role)
    go(page, walk, walk.house.places[place])
    walk.listen(page)
    actions = page.locator("[data-workflow-action-name]")
    names = {action.get_attribute("data-workflow-action-name") or "" for action in actions.all()}
    for name in sorted(names):
        if page.locator(f"[data-workflow-action-name='{name}'][data-launch-modal]").count() == 0:
            continue
        button = page.locator(f"[data-workflow-action-name='{name}'][data-launch-modal]").first
        if not button.is_visible():
            page.locator("footer [data-w-dropdown-target=toggle]").first.click()
        button.click()
        page.locator(".modal-body").wait_for()
        walk.listen(page)
        page.keyboard.press("Escape")
        page.locator(".modal").wait_for(state="hidden")
    assert walk.english == {}


def test_what_is_said_where_nothing_is_found_or_allowed(visit: Visit, walk: Walk, admin: Page) -> None:
    for address in ("/admin/khong-co/", "/khong-co/", "/admin/pages/99999/edit/"):
        go(admin, walk, address)
        walk.listen(admin, address)
    clerk = visit(Role.CLERK)
    for address in ("/admin/users/", "/admin/go-bai/", "/admin/pages/3/edit/", "/admin/chon-dien-hinh/"):
        go(clerk, walk, address)
        walk.listen(clerk, address)
    answer = clerk.request.post(f"{walk.house.url}/tai-khoan/dang-nhap/", form={"login": "x"})
    assert answer.status == 403
    clerk.set_content(answer.text())
    walk.listen(clerk, "csrf")
    assert walk.english == {}


def test_the_doors_of_strangers(visit: Visit, walk: Walk) -> None:
    page = visit(None)
    for address in (
        "/tai-khoan/dang-nhap/", "/tai-khoan/dang-ky/", "/tai-khoan/mat-khau/quen/", "/tai-khoan/mat-khau/quen/1-x/",
        "/tai-khoan/mat-khau/quen/da-gui/", "/tai-khoan/da-khoa/", "/gioi-thieu-guong/", "/theo-doi/",
        "/doc-truoc/khong-co/", f"/tim-kiem/?q={NOBODY}", "/phieu-gioi-thieu/", "/", "/cau-chuyen/",
    ):  # fmt: skip
        go(page, walk, address)
        walk.listen(page, address)
        if page.locator("form[method=post i]").count():
            send(page, walk)
    go(page, walk, "/tai-khoan/dang-nhap/")
    page.fill("[name=login]", "ai-do")
    page.fill("[name=password]", "sai-mat-khau")
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()
    walk.listen(page)
    assert walk.english == {}


def test_ones_own_account(visit: Visit, walk: Walk) -> None:
    page = visit(Role.COUNCIL_MEMBER)
    for address in ("/tai-khoan/mat-khau/doi/", "/tai-khoan/xac-nhan/?next=/tai-khoan/hai-lop/bat/"):
        go(page, walk, address)
        send(page, walk)
    page.fill("[name=password]", "mat-khau-thu-nghiem")
    page.press("[name=password]", "Enter")
    page.wait_for_url(re.compile("hai-lop/bat"))
    page.fill("[name=code]", "000000")
    send(page, walk)
    assert walk.english == {}


def test_the_browser_itself_says_nothing_in_its_own_language(admin: Page, walk: Walk) -> None:
    """Where a form leaves checking to the browser, our words stand in the bubble."""
    go(admin, walk, f"/admin/ho-so/{walk.house.places['exemplar']}/")
    field = admin.locator("textarea[required]").first
    said = field.evaluate(
        "field => { field.value = ''; field.checkValidity(); return field.validationMessage; }"
    )
    assert said == "Hãy điền ô này."
    field.evaluate(TYPE)
    assert field.evaluate("field => field.checkValidity()")
