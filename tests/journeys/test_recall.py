"""The road back in a real browser: a reader's phone shows nothing of it any more, and only a decision lets it go on."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from wagtail.models import Page as SitePage
from wagtail.models import PageLogEntry

from cms.operations.jobs import run_all
from cms.people.enums import Role
from stories.pages.enums import TakedownReason
from stories.pages.models import Takedown
from stories.pages.rules import SENTENCES
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.told import Told, told

pytestmark = [pytest.mark.journey, pytest.mark.browser]
SignIn = Callable[..., Page]
NAME, TITLE = "Trần Văn Bách", "Ông Bách giữ ruộng sen cho cả xóm cùng làm"
OTHER, OTHER_TITLE = "Lê Thị Diệp", "Bà Diệp giữ ruộng sen cho cả xóm cùng làm"


@pytest.fixture
def public(house: Newsroom) -> Told:
    """Two people told of in the paper and together on the air."""
    return told(house, timezone.now(), [NAME, OTHER], [TITLE, OTHER_TITLE])


def address(house: Newsroom, page: SitePage) -> str:
    return house.url + page.get_url_parts()[2]


def shown(reader: Page, house: Newsroom) -> list[str]:
    """Where a reader without scripts still meets the headline."""
    doors = [
        "/",
        "/cau-chuyen/",
        "/tim-kiem/?q=ong+bach",
        "/chuyen-muc/guong-nguoi-tot/",
        "/linh-vuc/nong-nghiep/",
    ]
    meets = []
    for door in doors:
        reader.goto(house.url + door)
        if reader.locator("main", has_text=TITLE).count():
            meets.append(door)
    feed = "/feeds/stories.rss"
    return meets + ([feed] if TITLE in reader.request.get(house.url + feed).text() else [])


def expect_gone(reader: Page, house: Newsroom, page: SitePage, sentence: str) -> None:
    answer = reader.goto(address(house, page))
    assert answer
    assert answer.status == 410
    expect(reader.locator("h1")).to_have_text("Nội dung này không còn ở đây")
    expect(reader.locator("main")).to_contain_text(sentence)
    expect(reader.locator("main")).not_to_contain_text("Bách")
    assert reader.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_hold_in_the_dossier_empties_the_phone_and_only_a_decision_opens_the_road_again(
    house: Newsroom, public: Told, sign_in: SignIn, reader: Page
) -> None:
    story, person = public.stories[0], public.people[0]
    assert reader.goto(address(house, story)).status == 200
    assert {"/cau-chuyen/", "/tim-kiem/?q=ong+bach", "/feeds/stories.rss"} <= set(shown(reader, house))
    office = sign_in(Role.STANDING_OFFICE)
    office.goto(f"{house.url}/admin/ho-so/{person.pk}/")
    office.click("text=Tạm dừng mọi kênh")
    office.fill("#hold-document", "Công văn 12/TĐKT")
    office.click("button:has-text('Tạm dừng')")
    expect(office.locator("body")).to_contain_text("Đang tạm dừng xem xét")
    run_all(at=timezone.now(), worker="journey")
    sentence = SENTENCES[TakedownReason.HOLD]
    for page in (story, public.episode):
        expect_gone(reader, house, page, sentence)
    assert shown(reader, house) == []
    assert (
        public.episode.title not in reader.request.get(f"{house.url}/feeds/programmes/huong-sen.rss").text()
    )
    assert reader.goto(address(house, public.stories[1])).status == 200

    chief = sign_in(Role.EDITOR_IN_CHIEF)
    chief.goto(f"{house.url}/admin/go-bai/")
    chief.click(f"a:has-text('{TITLE}')")
    chief.click("text=Đọc bản niêm phong")
    expect(chief.locator("h1")).to_have_text(TITLE)
    assert PageLogEntry.objects.filter(action="stories.open_sealed_copy", page=story.pk).count() == 1
    chief.go_back()
    chief.locator("summary", has_text="Cho thôi gỡ").click()
    chief.fill("#id_document", "Kết luận 9/KL-HĐ")
    chief.click("button:has-text('Cho thôi gỡ')")
    expect(chief.locator("body")).to_contain_text("Bài chưa lên trang: cần duyệt và phát hành lại")
    run_all(at=timezone.now(), worker="journey")
    assert not fresh(story).live
    expect_gone(reader, house, story, sentence)
    assert shown(reader, house) == []


def test_the_managing_editor_takes_a_page_down_by_hand(
    house: Newsroom, public: Told, sign_in: SignIn, reader: Page
) -> None:
    editor = sign_in(Role.MANAGING_EDITOR)
    editor.goto(f"{house.url}/admin/go-bai/")
    editor.click("text=Gỡ một bài…")
    editor.fill("#q", "Bách")
    editor.click("button:has-text('Tìm')")
    editor.check(f"input[name=page][value='{public.stories[0].pk}']")
    editor.select_option("[name=reason]", "mistake")
    editor.fill("[name=grounds]", "Đính chính số 3/ĐC-BTT")
    editor.locator("form button", has_text="Gỡ bài").click()
    expect(editor.locator("body")).to_contain_text(f"Đã gỡ “{TITLE}”")
    expect(editor.locator("body")).to_contain_text("Đính chính số 3/ĐC-BTT")
    expect(editor.locator("text=Đọc bản niêm phong")).to_have_count(0)
    expect_gone(reader, house, public.stories[0], SENTENCES[TakedownReason.MISTAKE])
    assert shown(reader, house) == []
    assert reader.goto(address(house, public.episode)).status == 200
    run_all(at=timezone.now(), worker="journey")
    expect_gone(reader, house, public.episode, SENTENCES[TakedownReason.SOURCE])
    assert Takedown.objects.get(page=public.stories[0].pk).by == house.people[Role.MANAGING_EDITOR]
