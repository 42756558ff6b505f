"""The newsroom gives a piece to its exemplar to read, by a secret link."""

import logging
import re

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from cms.people.enums import Role
from cms.people.models import AccessLink
from stories.letters.actions import LetterRefused, ask_reading
from stories.letters.models import Reading
from stories.pages.models import StoryPage
from tests.factories.letters import a_story, text_of
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom
from tests.factories.readings import asked, objected, opened, screen

pytestmark = pytest.mark.room
SEES = {
    Role.JOURNALIST, Role.DESK_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.STANDING_OFFICE,
}  # fmt: skip
ASKS = {Role.JOURNALIST, Role.DESK_EDITOR, Role.MANAGING_EDITOR}


@pytest.mark.parametrize("role", list(Role))
def test_roles_and_verbs_of_readings(
    newsroom: Newsroom, client: Client, story: StoryPage, role: Role
) -> None:
    reading = objected(story, newsroom)
    waiting, _ = asked(story, newsroom)
    client.force_login(newsroom.people[role])
    assert (client.get(screen(story)).status_code == 200) is (role in SEES)
    client.post(screen(story), {"verb": "revoke", "reading": waiting.pk})
    assert (AccessLink.objects.filter(revoked_at__isnull=False).count() == 1) is (role in ASKS)
    client.post(screen(story), {"verb": "ask", "exemplar": waiting.exemplar_id})
    assert (Reading.objects.count() == 3) is (role in ASKS)
    client.post(screen(story), {"verb": "override", "reading": reading.pk, "reason": "Đã gọi, ông đồng ý"})
    reading.refresh_from_db()
    assert (reading.overridden_at is not None) is (role == Role.STANDING_OFFICE)


def test_somebody_elses_draft_is_not_the_journalists_to_send(newsroom: Newsroom, client: Client) -> None:
    story, person = a_story(newsroom)
    StoryPage.objects.filter(pk=story.pk).update(owner=newsroom.people[Role.CONTRIBUTOR])
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert client.get(screen(story)).status_code == 302
    client.post(screen(story), {"verb": "ask", "exemplar": person.pk})
    assert not Reading.objects.exists()


def test_the_link_is_shown_once_and_is_nowhere_in_the_database_or_the_log(
    newsroom: Newsroom, client: Client, story: StoryPage, caplog: pytest.LogCaptureFixture
) -> None:
    client.force_login(newsroom.people[Role.JOURNALIST])
    person = story.get_latest_revision_as_object().exemplars().get()
    made = client.post(screen(story), {"verb": "ask", "exemplar": person.pk})
    found = re.search(r"/doc-truoc/([\w-]{32,})/", text_of(made))
    assert found
    secret = found.group(1)
    assert {"private", "no-store"} <= set(made.headers["Cache-Control"].split(", "))
    assert secret not in text_of(client.get(screen(story)))
    reader = Client()
    with caplog.at_level(logging.DEBUG):
        assert opened(reader, secret).status_code == 200
        assert reader.post(f"/doc-truoc/{secret}/", {}).status_code == 422
        AccessLink.objects.update(expires_at=timezone.now())
        assert reader.get(f"/doc-truoc/{secret}/").status_code == 410
        assert reader.get(f"/doc-truoc/{secret}/them/").status_code == 404
    logged = [record.getMessage() for record in caplog.records]
    assert any("Gone: /doc-truoc/…/" in line for line in logged)
    assert [line for line in logged if secret in line and "SELECT" not in line] == []
    rows = [str(row) for model in apps.get_models() for row in model.objects.values_list()]
    assert [row for row in rows if secret in row] == []


def test_a_story_without_exemplars_teaches_what_to_do(newsroom: Newsroom, client: Client) -> None:
    story = newsroom.draft()
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert "thêm ở mục “Điển hình được viết”" in text_of(client.get(screen(story)))
    answer = client.post(screen(story), {"verb": "ask", "exemplar": an_exemplar("Người lạ").pk})
    assert (answer.status_code, "Hãy chọn người được viết" in text_of(answer)) == (422, True)
    with pytest.raises(LetterRefused, match="chưa ghi người này"):
        ask_reading(story, an_exemplar("Ai đó"), by=newsroom.people[Role.JOURNALIST], at=timezone.now())


def test_a_new_link_closes_the_one_before_it(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, first = asked(story, newsroom)
    _, second = asked(story, newsroom)
    closed = client.get(f"/doc-truoc/{first}/")
    assert (closed.status_code, "thay bằng liên kết mới" in text_of(closed)) == (410, True)
    assert client.get(f"/doc-truoc/{second}/").status_code == 200


def test_a_revoked_link_of_another_story_is_not_reached_from_here(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    other, _ = a_story(newsroom, "Lê Thị Sáu")
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    assert client.post(screen(other), {"verb": "revoke", "reading": reading.pk}).status_code == 404
    assert client.post(screen(other), {"verb": "revoke", "reading": "x"}).status_code == 404
    assert client.get(f"/doc-truoc/{secret}/").status_code == 200
    client.post(screen(story), {"verb": "revoke", "reading": reading.pk})
    assert client.get(f"/doc-truoc/{secret}/").status_code == 410


@pytest.mark.parametrize(
    "address", ["/admin/pages/{pk}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={pk}"]
)
def test_what_somebody_was_given_to_read_is_not_thrown_away(
    newsroom: Newsroom, client: Client, story: StoryPage, address: str
) -> None:
    asked(story, newsroom)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    answer = client.post(address.format(pk=story.pk), follow=True)
    assert "Bài đã gửi người được viết đọc trước nên không xóa được." in text_of(answer)
    assert StoryPage.objects.filter(pk=story.pk).exists()
