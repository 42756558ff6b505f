"""What is said to a takedown; each form knows the action that carries it out."""

from datetime import datetime
from typing import Any

from django import forms
from wagtail.models import Page

from cms.people.models import User
from stories.pages import actions
from stories.pages.enums import TakedownReason
from stories.pages.models import Takedown

BY_HAND = [
    (TakedownReason.ORDER, "Yêu cầu của cơ quan có thẩm quyền"),
    (TakedownReason.MISTAKE, "Thông tin sai"),
    (TakedownReason.PHOTO, "Hình ảnh không được phép dùng nữa"),
]


class TakeDownForm(forms.Form):
    """Holds and consents are recorded in the dossier, from where the page is taken down by itself."""

    title = "Gỡ bài"

    page = forms.ModelChoiceField(
        label="Bài",
        queryset=Page.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": "Hãy tìm và chọn một bài.",
            "invalid_choice": "Bài này không có trên trang.",
        },
    )
    reason = forms.ChoiceField(
        label="Lý do",
        help_text="Bạn đọc chỉ thấy một câu ngắn, không thấy văn bản hay tên ai.",
        choices=BY_HAND,
    )
    grounds = forms.CharField(
        label="Văn bản, căn cứ",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Số, ngày văn bản và cơ quan ban hành. Bạn đọc không thấy dòng này.",
    )

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = offered  # type: ignore[attr-defined]

    def carry_out(self, *, by: User, at: datetime) -> Takedown:
        """Raises TakedownRefused."""
        data = self.cleaned_data
        return actions.take_down(
            data["page"], reason=TakedownReason(data["reason"]), grounds=data["grounds"], by=by, at=at
        )


class LiftForm(forms.Form):
    title = "Cho thôi gỡ"

    document = forms.CharField(
        label="Văn bản cho thôi gỡ", max_length=200, help_text="Số, ngày văn bản và cơ quan ban hành."
    )
    note = forms.CharField(
        label="Ghi chú",
        help_text="Điều cần nhớ khi duyệt và phát hành lại.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def carry_out(self, takedown: Takedown, *, by: User, at: datetime) -> Takedown:
        """Raises TakedownRefused."""
        return actions.lift_takedown(takedown, **self.cleaned_data, by=by, at=at)
