"""Who may act on a step, in sentences."""

from typing import TYPE_CHECKING

from wagtail.models import Page

from cms.people.models import User
from cms.workflow.rules import breaks_four_eyes

if TYPE_CHECKING:
    from cms.workflow.models import Step


def may_act_on_step(step: "Step", user: User) -> bool:
    """Is among the people of this step."""
    return bool(user.is_active and (user.is_superuser or step._user_in_groups(user)))


def is_own_work(page: Page, user: User) -> bool:
    """Edited the piece last, or handed it in."""
    revision = page.get_latest_revision()
    workflow_state = page.current_workflow_state
    return breaks_four_eyes(
        user.pk, revision and revision.user_id, workflow_state and workflow_state.requested_by_id
    )
