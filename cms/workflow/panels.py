"""Fields that show what the checks found beside them, with the way out."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import FieldPanel, InlinePanel, MultipleChooserPanel, Panel, TitleFieldPanel
from wagtail.models import TaskState

from cms.workflow.registries import failures_of
from cms.workflow.rules import Failure


def standing_failures(page: Any) -> list[Failure]:
    """The failures of the page as it is in the form, worked out once for a request."""
    if not hasattr(page, "_standing_failures"):
        page._standing_failures = failures_of(page, day=timezone.localdate()) if page.pk else []
    return page._standing_failures


def _returned(page: Any) -> TaskState | None:
    """The step that sent the piece back, with what it said, until the piece is handed in again."""
    state = page.current_workflow_state if page.pk else None
    if state is None or state.status != state.STATUS_NEEDS_CHANGES:
        return None
    step: TaskState | None = state.current_task_state
    return step


class _ShowsFailures:
    """Adds to a bound panel the failures of its field."""

    template_name = "workflow/checked_panel.html"
    field_name: str
    relation_name: str
    instance: Any

    def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context_data(parent_context)  # type: ignore[misc]
        name = getattr(self, "field_name", None) or self.panel.relation_name  # type: ignore[attr-defined]
        context["failures"] = [
            failure for failure in standing_failures(self.instance) if failure.field == name
        ]
        context["inner_template"] = super().template_name  # type: ignore[misc]
        return context


class CheckedFieldPanel(FieldPanel):
    class BoundPanel(_ShowsFailures, FieldPanel.BoundPanel):
        pass


class CheckedTitlePanel(TitleFieldPanel):
    """The headline also writes the address while it is typed."""

    class BoundPanel(_ShowsFailures, TitleFieldPanel.BoundPanel):
        pass


class CheckedInlinePanel(InlinePanel):
    class BoundPanel(_ShowsFailures, InlinePanel.BoundPanel):
        pass


class CheckedChooserPanel(MultipleChooserPanel):
    class BoundPanel(_ShowsFailures, MultipleChooserPanel.BoundPanel):
        pass


class ChecksPanel(Panel):
    """All that stands between the piece and its publication, at the top of the form."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "workflow/checks_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["failures"] = standing_failures(self.instance)
            context["returned"] = _returned(self.instance)
            return context
