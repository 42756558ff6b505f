"""From the journalist's desk to the reader's phone, in a real browser, with everything that may stop it."""

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from broadcasts.programmes.models import EpisodePage
from cms.operations.jobs import run_all
from cms.organisations.enums import Medium
from cms.pages.models import ReleasedPage
from cms.people.enums import Role
from columns.slots.models import Column, Slot
from stories.dossiers.actions import Grant, add_evidence, give_consent, state_claim
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer
from stories.exemplars.actions import place_hold, register
from stories.exemplars.enums import ExemplarKind, HoldReason, SubjectType
from stories.exemplars.models import Exemplar
from stories.pages.models import StoryIndexPage, StoryPage, Subject
from tests.factories import library
from tests.factories.newsroom import HEADLINE, STANDFIRST, Newsroom, fresh

pytestmark = [pytest.mark.journey, pytest.mark.browser]
SignIn = Callable[..., Page]
CLAIM = "Vườn sen rộng 2,5 ha cho thu 180 triệu đồng một năm"


@pytest.fixture
def exemplar(house: Newsroom) -> Exemplar:
    """Ông Kiềm agreed to be named in print and on the web; one claim has evidence, nobody has checked it yet."""
    today, _ = library.places()
    now = timezone.now()
    kiem = register(
        Exemplar(
            name="Nguyễn Văn Kiềm",
            subject_type=SubjectType.INDIVIDUAL,
            kind=ExemplarKind.GOOD_DEED,
            birth_year=1968,
            locality=today,
        ),
        by=None,
        at=now,
    )
    claim = state_claim(kiem, kind=ClaimKind.FIGURE, text=CLAIM, by=None, at=now)
    add_evidence(claim, kind=EvidenceKind.DOCUMENT, description="Sổ thu chi năm 2025", by=None, at=now)
    give_consent(
        kiem,
        signer=Signer.SELF,
        signer_name=kiem.name,
        given_on=timezone.localdate(),
        expires_on=None,
        proof="Giấy đồng ý, lưu tại phòng",
        grants=[Grant(channel, ConsentItem.NAME) for channel in (Medium.WEB, Medium.PRINT)],
        by=None,
        at=now,
    )
    library.column_page(house.column)
    return kiem


def write_and_hand_in(page: Page, house: Newsroom, exemplar: Exemplar) -> StoryPage:
    """The journalist fills in the form and presses “Gửi duyệt”."""
    page.goto(f"{house.url}/admin/pages/add/stories/storypage/{StoryIndexPage.objects.get().pk}/")
    page.fill("[name=title]", HEADLINE)
    page.fill("[name=standfirst]", STANDFIRST)
    page.click("#id_bylines-ADD")
    page.fill("[name=bylines-0-pen_name]", "Minh Tâm")
    choose_exemplar(page, exemplar)
    page.click("footer .action-save")
    page.wait_for_url("**/edit/")
    page.check(f"[name=claims][value='{exemplar.claims.get().pk}']")
    press(page, "[name=action-submit]")
    page.wait_for_url("**/admin/bai-viet/")
    expect(page.get_by_role("row", name=HEADLINE)).to_contain_text("Biên tập viên duyệt")
    return StoryPage.objects.get()


def choose_exemplar(page: Page, exemplar: Exemplar) -> None:
    """Find somebody by name without diacritics."""
    page.click("#id_subjects-OPEN_MODAL")
    # The results are drawn anew a moment after the typing; a box that is ticked before is forgotten.
    page.locator(".modal #search-results > *").first.evaluate(
        "shown => shown.classList.add('before-the-search')"
    )
    page.fill(".modal [name=q]", "van kiem")
    expect(page.locator(".modal .before-the-search")).to_have_count(0)
    page.check(f".modal input[type=checkbox][value='{exemplar.pk}']")
    page.click(".modal [data-multiple-choice-submit]")
    expect(page.locator("#id_subjects-FORMS")).to_contain_text(exemplar.name)


def press(page: Page, selector: str) -> None:
    """Press a button of the editor's footer, opening its menu first where it is folded away."""
    button = page.locator(selector).first
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.click()


def open_editor(page: Page, house: Newsroom, story: ReleasedPage) -> None:
    page.goto(f"{house.url}/admin/pages/{story.pk}/edit/")


def approve(page: Page, house: Newsroom, story: ReleasedPage) -> None:
    """Press “Duyệt” at the running step."""
    open_editor(page, house, story)
    press(page, "[data-workflow-action-name=approve]")
    expect(page.locator(".messages")).to_contain_text(f"Đã duyệt “{fresh(story).draft_title}”. Bài sang bước")
    expect(page).to_have_url(f"{house.url}{reverse('road:waiting')}")


