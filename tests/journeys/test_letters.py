"""Somebody proposes by phone and finds the answer by code; an exemplar reads first and stops a wrong figure."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from stories.letters.models import Proposal
from stories.letters.rules.proposals import QUICKEST
from stories.nominations.models import Nomination
from stories.pages.models import StoryPage
from tests.factories.bodies import a_body, appoint
from tests.factories.letters import FIGURE, a_story, edited
from tests.factories.newsroom import Newsroom, fresh
from tests.journeys.conftest import PHONE

pytestmark = [pytest.mark.journey, pytest.mark.browser]
SignIn = Callable[..., Page]


def narrow(page: Page) -> bool:
    page.wait_for_load_state("networkidle")
    return page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_person_proposes_by_phone_and_finds_the_answer_by_code(
    house: Newsroom, sign_in: SignIn, reader: Page
) -> None:
    body = a_body().organisation
    appoint(house.people[Role.CLERK], body, Role.CLERK)
    reader.goto(f"{house.url}/cau-chuyen/")
    reader.click("footer >> text=Giới thiệu một tấm gương")
    assert narrow(reader)
    reader.fill("[name=name]", "Ông Trần Văn Đò")
    reader.fill("[name=deeds]", "Mười hai năm đưa đò miễn phí cho học trò qua kinh.")
    reader.fill("[name=source]", "Con tôi đi đò của ông mỗi ngày.")
    reader.wait_for_timeout(QUICKEST.total_seconds() * 1000 + 200)
    reader.click("button:has-text('Gửi lời giới thiệu')")
    expect(reader.locator("body")).to_contain_text("Hãy ghi xã, phường")
    expect(reader.locator("body")).to_contain_text("Muốn gửi, hãy đọc phần trên và đánh dấu đồng ý.")
    expect(reader.locator("[name=deeds]")).to_have_value("Mười hai năm đưa đò miễn phí cho học trò qua kinh.")
    assert narrow(reader)
    reader.fill("[name=place]", "ấp Mỹ Tây, xã Tháp Mười")
    reader.check("[name=agrees]")
    reader.click("button:has-text('Gửi lời giới thiệu')")
    code = reader.locator(".letter-code-itself").inner_text()
    assert re.fullmatch(r"GS(-[0-9A-Z]{4}){3}", code)
    assert narrow(reader)
    reader.reload()
    expect(reader.locator(".letter-code-itself")).to_have_text(code)
    assert Proposal.objects.count() == 1

    office = sign_in(Role.STANDING_OFFICE)
    office.goto(f"{house.url}/admin/de-xuat/")
    office.click("text=Ông Trần Văn Đò")
    office.click("summary:has-text('Chuyển đơn vị lập phiếu')")
    office.fill("details[open] [name=answer]", "Cảm ơn bạn, xã Tháp Mười đang tìm hiểu và lập phiếu.")
    office.click("details[open] button:has-text('Chuyển đơn vị lập phiếu')")
    expect(office.locator("body")).to_contain_text("Đã mở phiếu nháp ở Ủy ban nhân dân xã Tháp Mười")

    clerk = sign_in(Role.CLERK, PHONE)
    clerk.goto(f"{house.url}/phieu-gioi-thieu/{Nomination.objects.get().pk}/")
    expect(clerk.locator("[name=name]")).to_have_value("Ông Trần Văn Đò")

    reader.goto(f"{house.url}/theo-doi/")
    reader.fill("[name=code]", code.replace("-", "").lower()[:-1])
    reader.click("button:has-text('Xem')")
    expect(reader.locator("body")).to_contain_text("Mã gồm GS và 12 chữ, số.")
    reader.fill("[name=code]", code.replace("-", " ").lower())
    reader.click("button:has-text('Xem')")
    expect(reader.locator("main")).to_contain_text("Đã chuyển đơn vị lập phiếu")
    expect(reader.locator("main")).to_contain_text("xã Tháp Mười đang tìm hiểu và lập phiếu.")
    assert narrow(reader)


def the_link(page: Page, house: Newsroom, story: StoryPage) -> str:
    """The journalist finds the readings in the story's own menu and makes a link to send by hand."""
    page.goto(f"{house.url}/admin/doc-truoc/{story.pk}/")
    page.click("text=Tạo liên kết đọc trước")
    return re.sub(r"^https?://[^/]+", house.url, page.locator("#lien-ket").input_value())


