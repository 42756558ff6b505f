"""A column and its rhythm, in the newsroom's words instead of an RRULE."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from cms.core.widgets import DATE
from cms.organisations.models import MEDIUM_LABELS, Organisation
from cms.people.models import User
from columns.slots.actions import change_column, open_column, set_rhythm
from columns.slots.enums import Every
from columns.slots.models import Column, Rhythm
from columns.slots.rules import PLACES, WEEKDAYS, Beat


class ColumnForm(WagtailAdminModelForm):
    media_chosen = forms.MultipleChoiceField(
        label="Loại hình",
        help_text="Nơi chuyên mục xuất hiện; báo in và báo điện tử có thể cùng một kỳ.",
        choices=MEDIUM_LABELS,
        widget=forms.CheckboxSelectMultiple,
    )
    every = forms.ChoiceField(
        label="Nhịp",
        help_text="Bao lâu có một kỳ. Các kỳ được mở sẵn chín tuần.",
        choices=[
            (Every.WEEK, "Hằng tuần"),
            (Every.WEEKDAY_OF_MONTH, "Hằng tháng, vào một thứ"),
            (Every.DAY_OF_MONTH, "Hằng tháng, vào một ngày"),
        ],
        widget=forms.RadioSelect,
        initial=Every.WEEK,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="Vào thứ",
        choices=[(number, name[0].upper() + name[1:]) for number, name in enumerate(WEEKDAYS)],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Hằng tuần chọn được nhiều thứ; hằng tháng chọn một thứ.",
    )
    place = forms.TypedChoiceField(
        label="Tuần nào trong tháng",
        help_text="Chỉ dùng khi chọn hằng tháng, vào một thứ.",
        choices=list(PLACES.items()),
        coerce=int,
        required=False,
        initial=1,
    )
    day = forms.IntegerField(
        label="Ngày trong tháng",
        min_value=1,
        max_value=28,
        required=False,
        help_text="Từ 1 đến 28, để tháng nào cũng có.",
    )
    hour = forms.TimeField(
        label="Giờ đăng, phát",
        help_text="Giờ bài lên trang hoặc lên sóng, ví dụ 06:00.",
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "06:00"}),
    )
    valid_from = forms.DateField(
        label="Áp dụng nhịp từ ngày",
        widget=DATE,
        help_text="Kỳ còn trống theo nhịp cũ từ ngày này được bỏ; kỳ đã xếp bài giữ nguyên.",
    )

    class Meta:
        model = Column
        fields = ("name", "organisation", "description", "several_pieces", "is_active")
        help_texts = {
            "name": "Tên như bạn đọc thấy. Địa chỉ trang lấy theo tên này và sau đó không đổi nữa.",
            "organisation": "Cơ quan làm chuyên mục.",
            "description": "Một, hai câu: chuyên mục kể chuyện gì, cho ai.",
            "several_pieces": "Đánh dấu thì mỗi kỳ xếp được nhiều bài, và cả kỳ lên trang cùng lúc.",
            "is_active": "Bỏ dấu thì không mở kỳ mới; kỳ cũ và bài cũ vẫn còn.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["organisation"].queryset = Organisation.objects.as_of(today)  # type: ignore[attr-defined]
        self.initial |= {"media_chosen": self.instance.media, "valid_from": today} | self._chosen(today)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        every, weekdays = data.get("every"), data.get("weekdays") or []
        if every == Every.WEEK and not weekdays:
            self.add_error("weekdays", "Hãy chọn ít nhất một thứ trong tuần.")
        if every == Every.WEEKDAY_OF_MONTH and len(weekdays) != 1:
            self.add_error("weekdays", "Hãy chọn đúng một thứ.")
        if every == Every.DAY_OF_MONTH and not data.get("day") and "day" not in self.errors:
            self.add_error("day", "Hãy ghi ngày trong tháng, từ 1 đến 28.")
        return data

    def carry_out(self, *, by: User, at: datetime) -> Column:
        """Open or change the column, and give it its rhythm when that is another one. Raises SlotRefused."""
        column: Column = self.save(commit=False)
        column.media = self.cleaned_data["media_chosen"]
        (change_column if column.pk else open_column)(column, by=by, at=at)
        wanted = {"rrule": self._beat().rrule, "hour": self.cleaned_data["hour"]}
        if not column.rhythms.filter(valid_to__isnull=True, **wanted).exists():
            set_rhythm(column, **wanted, valid_from=self.cleaned_data["valid_from"], by=by, at=at)
        return column

    def _beat(self) -> Beat:
        data = self.cleaned_data
        return Beat(Every(data["every"]), tuple(data["weekdays"]), data["day"] or 1, data["place"] or 1)

    def _chosen(self, today: Any) -> dict[str, Any]:
        """The rhythm in force, as the fields show it; a rule from elsewhere is chosen anew."""
        rhythm = Rhythm.objects.filter(column=self.instance.pk, valid_to__isnull=True).last()
        beat = Beat.parse(rhythm.rrule) if rhythm else None
        shown: dict[str, Any] = {"hour": rhythm.hour} if rhythm else {}
        if beat:
            days = list(beat.weekdays)
            shown |= {"every": beat.every, "weekdays": days, "day": beat.day, "place": beat.place}
        return shown
