"""Of what is said of an exemplar: stated, grounded, amended, judged."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.shortcuts import get_object_or_404

from cms.people.models import User
from stories.dossiers import actions
from stories.dossiers.enums import Verdict
from stories.dossiers.forms.base import DossierForm, choices_of, proof_file
from stories.dossiers.models import Claim, Evidence
from stories.exemplars.models import Exemplar


class ClaimForm(DossierForm):
    title = "Thêm điều cần kiểm chứng"

    kind = forms.ChoiceField(
        label="Loại",
        help_text="Con số, giải thưởng, ngày, lời nói hay việc làm.",
        choices=choices_of(Claim, "kind"),
    )
    text = forms.CharField(
        label="Điều được nêu",
        help_text="Một câu, một điều, đúng như bài sẽ viết. Ví dụ: Vườn sen rộng 2,5 ha.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    evidence_kind = forms.ChoiceField(
        label="Minh chứng là",
        help_text="Giấy tờ, lời xác nhận hay việc xem tận nơi.",
        choices=choices_of(Evidence, "kind"),
    )
    evidence = forms.CharField(
        label="Minh chứng",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Giấy tờ gì, ai xác nhận, ngày nào. Có thể bổ sung sau.",
    )
    file = proof_file()

    def clean_file(self) -> Any:
        if self.cleaned_data["file"] and not self.cleaned_data.get("evidence"):
            raise forms.ValidationError("Có tệp thì ghi ở ô trên minh chứng là gì, rồi chọn lại tệp.")
        return self.cleaned_data["file"]

    @transaction.atomic
    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        data = self.cleaned_data
        claim = actions.state_claim(exemplar, kind=data["kind"], text=data["text"], by=by, at=at)
        if data["evidence"]:
            actions.add_evidence(
                claim,
                kind=data["evidence_kind"],
                description=data["evidence"],
                file=data["file"],
                by=by,
                at=at,
            )
        return "Đã ghi vào hồ sơ, chờ thẩm định."


class OfClaimForm(DossierForm):
    claim = forms.IntegerField(widget=forms.HiddenInput)

    def the_claim(self, exemplar: Exemplar) -> Claim:
        return get_object_or_404(Claim, pk=self.cleaned_data["claim"], exemplar=exemplar)


class OfItsWordsForm(OfClaimForm):
    """What is said of the words of a claim, as they stood on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class EvidenceForm(OfClaimForm):
    title = "Thêm minh chứng"

    kind = forms.ChoiceField(
        label="Minh chứng là",
        help_text="Giấy tờ, lời xác nhận hay việc xem tận nơi.",
        choices=choices_of(Evidence, "kind"),
    )
    description = forms.CharField(
        label="Minh chứng",
        help_text="Giấy tờ gì, ai xác nhận, ngày nào.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    file = proof_file()

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        actions.add_evidence(
            self.the_claim(exemplar),
            kind=self.cleaned_data["kind"],
            description=self.cleaned_data["description"],
            file=self.cleaned_data["file"],
            by=by,
            at=at,
        )
        return "Đã thêm minh chứng."


class AmendForm(OfItsWordsForm):
    title = "Sửa lời"

    text = forms.CharField(
        label="Điều được nêu",
        help_text="Sửa xong thì điều này phải thẩm định lại, và bài đang dùng nó được mở lại để duyệt.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        said = {name: self.cleaned_data[name] for name in ("text", "seen")}
        actions.amend_claim(self.the_claim(exemplar), **said, by=by, at=at)
        return "Đã sửa. Điều này cần được thẩm định lại."


class JudgeForm(OfItsWordsForm):
    title = "Thẩm định"

    said_by = forms.CharField(
        label="Ai xác nhận",
        help_text="Họ tên, chức vụ của người nói điều này đúng hay sai.",
        required=False,
        max_length=200,
    )
    note = forms.CharField(
        label="Ghi chú thẩm định",
        help_text="Xem giấy nào, gọi cho ai, hôm nào.",
        required=False,
        max_length=500,
    )
    verdict = forms.ChoiceField(
        label="Kết luận",
        help_text="Chỉ điều đã xác nhận mới được đăng.",
        choices=[pair for pair in choices_of(Claim, "verdict") if pair[0] != Verdict.UNCHECKED],
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        told = {name: self.cleaned_data[name] for name in ("verdict", "said_by", "note", "seen")}
        actions.judge(self.the_claim(exemplar), **told, by=by, at=at)
        return "Đã ghi kết luận thẩm định."
