"""Fields of a story's form that know its dossiers."""

from typing import Any

from django import forms

from cms.workflow.panels import CheckedFieldPanel
from stories.dossiers.models import Claim


class ClaimsPanel(CheckedFieldPanel):
    """Offers the claims of the exemplars that the story names, and nothing of other people's dossiers."""

    def __init__(self, field_name: str, subjects: str, **kwargs: Any) -> None:
        super().__init__(field_name, **{"widget": forms.CheckboxSelectMultiple, **kwargs})
        self.subjects = subjects

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"subjects": self.subjects}

    class BoundPanel(CheckedFieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None and self.field_name in self.form.fields:
                self._offer(self.form.fields[self.field_name])

        def _offer(self, field: Any) -> None:
            chosen = {
                row["exemplar"].value()
                for row in self.form.formsets[self.panel.subjects].forms
                if row.instance
            }
            people = [int(key) for key in chosen if str(key or "").isdigit()]
            claims = Claim.objects.filter(exemplar__in=people).select_related("exemplar")
            field.queryset = claims.order_by("exemplar__sort_name", "pk")
            field.label_from_instance = _label
            field.widget.choices = field.choices
            if not people:
                self.help_text = (
                    "Chọn điển hình ở trên rồi lưu nháp: các điều đã ghi trong hồ sơ sẽ hiện ở đây."
                )
            elif not claims:
                self.help_text = (
                    "Hồ sơ chưa ghi điều nào. Mở hồ sơ để ghi con số, việc làm, lời nói kèm minh chứng."
                )


def _label(claim: Claim) -> str:
    return f"{claim.exemplar.name}: {claim.text} ({claim.get_verdict_display().lower()})"