def step(piece: ReleasedPage) -> str:
    task = fresh(piece).current_workflow_task
    return task.name if task else ""


def to_the_waiting_room(sign_in: SignIn, house: Newsroom, exemplar: Exemplar) -> StoryPage:
    """Journalist → editor → standing office → managing editor, each in a browser of their own."""
    story = write_and_hand_in(sign_in(Role.JOURNALIST), house, exemplar)
    approve(sign_in(Role.DESK_EDITOR), house, story)
    assert step(story) == "Cơ quan Thường trực thẩm định"
    office = sign_in(Role.STANDING_OFFICE)
    open_editor(office, house, story)
    expect(office.locator("#checks")).to_contain_text(f"Chưa thẩm định: “{CLAIM}”")
    expect(office.locator("[data-workflow-action-name=approve]")).to_have_count(0)
    office.goto(f"{house.url}/admin/ho-so/{exemplar.pk}/")
    office.click("text=Xác nhận đúng")
    expect(office.locator("body")).to_contain_text("Đã ghi kết luận thẩm định")
    approve(office, house, story)
    assert step(story) == "Thư ký tòa soạn duyệt"
    approve(sign_in(Role.MANAGING_EDITOR), house, story)
    assert step(story) == "Chờ kỳ đăng, phát"
    return story


def place(sign_in: SignIn, house: Newsroom, story: StoryPage) -> Slot:
    slot = Slot.objects.create(column=house.column, at=timezone.now() + timedelta(days=2))
    editor = sign_in(Role.MANAGING_EDITOR)
    editor.goto(f"{house.url}/admin/lich/")
    editor.click("text=Xếp bài")
    editor.select_option("#id_page", str(story.pk))
    editor.click("text=Xếp vào kỳ")
    expect(editor.locator("body")).to_contain_text(f"Đã xếp “{HEADLINE}” vào kỳ")
    return slot


def clock_moves_to(slot: Slot) -> None:
    run_all(at=slot.at + timedelta(seconds=1), worker="journey")
    slot.refresh_from_db()


def test_a_story_reaches_the_reader_at_its_hour(
    house: Newsroom, exemplar: Exemplar, sign_in: SignIn, reader: Page
) -> None:
    story = to_the_waiting_room(sign_in, house, exemplar)
    slot = place(sign_in, house, story)
    assert reader.goto(f"{house.url}/cau-chuyen/{story.slug}/").status == 404
    clock_moves_to(slot)
    assert slot.state == "released"
    reader.goto(f"{house.url}/cau-chuyen/{story.slug}/")
    expect(reader.locator("h1")).to_have_text(HEADLINE)
    expect(reader.locator("body")).to_contain_text("Minh Tâm")
    assert reader.evaluate("document.documentElement.scrollWidth") <= 360
    reader.goto(f"{house.url}/chuyen-muc/{house.column.slug}/")
    expect(reader.locator("main")).to_contain_text(HEADLINE)
    feed = reader.request.get(f"{house.url}/feeds/columns/{house.column.slug}.rss").text()
    assert HEADLINE in feed


def an_episode(house: Newsroom, stories: Iterable[StoryPage] = ()) -> EpisodePage:
    """A draft of the radio editor's in the monthly programme."""
    station = Column.objects.create(
        name="Hương sen Đồng Tháp",
        slug="huong-sen",
        organisation=house.column.organisation,
        media=["radio"],
    )
    episode = library.episodes(1, library.programme(station))[0]
    EpisodePage.objects.filter(pk=episode.pk).update(live=False, first_published_at=None)
    episode = EpisodePage.objects.get(pk=episode.pk)
    episode.stories.set(stories)
    episode.save_revision(user=house.people[Role.RADIO_EDITOR])
    return episode


def to_the_air(sign_in: SignIn, house: Newsroom, episode: EpisodePage) -> Slot:
    """The radio editor hands it in, three approve it, the managing editor gives it its hour."""
    radio = sign_in(Role.RADIO_EDITOR)
    open_editor(radio, house, episode)
    press(radio, "[name=action-submit]")
    expect(radio.locator(".messages .success")).to_be_visible()
    assert step(episode) == "Biên tập viên duyệt"
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        approve(sign_in(role), house, episode)
    assert step(episode) == "Chờ kỳ đăng, phát"
    slot = Slot.objects.create(
        column=Column.objects.get(slug="huong-sen"), at=timezone.now() + timedelta(days=1)
    )
    editor = sign_in(Role.MANAGING_EDITOR)
    editor.goto(f"{house.url}/admin/lich/{slot.pk}/")
    editor.select_option("#id_page", str(episode.pk))
    editor.click("text=Xếp vào kỳ")
    expect(editor.locator("body")).to_contain_text("Đã xếp")
    return slot


