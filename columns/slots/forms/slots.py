"""What planners fill in on a slot; each form knows the action that carries it out."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.timezone import localtime
from wagtail.models import Page

from cms.people.models import User
from columns.slots import actions
from columns.slots.models import Slot
from columns.slots.queries import backlog, fits, without_place


class SlotForm(forms.Form):
    """One verb on one slot."""

    def __init__(self, *args: Any, slot: Slot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.slot = slot

    def carry_out(self, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done. Raises SlotRefused."""
        raise NotImplementedError


class PlaceForm(SlotForm):
    page = forms.ModelChoiceField(
        label="Bài",
        queryset=Page.objects.none(),
        empty_label=None,
        help_text="Bài đã duyệt đứng trước, rồi bài đang duyệt và 40 bản nháp sửa gần nhất. "
        "Bài chưa duyệt xong cũng xếp được; đến giờ chỉ bài đã duyệt mới lên trang.",
        error_messages={
            "invalid_choice": "Bài này vừa được xếp vào kỳ khác, đã đăng hoặc đã gỡ. Hãy chọn bài khác.",
            "required": "Chưa có bài nào để xếp. Bài nháp và bài gửi duyệt hiện ở đây cho tới khi có kỳ.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["page"])
        field.queryset = without_place()
        # Of the shown ones it is said where they stand; what somebody chose a while ago may have slipped from them.
        field.widget.choices = [
            (piece.page.pk, f"{piece.page.draft_title} ({piece.standing})")
            for piece in backlog()
            if fits(self.slot, piece.page)
        ]

    def carry_out(self, *, by: User, at: datetime) -> str:
        page = self.cleaned_data["page"]
        actions.place(self.slot, page, by=by, at=at)
        return f"Đã xếp “{page.draft_title}” vào kỳ."


class TakeOutForm(SlotForm):
    page = forms.ModelChoiceField(queryset=Page.objects.all(), widget=forms.HiddenInput)

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.take_out(self.slot, self.cleaned_data["page"], by=by, at=at)
        return "Đã đưa bài ra khỏi kỳ."


class SwapForm(SlotForm):
    other = forms.ModelChoiceField(
        label="Đổi bài với kỳ",
        help_text="Bài của hai kỳ đổi chỗ cho nhau.",
        queryset=Slot.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming = Slot.objects.coming(localtime()).exclude(pk=self.slot.pk).select_related("column")
        self.fields["other"].queryset = coming  # type: ignore[attr-defined]

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.swap(self.slot, self.cleaned_data["other"], by=by, at=at)
        return "Đã đổi bài giữa hai kỳ."


class ReopenForm(SlotForm):
    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.reopen_slot(self.slot, by=by, at=at)
        return "Đã mở lại kỳ này; kỳ đang chờ bài."


class SkipForm(SlotForm):
    reason = forms.CharField(
        label="Lý do nghỉ kỳ này", help_text="Ví dụ: nghỉ Tết. Kỳ nghỉ không tính là lỡ.", max_length=250
    )

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.skip(self.slot, reason=self.cleaned_data["reason"], by=by, at=at)
        return "Đã cho nghỉ kỳ này."