def test_the_exemplar_reads_first_says_a_figure_is_wrong_and_the_piece_waits(
    house: Newsroom, sign_in: SignIn, reader: Page
) -> None:
    story, person = a_story(house)
    journalist = sign_in(Role.JOURNALIST)
    journalist.goto(f"{house.url}/admin/pages/{story.pk}/edit/")
    journalist.locator(".w-slim-header [data-w-dropdown-target=toggle]").first.click()
    journalist.click("text=Đọc trước khi đăng")
    journalist.wait_for_url(f"**/admin/doc-truoc/{story.pk}/")
    link = the_link(journalist, house, story)

    reader.goto(link)
    expect(reader.locator("body")).not_to_contain_text(story.title)
    assert narrow(reader)
    reader.click("text=Đọc bài")
    expect(reader.locator("h1")).to_have_text(story.title)
    expect(reader.locator("article")).to_contain_text(FIGURE)
    assert narrow(reader)
    figure = reader.locator("fieldset", has_text=FIGURE)
    figure.get_by_label("Chưa đúng", exact=True).check()
    reader.locator("fieldset.letter-point").nth(1).get_by_label("Đúng", exact=True).check()
    reader.get_by_label("Có chỗ chưa đúng, sửa rồi cho đọc lại").check()
    reader.click("text=Gửi trả lời")
    expect(reader.locator("body")).to_contain_text("Hãy ghi chưa đúng chỗ nào, đúng thì là sao.")
    figure.locator("textarea").fill("Hai héc-ta thôi")
    reader.click("text=Gửi trả lời")
    expect(reader.locator("body")).to_contain_text("Đã ghi ý kiến, cảm ơn ông/bà")
    assert narrow(reader)

    house.hand_in(fresh(story))
    house.approve(fresh(story), Role.DESK_EDITOR)
    office = sign_in(Role.STANDING_OFFICE)
    office.goto(f"{house.url}/admin/pages/{story.pk}/edit/")
    expect(office.locator("#checks")).to_contain_text(f"{person} đọc trước: nói có chỗ chưa đúng")
    expect(office.locator("[data-workflow-action-name=approve]")).to_have_count(0)
    office.goto(f"{house.url}/admin/doc-truoc/{story.pk}/")
    expect(office.locator("body")).to_contain_text("Hai héc-ta thôi")

    edited(story, house, story.standfirst.replace("hai công", "ba công"))
    journalist.goto(f"{house.url}/admin/doc-truoc/{story.pk}/")
    expect(journalist.locator("body")).to_contain_text("Đọc bản cũ: bài đã sửa sau đó.")
    reader.goto(the_link(journalist, house, story))
    reader.click("text=Đọc bài")
    for one in reader.locator("fieldset.letter-point").all()[:2]:
        one.get_by_label("Đúng", exact=True).check()
    reader.get_by_label("Đồng ý cho đăng", exact=True).check()
    reader.click("text=Gửi trả lời")
    expect(reader.locator("body")).to_contain_text("Đã ghi ý kiến, cảm ơn ông/bà")
    house.approve(fresh(story), Role.DESK_EDITOR)
    office.goto(f"{house.url}/admin/pages/{story.pk}/edit/")
    expect(office.locator("[data-workflow-action-name=approve]").first).to_be_attached()
    reader.goto(link)
    reader.click("text=Đọc bài")
    expect(reader.locator("body")).to_contain_text("Hai héc-ta thôi")
