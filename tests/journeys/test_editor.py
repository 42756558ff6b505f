"""The journalist sees the piece as readers will, while writing."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from tests.factories.newsroom import Newsroom

pytestmark = [pytest.mark.journey, pytest.mark.browser]
SignIn = Callable[..., Page]
HEADLINE = "Ông Tư giữ ruộng sen cho cả xóm cùng làm"


def test_a_pasted_headline_is_saved_and_seen_in_the_preview(house: Newsroom, sign_in: SignIn) -> None:
    page: Page = sign_in(Role.JOURNALIST)
    page.goto(f"{house.url}/admin/bai-viet/moi/")
    page.locator("[name=title]").fill(HEADLINE)
    expect(page.locator("body")).to_contain_text("Đã lưu")
    expect(page.locator("body")).not_to_contain_text("Tự lưu đang tạm dừng")
    page.click("[data-side-panel-toggle=preview]")
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.locator("h1")).to_have_text(HEADLINE)
    page.click("[data-side-panel-toggle=checks]")
    expect(page.locator("[data-content-word-count]")).not_to_have_text("-")


def test_an_editor_returns_a_piece_with_words_and_goes_on_with_the_next(
    house: Newsroom, sign_in: SignIn
) -> None:
    story = house.hand_in(house.draft())
    page = sign_in(Role.DESK_EDITOR)
    page.goto(f"{house.url}/admin/pages/{story.pk}/edit/")
    decide(page, "reject", "Câu mở bài chưa nói ai trả tiền giống.")
    expect(page.locator(".messages")).to_contain_text(f"Đã trả “{story.title}” cho người viết, kèm lý do.")
    expect(page).to_have_url(f"{house.url}{reverse('road:waiting')}")


def test_who_withdraws_an_approved_piece_stands_before_it_to_edit(house: Newsroom, sign_in: SignIn) -> None:
    story = house.hand_in(house.draft())
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        story = house.approve(story, role)
    page = sign_in(Role.MANAGING_EDITOR)
    page.goto(f"{house.url}/admin/pages/{story.pk}/edit/")
    decide(page, "reject", "Đổi ảnh chính.")
    expect(page.locator(".messages")).to_contain_text(f"Đã rút “{story.title}” về để sửa.")
    expect(page).to_have_url(f"{house.url}/admin/pages/{story.pk}/edit/")


def decide(page: Page, verb: str, why: str) -> None:
    """Press a step's button in the footer and say why."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator(f"[data-workflow-action-name={verb}]").first.click()
    page.locator("[role=dialog] textarea").fill(why)
    page.locator("[role=dialog] [type=submit]").click()


def test_a_file_is_asked_for_in_our_words_by_an_english_browser_too(house: Newsroom, sign_in: SignIn) -> None:
    page = sign_in(Role.PHOTO_DESK)
    page.goto(f"{house.url}/admin/images/add/")
    field = page.locator(".file-field")
    expect(field).to_contain_text("Chưa chọn tệp nào")
    page.locator("input[type=file]").set_input_files(
        {"name": "ruong-sen.jpg", "mimeType": "image/jpeg", "buffer": b"anh"}
    )
    expect(field).to_contain_text("ruong-sen.jpg")
    with page.expect_file_chooser():
        field.click()


def test_who_signs_out_is_told_of_what_was_never_saved(house: Newsroom, sign_in: SignIn) -> None:
    page = sign_in(Role.CLERK)
    page.goto(f"{house.url}/tai-khoan/dang-xuat/")
    expect(page.locator("[data-unsaved]")).to_be_hidden()
    key = f"phieu:{house.people[Role.CLERK].pk}:1"
    page.evaluate("key => localStorage.setItem(key, '{}')", key)
    page.reload()
    expect(page.locator("[data-unsaved]")).to_contain_text("Đăng xuất thì phần ấy mất")
    page.click("form[data-leaves] button")
    page.wait_for_url(lambda url: "dang-xuat" not in url)
    assert page.evaluate("key => localStorage.getItem(key)", key) is None
