"""How a desk answers a hand-over."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from cms.core.widgets import DATE
from cms.people.enums import Role
from cms.people.models import User
from stories.nominations import actions
from stories.nominations.models import HandOver

WRITERS = (Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.RADIO_EDITOR)


class DeskForm(forms.Form):
    title = ""

    def __init__(self, *args: Any, hand_over: HandOver, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hand_over = hand_over

    def carry_out(self, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done. Raises NominationRefused."""
        raise NotImplementedError


class AcceptForm(DeskForm):
    title = "Nhận hồ sơ"
    person = forms.ModelChoiceField(
        label="Giao cho",
        help_text="Có thể để giao sau; việc chưa giao ai hiện ở bàn làm việc của người điều việc.",
        queryset=User.objects.none(),
        required=False,
        empty_label="Giao sau",
    )
    due_on = forms.DateField(label="Hạn nộp bài", help_text="Ngày bài phải nộp cho ban.", widget=DATE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = User.objects.filter(
            is_active=True,
            appointments__organisation=self.hand_over.desk.organisation_id,
            appointments__role__in=WRITERS,
        )
        self.fields["person"].queryset = here.distinct()  # type: ignore[attr-defined]

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("Hạn nộp bài phải từ hôm nay trở đi.")
        return day

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.accept(self.hand_over, **self.cleaned_data, by=by, at=at)
        return "Đã nhận hồ sơ và mở việc cho tòa soạn."


class ReturnForm(DeskForm):
    title = "Trả lại hồ sơ"
    reason = forms.CharField(
        label="Lý do trả lại",
        help_text="Cơ quan Thường trực đọc lý do này.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.give_back_to_office(self.hand_over, reason=self.cleaned_data["reason"], by=by, at=at)
        return "Đã trả lại hồ sơ cho Cơ quan Thường trực."
