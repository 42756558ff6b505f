"""The road of a piece: who may approve, what an edit reopens, what stops a release."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.people.enums import Role
from cms.workflow.actions import EditedAfterApproval, NotApproved, follow_edit, release, reopen
from cms.workflow.models import ReleaseTask, ReviewTask, VerificationTask
from cms.workflow.registries import checks
from cms.workflow.rules import Failure
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room


@pytest.fixture
def stumbling_block() -> list[Failure]:
    """A check that fails as long as something is in the list."""
    failures: list[Failure] = []
    with checks.temporarily("test.block", lambda page, channels, day: list(failures)):
        yield failures


def step_of(page) -> type:
    return type(page.current_workflow_task)


def test_a_piece_passes_editor_office_managing_editor_and_waits(newsroom: Newsroom) -> None:
    page = newsroom.hand_in(newsroom.draft())
    seen = [step_of(page)]
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
        seen.append(step_of(page))
    assert seen == [ReviewTask, VerificationTask, ReviewTask, ReleaseTask]
    assert not page.live


def test_the_last_editor_cannot_approve_on_the_server(newsroom: Newsroom) -> None:
    page = newsroom.hand_in(newsroom.draft())
    page.standfirst += " Thêm một câu."
    page.save_revision(user=newsroom.people[Role.DESK_EDITOR])
    with pytest.raises(PermissionDenied):
        newsroom.approve(fresh(page), Role.DESK_EDITOR)
    assert step_of(newsroom.approve(fresh(page), Role.MANAGING_EDITOR)) is VerificationTask


def test_who_handed_it_in_cannot_approve_even_as_an_editor(newsroom: Newsroom) -> None:
    page = newsroom.draft()
    page.get_workflow().start(page, newsroom.people[Role.DESK_EDITOR])
    with pytest.raises(PermissionDenied):
        newsroom.approve(fresh(page), Role.DESK_EDITOR)


@pytest.mark.parametrize("role", [Role.JOURNALIST, Role.CLERK, Role.STANDING_OFFICE, Role.PHOTO_DESK])
def test_a_stranger_to_the_step_cannot_approve(newsroom: Newsroom, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        newsroom.approve(newsroom.hand_in(newsroom.draft()), role)


@pytest.mark.plan("E8")
def test_verification_cannot_be_approved_while_a_check_fails(
    newsroom: Newsroom, stumbling_block: list[Failure]
) -> None:
    page = newsroom.approve(newsroom.hand_in(newsroom.draft()), Role.DESK_EDITOR)
    stumbling_block.append(Failure("test", "claims", "Chưa có minh chứng.", "Thêm minh chứng."))
    with pytest.raises(PermissionDenied):
        newsroom.approve(page, Role.STANDING_OFFICE)
    stumbling_block.clear()
    assert step_of(newsroom.approve(page, Role.STANDING_OFFICE)) is ReviewTask


def test_only_the_people_of_the_step_may_touch_what_is_verified_or_waits(newsroom: Newsroom) -> None:
    verifying = newsroom.approve(newsroom.hand_in(newsroom.draft()), Role.DESK_EDITOR)
    waiting = newsroom.approved("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    free = [
        {role for role in Role if not page.get_lock().for_user(newsroom.people[role])}
        for page in (verifying, waiting)
    ]
    assert free == [{Role.STANDING_OFFICE}, {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF}]


def test_an_edit_after_approval_reopens_every_step(newsroom: Newsroom) -> None:
    page = newsroom.approved()
    page.standfirst += " Thêm một câu."
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    page = fresh(page)
    assert step_of(page) is ReviewTask
    assert page.current_workflow_task_state.revision_id == page.latest_revision_id
    with pytest.raises(NotApproved):
        release(page, by=None, at=timezone.now())
    assert PageLogEntry.objects.filter(page=page.pk, action="workflow.reopen").count() == 1


def test_autosave_never_overwrites_a_revision_that_a_step_has_seen(newsroom: Newsroom) -> None:
    page = newsroom.hand_in(newsroom.draft())
    seen = page.latest_revision
    journalist = newsroom.people[Role.JOURNALIST]
    later = page.save_revision(user=journalist, overwrite_revision=seen)
    latest = page.save_revision(user=journalist, overwrite_revision=later)
    assert later.pk != seen.pk
    assert latest.pk != later.pk


def withdrawn(newsroom: Newsroom, page):
    """Pulled back from the waiting room by the managing editor, to be mended."""
    state = page.current_workflow_task_state
    state.task.specific.on_action(
        state, user=newsroom.people[Role.MANAGING_EDITOR], action_name="reject", comment="Sửa một con số"
    )
    return fresh(page)


def test_a_piece_withdrawn_and_edited_passes_every_step_again_and_goes_out(newsroom: Newsroom) -> None:
    page = withdrawn(newsroom, newsroom.approved())
    page.standfirst += " Thêm một câu."
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    fresh(page).current_workflow_state.resume(newsroom.people[Role.JOURNALIST])
    page = fresh(page)
    seen = [step_of(page)]
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        with pytest.raises(NotApproved):
            release(page, by=None, at=timezone.now())
        page = newsroom.approve(page, role)
        seen.append(step_of(page))
    assert seen == [ReviewTask, VerificationTask, ReviewTask, ReleaseTask]
    assert release(page, by=None, at=timezone.now()).pk == page.latest_revision_id


def test_a_piece_withdrawn_and_handed_in_unchanged_waits_again(newsroom: Newsroom) -> None:
    page = withdrawn(newsroom, newsroom.approved())
    page.current_workflow_state.resume(newsroom.people[Role.JOURNALIST])
    assert step_of(fresh(page)) is ReleaseTask


def first_statement(act) -> str:
    with CaptureQueriesContext(connection) as captured:
        act()
    statements = [
        query["sql"] for query in captured if query["sql"].startswith(("SELECT", "INSERT", "UPDATE"))
    ]
    return statements[0]


def test_an_edit_and_a_reopening_lock_the_piece_before_they_look_at_its_steps(newsroom: Newsroom) -> None:
    page = newsroom.approved()
    acts = [
        lambda: follow_edit(page, page.latest_revision, by=None, at=timezone.now()),
        lambda: reopen(page, by=None, at=timezone.now(), reason="thử"),
    ]
    page.latest_revision  # noqa: B018  # read before the counting
    for act in acts:
        statement = first_statement(act)
        assert 'FROM "wagtailcore_page"' in statement
        assert ("FOR UPDATE" in statement) is connection.features.has_select_for_update


def test_release_refuses_a_text_that_is_not_the_approved_one(newsroom: Newsroom) -> None:
    page = newsroom.approved()
    # Past every door of the house: a revision written straight into the table.
    revision = page.latest_revision
    revision.pk = None
    revision.save()
    page.latest_revision = revision
    page.save(update_fields=["latest_revision"], clean=False)
    with pytest.raises(EditedAfterApproval):
        release(page, by=None, at=timezone.now())
    assert not fresh(page).live


def test_release_publishes_the_approved_revision_dated_by_the_clock_given(newsroom: Newsroom) -> None:
    page = newsroom.approved()
    at = timezone.now() - timezone.timedelta(days=3)
    revision = release(page, by=None, at=at)
    page = fresh(page)
    assert (page.live, page.live_revision_id, page.first_published_at) == (True, revision.pk, at)


def test_reopen_does_nothing_to_a_piece_without_approvals(newsroom: Newsroom) -> None:
    page = newsroom.hand_in(newsroom.draft())
    before = page.current_workflow_task_state.pk
    reopen(page, by=None, at=timezone.now(), reason="thử")
    assert fresh(page).current_workflow_task_state.pk == before
    assert not ModelLogEntry.objects.filter(action="workflow.reopen").exists()


def test_nobody_publishes_by_hand_not_even_an_administrator(newsroom: Newsroom, admin_user) -> None:
    page = newsroom.approved()
    people = [*newsroom.people.values(), admin_user]
    assert [user for user in people if page.permissions_for_user(user).can_publish()] == []
    parent = page.get_parent().specific
    assert [user for user in people if parent.permissions_for_user(user).can_publish_subpage()] == []


@pytest.mark.parametrize("comment", ["", "   "])
def test_nothing_is_returned_without_a_reason(newsroom: Newsroom, client: Client, comment: str) -> None:
    page = newsroom.hand_in(newsroom.draft())
    state = page.current_workflow_task_state
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    address = f"/admin/pages/workflow/action/{page.pk}/reject/{state.pk}/"
    asked = client.get(address, headers={"x-requested-with": "XMLHttpRequest"}).json()["html"]
    assert "Lý do, điều cần sửa" in asked
    answer = client.post(address, {"comment": comment}, headers={"x-requested-with": "XMLHttpRequest"})
    assert "Hãy ghi lý do; người viết đọc đúng lời này." in answer.json()["html"]
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(
            state, user=newsroom.people[Role.DESK_EDITOR], action_name="reject", comment=comment
        )
    assert step_of(fresh(page)) is ReviewTask
