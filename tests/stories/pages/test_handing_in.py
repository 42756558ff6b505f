"""Who presses “Gửi duyệt” sees the piece on top of the list of its kind, at its step; not a folder of the tree."""

from typing import Any

import pytest
from django.test import Client
from lxml import html
from wagtail.models import Page

from cms.people.enums import Role
from stories.pages.models import StoryIndexPage
from tests.factories.newsroom import HEADLINE, STANDFIRST, Newsroom

pytestmark = pytest.mark.room


def filled_in(client: Client, page: Page, button: str) -> dict[str, Any]:
    shown = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    values = html.fromstring(shown).get_element_by_id("page-edit-form").form_values()
    # The body is drawn by a script.
    return dict(values) | {"body-count": "0", button: "1"}


def test_a_piece_handed_in_stands_first_in_the_list_with_its_step(newsroom: Newsroom, client: Client) -> None:
    newsroom.draft("Bài cũ hơn")
    draft = newsroom.draft()
    client.force_login(newsroom.people[Role.JOURNALIST])
    sent = client.post(f"/admin/pages/{draft.pk}/edit/", filled_in(client, draft, "action-submit"))
    assert (sent.status_code, sent["Location"]) == (302, "/admin/bai-viet/")
    shown = html.fromstring(client.get(sent["Location"]).content.decode())
    rows = shown.xpath("//table[contains(@class, 'listing')]/tbody/tr")
    assert HEADLINE in rows[0].text_content()
    assert "Biên tập viên duyệt" in rows[0].text_content()


def test_a_piece_made_and_handed_in_at_once_leads_there_too(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.JOURNALIST])
    section = StoryIndexPage.objects.get()
    address = f"/admin/pages/add/stories/storypage/{section.pk}/"
    form = html.fromstring(client.get(address).content.decode()).get_element_by_id("page-edit-form")
    typed = {"title": HEADLINE, "slug": "ong-tu", "standfirst": STANDFIRST, "body-count": "0"}
    sent = client.post(address, dict(form.form_values()) | typed | {"action-submit": "1"})
    assert (sent.status_code, sent["Location"]) == (302, "/admin/bai-viet/")


def test_a_returned_piece_that_begins_its_road_anew_leads_there(newsroom: Newsroom, client: Client) -> None:
    piece = newsroom.hand_in(newsroom.draft())
    state = piece.current_workflow_task_state
    state.reject(user=newsroom.people[Role.DESK_EDITOR], comment="Thiếu số liệu")
    client.force_login(newsroom.people[Role.JOURNALIST])
    sent = client.post(f"/admin/pages/{piece.pk}/edit/", filled_in(client, piece, "action-restart-workflow"))
    assert sent["Location"] == "/admin/bai-viet/"


def test_a_draft_that_is_only_saved_stays_in_its_form(newsroom: Newsroom, client: Client) -> None:
    draft = newsroom.draft()
    client.force_login(newsroom.people[Role.JOURNALIST])
    sent = client.post(f"/admin/pages/{draft.pk}/edit/", filled_in(client, draft, "action-save"))
    assert sent["Location"] == f"/admin/pages/{draft.pk}/edit/"


def test_who_came_from_another_screen_goes_back_to_it(newsroom: Newsroom, client: Client) -> None:
    draft = newsroom.draft()
    client.force_login(newsroom.people[Role.JOURNALIST])
    values = filled_in(client, draft, "action-submit") | {"next": "/admin/viec/"}
    sent = client.post(f"/admin/pages/{draft.pk}/edit/", values)
    assert sent["Location"] == "/admin/viec/"
