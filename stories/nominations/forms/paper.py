"""The nomination's form: everything may stay empty until it is signed, so that a half is never lost."""

from typing import Any

from django import forms
from django.utils import timezone

from cms.localities.models import Locality
from cms.plans.models import Sector
from stories.nominations.actions import tidied
from stories.nominations.models import Nomination
from stories.nominations.rules import MOST_DEEDS

NUMBERS = range(1, MOST_DEEDS + 1)
LONG = {"rows": 3}


def _in_words(nomination: Nomination, name: str) -> str:
    """A stored value as people read it."""
    if name == "deeds":
        return "; ".join(f"{row['text']} (dựa vào: {row['proof']})" for row in nomination.deeds) or "chưa ghi"
    shown = getattr(nomination, f"get_{name}_display", lambda: getattr(nomination, name))()
    return str(shown or "chưa ghi")


class PaperForm(forms.ModelForm):
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    class Meta:
        model = Nomination
        fields = (
            "subject_type", "name", "alias", "birth_year", "occupation", "kind", "locality", "unit_then", "hamlet",
            "sector", "contact_name", "contact_phone", "note",
        )  # fmt: skip
        widgets = {
            "subject_type": forms.RadioSelect,
            "note": forms.Textarea(attrs=LONG),
            "birth_year": forms.TextInput(attrs={"inputmode": "numeric"}),
            "contact_phone": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "name"}),
        }
        help_texts = {
            "subject_type": "Một người, một hộ hay một tập thể.",
            "name": "Đúng như giấy tờ, có dấu; tập thể thì ghi tên gọi.",
            "alias": "Tên bà con vẫn gọi, nếu có.",
            "birth_year": "Bốn chữ số. Chưa rõ thì bỏ trống.",
            "occupation": "Ví dụ: nông dân, giáo viên nghỉ hưu.",
            "kind": "Chưa chắc thì để nguyên; Cơ quan Thường trực xếp lại sau.",
            "locality": "Nơi đang sống hoặc làm việc, theo tên hiện nay.",
            "unit_then": "Tên xã, phường lúc làm việc ấy, nếu khác tên hiện nay.",
            "hamlet": "Để người thẩm định tìm đúng nhà.",
            "sector": "Lĩnh vực gần nhất với việc đã làm.",
            "contact_name": "Người sẽ được gọi khi cần hỏi thêm.",
            "contact_phone": "Số gọi được trong giờ làm việc.",
            "note": "Điều nên biết trước khi đến gặp, ví dụ: đang ốm, ngại lên báo.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_year"].error_messages["invalid"] = "Hãy ghi bốn chữ số, ví dụ 1958."
        for number in NUMBERS:
            self._add_deed(number)
        self.initial["edition"] = self.instance.edition
        self._narrow_choices()

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        this_year = timezone.localdate().year
        if year is not None and not this_year - 120 <= year <= this_year:
            raise forms.ValidationError(f"Năm sinh gồm bốn chữ số, từ {this_year - 120} đến {this_year}.")
        return year

    def values(self) -> dict[str, Any]:
        """What the action stores; deeds as rows of text and proof, empty ones left out."""
        data = {name: value for name, value in self.cleaned_data.items() if name in self.Meta.fields}
        rows = [
            {"text": self.cleaned_data[f"deed_{n}"].strip(), "proof": self.cleaned_data[f"proof_{n}"].strip()}
            for n in NUMBERS
        ]
        return data | {"deeds": [row for row in rows if row["text"] or row["proof"]]}

    def differences(self, stored: Nomination) -> list[tuple[str, str]]:
        """Label and words of the fields in which the stored nomination says something else than was typed."""
        mine, theirs = self.values(), {name: getattr(stored, name) for name in (*self.Meta.fields, "deeds")}
        unlike = [name for name in theirs if tidied(mine[name]) != theirs[name]]
        labels = {name: str(Nomination._meta.get_field(name).verbose_name) for name in unlike}  # type: ignore[union-attr]
        return [(label[0].upper() + label[1:], _in_words(stored, name)) for name, label in labels.items()]

    def deed_rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField, bool]]:
        """Number, fields and whether it says something, for the template."""
        return [
            (
                n,
                self[f"deed_{n}"],
                self[f"proof_{n}"],
                bool(self[f"deed_{n}"].value() or self[f"proof_{n}"].value()),
            )
            for n in NUMBERS
        ]

    def _add_deed(self, number: int) -> None:
        deeds = self.instance.deeds
        row = deeds[number - 1] if number <= len(deeds) else {}
        self.fields[f"deed_{number}"] = forms.CharField(
            label="Việc làm, con số", required=False, max_length=1000, initial=row.get("text", ""),
            help_text="Làm gì, từ bao giờ, được bao nhiêu.",
            widget=forms.Textarea(attrs=LONG),
        )  # fmt: skip
        self.fields[f"proof_{number}"] = forms.CharField(
            label="Dựa vào đâu", required=False, max_length=500, initial=row.get("proof", ""),
            help_text="Giấy tờ nào, ai thấy, hỏi ở đâu.",
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip

    def _narrow_choices(self) -> None:
        """Today's communes of the province; former ones only of the body's own place."""
        place = self.instance.locality or self.instance.organisation.locality
        former = Locality.objects.filter(became__new=place) if place else Locality.objects.none()
        self.fields["unit_then"].queryset = former.order_by("sort_name")  # type: ignore[attr-defined]
        self.fields["sector"].queryset = Sector.objects.order_by("order", "sort_name")  # type: ignore[attr-defined]
        for name, empty in (
            ("locality", "Chọn xã, phường"),
            ("unit_then", "Như hiện nay"),
            ("sector", "Chọn lĩnh vực"),
        ):
            self.fields[name].empty_label = empty  # type: ignore[attr-defined]
        kinds: Any = self.fields["subject_type"]
        kinds.choices = [pair for pair in kinds.choices if pair[0]]