def test_an_episode_goes_on_air_at_its_hour(
    house: Newsroom, exemplar: Exemplar, sign_in: SignIn, reader: Page
) -> None:
    episode = an_episode(house)
    slot = to_the_air(sign_in, house, episode)
    assert reader.goto(f"{house.url}/phat-thanh/huong-sen/{episode.slug}/").status == 404
    clock_moves_to(slot)
    reader.goto(f"{house.url}/phat-thanh/huong-sen/{episode.slug}/")
    expect(reader.locator("main")).to_contain_text("Giọng đọc do máy tổng hợp")
    assert episode.title in reader.request.get(f"{house.url}/feeds/programmes/huong-sen.rss").text()


def test_a_hold_and_an_edit_stop_an_episode(
    house: Newsroom, exemplar: Exemplar, sign_in: SignIn, reader: Page
) -> None:
    give_consent(
        exemplar, signer=Signer.SELF, signer_name=exemplar.name, given_on=timezone.localdate(), expires_on=None,
        proof="Ghi âm", grants=[Grant(Medium.RADIO, ConsentItem.NAME)], by=None, at=timezone.now(),
    )  # fmt: skip
    story = house.draft()
    story.subjects.add(Subject(exemplar=exemplar))
    story.save()
    episode = an_episode(house, [story])
    slot = to_the_air(sign_in, house, episode)
    office = house.people[Role.STANDING_OFFICE]
    place_hold(exemplar, reason=HoldReason.COMPLAINT, note="", document="CV 12", by=office, at=timezone.now())
    clock_moves_to(slot)
    assert "đang tạm dừng xem xét" in slot.last_error
    assert reader.goto(f"{house.url}/phat-thanh/huong-sen/{episode.slug}/").status == 404
    episode = EpisodePage.objects.get(pk=episode.pk)
    episode.standfirst = "Lời giới thiệu khác."
    episode.save_revision(user=house.people[Role.RADIO_EDITOR])
    assert step(episode) == "Biên tập viên duyệt"


def test_a_hold_set_after_the_approval_stops_the_story(
    house: Newsroom, exemplar: Exemplar, sign_in: SignIn, reader: Page
) -> None:
    story = to_the_waiting_room(sign_in, house, exemplar)
    slot = place(sign_in, house, story)
    office = sign_in(Role.STANDING_OFFICE)
    office.goto(f"{house.url}/admin/ho-so/{exemplar.pk}/")
    office.click("text=Tạm dừng mọi kênh")
    office.fill("#hold-document", "Công văn 12/TĐKT")
    office.click("button:has-text('Tạm dừng')")
    expect(office.locator("body")).to_contain_text("Đang tạm dừng xem xét")
    clock_moves_to(slot)
    assert (slot.state, "đang tạm dừng xem xét" in slot.last_error) == ("filled", True)
    assert reader.goto(f"{house.url}/cau-chuyen/{story.slug}/").status == 404


def test_a_withdrawn_consent_and_an_edit_stop_the_story(
    house: Newsroom, exemplar: Exemplar, sign_in: SignIn, reader: Page
) -> None:
    story = to_the_waiting_room(sign_in, house, exemplar)
    slot = place(sign_in, house, story)
    journalist = sign_in(Role.JOURNALIST)
    journalist.goto(f"{house.url}/admin/ho-so/{exemplar.pk}/")
    journalist.click("text=Người này rút lại sự đồng ý")
    journalist.fill("[id^=withdraw-][name=note]", "Gọi điện sáng nay")
    journalist.click("text=Ghi nhận rút lại")
    expect(journalist.locator("body")).to_contain_text("Đã rút lại ngày")
    clock_moves_to(slot)
    assert "chưa đồng ý cho dùng họ tên" in slot.last_error
    story = StoryPage.objects.get(pk=story.pk)
    story.standfirst += " Thêm một câu."
    story.save_revision(user=house.people[Role.JOURNALIST])
    assert step(story) == "Biên tập viên duyệt"
    assert reader.goto(f"{house.url}/cau-chuyen/{story.slug}/").status == 404
