"""The screens of takedowns: who orders one, who lifts it, who reads the sealed copy."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.people.enums import Role
from stories.pages.models import Takedown
from tests.factories import library
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.told import OTHER_TITLE, TITLE, Told, order

pytestmark = pytest.mark.room
SCREENS = "/admin/go-bai/"
SEES = {Role.STANDING_OFFICE, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}
TAKES = {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}
DECIDES = {Role.EDITOR_IN_CHIEF}


@pytest.fixture
def library_house(newsroom: Newsroom) -> Told:
    """Two stories that never went through the workflow, for the screens."""
    return Told(newsroom, None, timezone.now(), stories=library.stories(2, newsroom.column))


@pytest.mark.parametrize("role", list(Role))
def test_roles_and_verbs_of_takedowns(library_house: Told, client: Client, role: Role) -> None:
    first_story, second_story = library_house.stories
    client.force_login(library_house.newsroom.people[role])
    edit = f"/admin/pages/{second_story.pk}/edit/"
    assert (f"moi/?bai={second_story.pk}" in client.get(edit).content.decode()) is (role in TAKES)
    first = order(library_house, first_story)
    doors = {SCREENS: SEES, f"{SCREENS}{first.pk}/": SEES, f"{SCREENS}moi/": TAKES,
             f"{SCREENS}{first.pk}/ban-luu/": DECIDES}  # fmt: skip
    assert [client.get(door).status_code == 200 for door in doors] == [role in may for may in doors.values()]
    asked = {"page": second_story.pk, "reason": "order", "grounds": "CV 45/SVHTT"}
    client.post(f"{SCREENS}moi/?q=ruộng+sen", asked)
    assert fresh(second_story).live is (role not in TAKES)
    client.post(f"{SCREENS}{first.pk}/", {"document": "QĐ 9"})
    first.refresh_from_db()
    assert (first.lifted_at is not None) is (role in DECIDES)


def test_the_sealed_copy_is_what_readers_had_and_reading_it_is_logged(house: Told, client: Client) -> None:
    first = order(house, house.stories[0])
    draft = fresh(house.stories[0])
    draft.title = "Ông Bách nay đã khác so với ngày hôm qua"
    draft.save_revision()
    client.force_login(house.newsroom.people[Role.EDITOR_IN_CHIEF])
    answer = client.get(f"{SCREENS}{first.pk}/ban-luu/")
    assert (TITLE in answer.content.decode(), "no-store" in answer["Cache-Control"]) == (True, True)
    assert PageLogEntry.objects.filter(action="stories.open_sealed_copy", page=first.page_id).count() == 1


def test_a_takedown_without_a_page_or_grounds_keeps_what_was_typed(house: Told, client: Client) -> None:
    client.force_login(house.newsroom.people[Role.MANAGING_EDITOR])
    answer = client.post(f"{SCREENS}moi/?q=Diệp", {"reason": "mistake", "grounds": "Đính chính số 3"})
    text = answer.content.decode()
    assert (answer.status_code, "Đính chính số 3" in text, "Hãy tìm và chọn một bài" in text) == (
        422,
        True,
        True,
    )
    assert OTHER_TITLE in text


def test_the_list_asks_the_same_number_of_queries_for_1_and_30(library_house: Told, client: Client) -> None:
    house = library_house
    client.force_login(house.newsroom.people[Role.EDITOR_IN_CHIEF])
    first = order(house, house.stories[0])

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(SCREENS).status_code == 200
        return len(captured)

    count()
    for_one = count()
    Takedown.objects.filter(pk=first.pk).update(lifted_at=house.at)
    for _ in range(29):
        Takedown.objects.create(
            page_id=first.page_id, title=TITLE, url_path=first.url_path, reason="order", grounds="CV",
            sealed_revision=first.sealed_revision, public_sentence="Bài này đã được gỡ.", at=house.at,
            by=house.newsroom.people[Role.MANAGING_EDITOR], lifted_at=house.at,
        )  # fmt: skip
    assert count() == for_one
