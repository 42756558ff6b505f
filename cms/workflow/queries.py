"""Where a piece stands on its road."""

from wagtail.models import Page

from cms.workflow.models import ReleaseTask


def waiting_step(page: Page) -> ReleaseTask | None:
    """The step at which an approved piece waits for its hour; None anywhere else on the road."""
    step = page.current_workflow_task
    return step if isinstance(step, ReleaseTask) else None
