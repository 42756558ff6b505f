"""What is said to an assignment; each form knows the action that carries it out."""

from datetime import datetime
from typing import Any

from django import forms

from cms.core.widgets import DATE
from cms.people.models import User
from stories.assignments import actions
from stories.assignments.models import Assignment
from stories.assignments.permissions import WORKS


class AssignmentForm(forms.Form):
    title = ""

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.assignment = assignment

    def carry_out(self, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done. Raises AssignmentRefused."""
        raise NotImplementedError


class TakeForm(AssignmentForm):
    title = "Nhận việc"

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.take(self.assignment, by=by, at=at)
        return "Bạn đã nhận việc này."


class FinishForm(AssignmentForm):
    title = "Báo đã xong"

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.finish(self.assignment, page=self.assignment.page, by=by, at=at)
        return "Đã ghi là xong."


class ReassignForm(AssignmentForm):
    title = "Giao lại, đổi hạn"
    person = forms.ModelChoiceField(
        label="Giao cho",
        help_text="Người này được báo qua thư và thấy việc ở bàn làm việc của mình.",
        queryset=User.objects.none(),
        required=False,
        empty_label="Chưa giao ai",
    )
    due_on = forms.DateField(
        label="Hạn nộp",
        help_text="Quá ngày này, việc được báo trễ cho người làm và ban.",
        widget=DATE,
    )
    priority = forms.ChoiceField(
        label="Mức ưu tiên",
        help_text="Việc khẩn đứng đầu danh sách.",
        choices=[("normal", "Thông thường"), ("high", "Ưu tiên"), ("urgent", "Khẩn cấp")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        one = self.assignment
        self.initial = {"person": one.person_id, "due_on": one.due_on, "priority": one.priority}
        here = User.objects.filter(
            is_active=True, appointments__organisation=one.desk.organisation_id, appointments__role__in=WORKS
        )
        self.fields["person"].queryset = here.distinct()  # type: ignore[attr-defined]

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.reassign(self.assignment, **self.cleaned_data, by=by, at=at)
        return "Đã giao lại và báo cho người làm."


class DropForm(AssignmentForm):
    title = "Thôi không làm"
    reason = forms.CharField(
        label="Lý do",
        help_text="Vì sao thôi làm, để người sau biết.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.drop(self.assignment, reason=self.cleaned_data["reason"], by=by, at=at)
        return "Đã ghi lý do và kết thúc việc này."
