"""Clicks on a step in the editor: late ones do nothing, and each reads what became of the piece."""

import json

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from cms.people.enums import Role
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room


def click(client: Client, page: Page, verb: str, comment: str = "") -> tuple[str, list[str]]:
    """Where the click leads, and what is said there."""
    extra = json.dumps({"comment": comment})
    sent = {
        "action-workflow-action": "true",
        "workflow-action-name": verb,
        "workflow-action-extra-data": extra,
    }
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent)
    return answer.headers.get("Location", ""), [str(one) for one in get_messages(answer.wsgi_request)]


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (Role.DESK_EDITOR, "Đã duyệt “{title}”. Bài sang bước “Cơ quan Thường trực thẩm định”."),
        (Role.MANAGING_EDITOR, "“{title}” không còn ở bước này, hoặc vừa thay đổi, nên chưa ghi gì."),
    ],
)
def test_a_click_that_comes_too_late_makes_nobody_the_last_editor(
    newsroom: Newsroom, client: Client, role: Role, said: str
) -> None:
    page = newsroom.approve(newsroom.hand_in(newsroom.draft()), Role.DESK_EDITOR)
    revisions = Revision.objects.count()
    client.force_login(newsroom.people[role])
    place, told = click(client, page, "approve")
    assert place == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert len(told) == 1
    assert told[0].startswith(said.format(title=page.title))
    assert Revision.objects.count() == revisions
    assert fresh(page).current_workflow_task.name == "Cơ quan Thường trực thẩm định"


@pytest.mark.parametrize(("verb", "said"), [("approve", "Đã duyệt"), ("reject", "Đã trả")])
def test_a_decision_saves_nothing_and_so_undoes_no_step(
    newsroom: Newsroom, client: Client, verb: str, said: str
) -> None:
    """Pieces that never went through the form, imported ones, would count as changed."""
    page = newsroom.hand_in(newsroom.draft(body=[("paragraph", "<p>Ruộng sen ba vụ.</p>")]))
    revisions = Revision.objects.count()
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    place, told = click(client, page, verb, "Câu mở bài chưa nói ai trả tiền giống.")
    assert (place, len(told), told[0].startswith(said)) == (reverse("road:waiting"), 1, True)
    assert Revision.objects.count() == revisions
    state = fresh(page).workflow_states.get()
    decided = state.task_states.exclude(finished_at=None).get()
    assert (decided.finished_by, decided.comment) == (
        newsroom.people[Role.DESK_EDITOR],
        "Câu mở bài chưa nói ai trả tiền giống.",
    )


def test_a_reason_that_comes_too_late_is_not_lost(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.approve(newsroom.hand_in(newsroom.draft()), Role.DESK_EDITOR)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    _, told = click(client, page, "reject", "Thiếu tên người chụp ảnh.")
    assert "Lời bạn vừa ghi: “Thiếu tên người chụp ảnh.”" in told[0]
