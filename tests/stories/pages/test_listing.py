"""“Bài viết” and “Số phát sóng”: every piece at its point of the road, found without diacritics, at a fixed price."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.people.enums import Role
from cms.workflow.actions import release
from stories.pages.actions import take_down
from stories.pages.enums import Standing, TakedownReason
from stories.pages.rules import standings_of
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
TITLES = {
    state: f"Ông Tư giữ ruộng sen cho cả xóm {words}"
    for state, words in {
        "draft": "còn nháp", "waiting": "chờ duyệt", "approved": "đã duyệt", "scheduled": "hẹn đăng",
        "published": "đã đăng", "taken_down": "đã gỡ",
    }.items()
}  # fmt: skip
STORIES, EPISODES = "/admin/bai-viet/", "/admin/phat-thanh/"


@pytest.mark.rule
@pytest.mark.parametrize(
    ("facts", "where"),
    [
        pytest.param("", [Standing.DRAFT], id="nothing yet"),
        pytest.param("on_the_road", [Standing.WAITING], id="handed in"),
        pytest.param("on_the_road approved", [Standing.APPROVED], id="passed"),
        pytest.param("on_the_road approved hour", [Standing.SCHEDULED], id="placed"),
        pytest.param("hour", [Standing.DRAFT], id="placed but taken back to be mended"),
        pytest.param("live", [Standing.PUBLISHED], id="out"),
        pytest.param(
            "live on_the_road", [Standing.PUBLISHED, Standing.WAITING], id="out, a change on the road"
        ),
        pytest.param("taken_down", [Standing.TAKEN_DOWN], id="taken down"),
        pytest.param(
            "taken_down on_the_road", [Standing.TAKEN_DOWN, Standing.WAITING], id="taken down, rewritten"
        ),
    ],
)
def test_where_a_piece_is(facts: str, where: list[Standing]) -> None:
    has = set(facts.split())
    assert where == standings_of(
        is_live="live" in has,
        is_taken_down="taken_down" in has,
        is_on_the_road="on_the_road" in has,
        is_approved="approved" in has,
        has_hour="hour" in has,
    )


def signed_in(newsroom: Newsroom, client: Client, role: Role) -> Client:
    client.force_login(newsroom.people[role])
    return client


def titles(client: Client, address: str = STORIES, **asked: str) -> list[str]:
    return [row.page.draft_title for row in client.get(address, asked).context["rows"]]


def one_of_each(newsroom: Newsroom) -> None:
    newsroom.draft(TITLES["draft"])
    newsroom.hand_in(newsroom.draft(TITLES["waiting"]))
    newsroom.approved(TITLES["approved"])
    newsroom.slot(timezone.now() + timedelta(days=2), [newsroom.approved(TITLES["scheduled"])])
    chief = newsroom.people[Role.EDITOR_IN_CHIEF]
    for state in ("published", "taken_down"):
        page = newsroom.approved(TITLES[state])
        release(page, by=chief, at=timezone.now())
        if state == "taken_down":
            page.refresh_from_db()
            take_down(page, reason=TakedownReason.MISTAKE, grounds="Sai", by=chief, at=timezone.now())


def test_stories_are_listed_by_state_the_latest_edited_first(newsroom: Newsroom, client: Client) -> None:
    one_of_each(newsroom)
    signed_in(newsroom, client, Role.DESK_EDITOR)
    assert titles(client) == list(TITLES.values())[::-1]
    assert {state: titles(client, **{"tinh-trang": state}) for state in TITLES} == {
        state: [title] for state, title in TITLES.items()
    }
    rows = client.get(STORIES).context["rows"]
    assert {row.standings[0][0]: row.page.draft_title for row in rows} == TITLES
    assert [row.step for row in rows if row.step] == ["Biên tập viên duyệt"]


@pytest.mark.parametrize("words", ["lua lo gach", "Lửa LÒ gạch", "lò  gạch"])
def test_a_story_is_found_with_or_without_diacritics(newsroom: Newsroom, client: Client, words: str) -> None:
    newsroom.draft("Cô Ba giữ lửa lò gạch")
    newsroom.draft("Ông Tư giữ ruộng sen")
    signed_in(newsroom, client, Role.JOURNALIST)
    assert titles(client, q=words) == ["Cô Ba giữ lửa lò gạch"]


def test_signs_alone_find_nothing_and_say_so(newsroom: Newsroom, client: Client) -> None:
    newsroom.draft("Ông Tư giữ ruộng sen")
    page = signed_in(newsroom, client, Role.JOURNALIST).get(STORIES, {"q": "*?!"}).content.decode()
    assert "Không có bài nào như vậy" in page
    assert 'value="*?!"' in page


def test_one_sees_the_own_stories_alone_when_asked(newsroom: Newsroom, client: Client) -> None:
    newsroom.draft("Bài của phóng viên")
    library.stories(1, newsroom.column)
    signed_in(newsroom, client, Role.JOURNALIST)
    assert titles(client, **{"cua-toi": "1"}) == ["Bài của phóng viên"]


def test_a_contributor_sees_nobody_elses_draft(newsroom: Newsroom, client: Client) -> None:
    newsroom.draft("Bài của phóng viên")
    published = library.stories(1, newsroom.column)[0]
    signed_in(newsroom, client, Role.CONTRIBUTOR)
    assert titles(client) == [published.title]
    assert titles(client, q="phong vien") == []


@pytest.mark.parametrize(
    ("role", "opens"),
    [
        (Role.JOURNALIST, True),
        (Role.DESK_EDITOR, True),
        (Role.STANDING_OFFICE, False),
        (Role.RADIO_EDITOR, False),
    ],
)
def test_a_story_is_linked_for_those_who_may_edit_it(
    newsroom: Newsroom, client: Client, role: Role, opens: bool
) -> None:
    story = newsroom.draft()
    page = signed_in(newsroom, client, role).get(STORIES).content.decode()
    assert (f"/admin/pages/{story.pk}/edit/" in page) is opens
    assert (client.get(f"/admin/pages/{story.pk}/edit/").status_code == 200) is opens


def test_a_story_at_a_step_is_linked_for_the_people_of_the_step(newsroom: Newsroom, client: Client) -> None:
    story = newsroom.approve(newsroom.hand_in(newsroom.draft()), Role.DESK_EDITOR)
    page = signed_in(newsroom, client, Role.STANDING_OFFICE).get(STORIES).content.decode()
    assert f"/admin/pages/{story.pk}/edit/" in page
    assert client.get(f"/admin/pages/{story.pk}/edit/").status_code == 200


@pytest.mark.parametrize("role", list(Role))
def test_the_lists_open_to_those_who_work_on_pieces(newsroom: Newsroom, client: Client, role: Role) -> None:
    signed_in(newsroom, client, role)
    writes = {
        Role.STANDING_OFFICE, Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.RADIO_EDITOR,
        Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF,
    }  # fmt: skip
    speaks = {Role.STANDING_OFFICE, Role.RADIO_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}
    begins = {Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.MANAGING_EDITOR}
    opened = [client.get(door).status_code == 200 for door in (STORIES, EPISODES)]
    assert opened == [role in writes, role in speaks]
    assert ("/admin/pages/add/" in client.get(f"{STORIES}moi/").headers.get("Location", "")) is (
        role in begins
    )


@pytest.mark.parametrize("role", [Role.JOURNALIST, Role.CONTRIBUTOR, Role.STANDING_OFFICE])
def test_the_list_asks_the_same_number_of_queries_for_2_and_30(
    newsroom: Newsroom, client: Client, role: Role
) -> None:
    """Two rows and thirty, half of them published: what the first published one asks (its address) is asked once."""
    signed_in(newsroom, client, role)
    counts = []
    for number in (1, 14):
        for more in range(number):
            library.stories(1, newsroom.column)
            newsroom.hand_in(newsroom.draft(f"Bài số {more}"))
        client.get(STORIES)
        with CaptureQueriesContext(connection) as captured:
            client.get(STORIES)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_long_list_goes_on_by_key_and_keeps_what_was_asked(newsroom: Newsroom, client: Client) -> None:
    library.stories(33, newsroom.column)
    signed_in(newsroom, client, Role.JOURNALIST)
    first = client.get(STORIES, {"tinh-trang": "published"})
    rest = client.get(STORIES + first.context["older"])
    shown = [row.page.pk for answer in (first, rest) for row in answer.context["rows"]]
    assert (len(shown), len(set(shown)), rest.context["asked"].standing) == (33, 33, Standing.PUBLISHED)
    assert rest.context["older"] == ""
    assert client.get(STORIES, {"truoc": "abc"}).status_code == 404


def test_episodes_are_listed_for_radio_with_a_way_to_a_new_one(newsroom: Newsroom, client: Client) -> None:
    programme = library.programme(newsroom.column)
    signed_in(newsroom, client, Role.RADIO_EDITOR)
    few = _count(client, EPISODES)
    library.episodes(1, programme)
    few = _count(client, EPISODES)
    library.episodes(29, programme)
    assert _count(client, EPISODES) == few
    page = client.get(EPISODES).content.decode()
    assert f"/admin/pages/add/broadcasts/episodepage/{programme.pk}/" in page
    assert titles(client, EPISODES, q="huong sen so 7") == ["Hương sen Đồng Tháp số 7"]


def _count(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_an_empty_list_says_where_stories_come_from(newsroom: Newsroom, client: Client) -> None:
    page = signed_in(newsroom, client, Role.JOURNALIST).get(STORIES).content.decode()
    assert "Chưa có bài nào." in page
