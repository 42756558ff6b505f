"""The newsroom's work: given, taken, written, handed in, given to somebody else, called off."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.notifications.models import OutboxMessage
from cms.people.enums import Role
from stories.assignments.actions import AssignmentRefused, assign, take
from stories.assignments.enums import AssignmentState, Priority
from stories.assignments.models import Assignment
from stories.pages.models import StoryPage
from tests.factories.bodies import NOW, a_body, a_press_body
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room
TO_DO = "/admin/viec/"
WORKS = {
    Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR,
    Role.EDITOR_IN_CHIEF, Role.PHOTO_DESK,
}  # fmt: skip
LEADS = {Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}


def in_days(days: int) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def work(newsroom: Newsroom, **changes: object) -> Assignment:
    desk = a_press_body(newsroom)[0] if not Assignment.objects.exists() else Assignment.objects.first().desk
    values = {
        "title": "Viết về Nguyễn Văn Kiềm", "brief": "", "exemplar": None, "hand_over": None, "person": None,
        "due_on": timezone.localdate() + timedelta(days=5), "priority": Priority.NORMAL,
        "by": newsroom.people[Role.MANAGING_EDITOR], "at": timezone.now(),
    }  # fmt: skip
    return assign(desk, **(values | changes))


@pytest.mark.parametrize("role", list(Role))
def test_roles_and_verbs_of_the_newsrooms_work(newsroom: Newsroom, client: Client, role: Role) -> None:
    one = work(newsroom)
    address = f"{TO_DO}{one.pk}/"
    client.force_login(newsroom.people[role])
    assert [client.get(door).status_code == 200 for door in (TO_DO, address)] == [role in WORKS] * 2
    client.post(address, {"verb": "reassign", "person": "", "due_on": in_days(9), "priority": "urgent"})
    one.refresh_from_db()
    assert (one.priority == Priority.URGENT) is (role in LEADS)
    client.post(address, {"verb": "take"})
    one.refresh_from_db()
    assert (one.state == AssignmentState.ACCEPTED) is (role in WORKS)


def test_another_newsrooms_work_does_not_exist(newsroom: Newsroom, client: Client) -> None:
    one = work(newsroom)
    newsroom.people[Role.JOURNALIST].appointments.update(organisation=a_body().organisation)
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert client.get(f"{TO_DO}{one.pk}/").status_code == 404
    assert client.post(f"{TO_DO}{one.pk}/viet-bai/").status_code == 404


def test_somebody_elses_work_cannot_be_taken(newsroom: Newsroom) -> None:
    one = work(newsroom, person=newsroom.people[Role.JOURNALIST])
    with pytest.raises(AssignmentRefused, match="đã giao cho"):
        take(one, by=newsroom.people[Role.CONTRIBUTOR], at=NOW)
    assert OutboxMessage.objects.filter(kind="assignment.given").count() == 1


def test_writing_opens_one_draft_with_its_ground_and_handing_in_ends_the_work(
    newsroom: Newsroom, client: Client
) -> None:
    exemplar = an_exemplar("Nguyễn Văn Kiềm")
    one = work(newsroom, exemplar=exemplar)
    client.force_login(newsroom.people[Role.JOURNALIST])
    answers = [client.post(f"{TO_DO}{one.pk}/viet-bai/")["Location"] for _ in range(2)]
    story = StoryPage.objects.get()
    assert answers == [f"/admin/pages/{story.pk}/edit/"] * 2
    draft = story.get_latest_revision_as_object()
    assert [subject.exemplar for subject in draft.subjects.all()] == [exemplar]
    assert list(draft.localities.all()) == [exemplar.locality]
    newsroom.hand_in(fresh(story))
    one.refresh_from_db()
    assert (one.state, one.page_id) == (AssignmentState.DONE, story.pk)


def test_late_work_is_marked_and_urgent_work_comes_first(newsroom: Newsroom, client: Client) -> None:
    work(newsroom, title="Việc thường")
    work(
        newsroom,
        title="Việc khẩn",
        priority=Priority.URGENT,
        due_on=timezone.localdate() + timedelta(days=50),
    )
    Assignment.objects.filter(title="Việc thường").update(due_on=timezone.localdate() - timedelta(days=1))
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    page = client.get(TO_DO).content.decode()
    assert page.index("Việc khẩn") < page.index("Việc thường")
    assert page.count("Trễ hạn") == 1


def test_calling_off_needs_a_reason_and_a_second_click_is_told(newsroom: Newsroom, client: Client) -> None:
    one = work(newsroom)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    assert client.post(f"{TO_DO}{one.pk}/", {"verb": "drop", "reason": ""}).status_code == 422
    client.post(f"{TO_DO}{one.pk}/", {"verb": "drop", "reason": "Báo bạn đã đăng"})
    again = client.post(f"{TO_DO}{one.pk}/", {"verb": "drop", "reason": "Lần nữa"})
    assert (again.status_code, "đã kết thúc" in again.content.decode()) == (422, True)


def test_a_day_that_has_passed_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(AssignmentRefused, match="từ hôm nay"):
        work(newsroom, due_on=timezone.localdate() - timedelta(days=1))


def test_the_list_asks_the_same_number_of_queries_for_1_and_30(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    work(newsroom)
    few = _count(client)
    for number in range(29):
        work(newsroom, title=f"Việc {number}", person=newsroom.people[Role.JOURNALIST])
    assert _count(client) == few


def _count(client: Client) -> int:
    assert client.get(TO_DO).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(TO_DO)
    return len(captured)
