"""What an exemplar answers, and what the newsroom and the office say about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from stories.exemplars.models import Exemplar
from stories.letters.enums import PointVerdict, ReadingVerdict
from stories.letters.models import Reading, ReadingPoint
from stories.letters.rules import PointAnswer

POINT = [
    (PointVerdict.RIGHT, "Đúng"),
    (PointVerdict.WRONG, "Chưa đúng"),
    (PointVerdict.OMIT, "Xin đừng nêu"),
]
WHOLE = [
    (ReadingVerdict.YES, "Đồng ý cho đăng"),
    (ReadingVerdict.WRONG, "Có chỗ chưa đúng, sửa rồi cho đọc lại"),
    (ReadingVerdict.NO, "Không đồng ý cho đăng"),
]
LONGEST_NOTE = 1000


class AnswerForm(forms.Form):
    """Two fields for each claim, one question for the whole."""

    verdict = forms.ChoiceField(
        label="Cả bài",
        choices=WHOLE,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một câu trả lời cho cả bài."},
    )
    note = forms.CharField(
        label="Lời nhắn cho tòa soạn",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, points: Iterable[ReadingPoint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = list(points)
        for point in self.points:
            self.fields[f"verdict_{point.pk}"] = forms.ChoiceField(
                label=point.text, choices=POINT, widget=forms.RadioSelect, required=False
            )
            self.fields[f"note_{point.pk}"] = forms.CharField(
                label="Chưa đúng chỗ nào, đúng thì là sao",
                required=False,
                max_length=LONGEST_NOTE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def rows(self) -> list[tuple[ReadingPoint, forms.BoundField, forms.BoundField]]:
        return [(point, self[f"verdict_{point.pk}"], self[f"note_{point.pk}"]) for point in self.points]

    def answers(self) -> dict[int, PointAnswer]:
        said = self.cleaned_data
        return {
            point.pk: PointAnswer(PointVerdict(said[f"verdict_{point.pk}"]), said[f"note_{point.pk}"])
            for point in self.points
            if said.get(f"verdict_{point.pk}")
        }

    def show(self, faults: Mapping[int | None, str]) -> None:
        """Put each fault where it belongs."""
        for key, sentence in faults.items():
            self.add_error("note" if key is None else f"verdict_{key}", sentence)


class AskForm(forms.Form):
    exemplar = forms.ModelChoiceField(label="Gửi cho", queryset=Exemplar.objects.none(), empty_label=None)

    def __init__(self, *args: Any, subjects: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["exemplar"].queryset = subjects  # type: ignore[attr-defined]


class OverrideForm(forms.Form):
    reason = forms.CharField(
        label="Lý do cho bài đi tiếp",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi lý do cho bài đi tiếp."},
    )
    reading = forms.ModelChoiceField(queryset=Reading.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, readings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reading"].queryset = readings  # type: ignore[attr-defined]
