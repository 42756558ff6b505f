"""Walk a sample piece along the real road: the same steps, doors and four eyes as in a newsroom."""

from wagtail.models import Page

from cms.operations.demo.people import sample_user
from cms.people.enums import Role

APPROVERS = [Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR]


def hand_in(page: Page, *, by: Role) -> Page:
    page.get_workflow().start(page, sample_user(by))
    return fresh(page)


def approve(page: Page, steps: int = len(APPROVERS)) -> Page:
    """Let the first so many approvers press “Duyệt”."""
    for role in APPROVERS[:steps]:
        state = page.current_workflow_task_state
        state.task.specific.on_action(state, user=sample_user(role), action_name="approve")
        page = fresh(page)
    return page


def fresh(page: Page) -> Page:
    """The page as the next request reads it."""
    return Page.objects.get(pk=page.pk).specific
