"""Of who agreed to what, and took it back."""

from datetime import datetime
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404

from cms.core.widgets import DATE
from cms.organisations.models import MEDIUM_LABELS
from cms.people.models import User
from stories.dossiers import actions
from stories.dossiers.enums import ConsentItem
from stories.dossiers.forms.base import DossierForm, choices_of, proof_file
from stories.dossiers.models import Consent, ConsentGrant
from stories.exemplars.models import Exemplar


class ConsentForm(DossierForm):
    """Nothing is ticked beforehand: consent is explicit (law 91/2025)."""

    title = "Ghi nhận sự đồng ý"

    signer = forms.ChoiceField(
        label="Người ký",
        help_text="Trẻ từ 7 tuổi cần cả em và người đại diện theo pháp luật, ghi thành hai lần đồng ý.",
        choices=choices_of(Consent, "signer"),
    )
    signer_name = forms.CharField(
        label="Họ tên người ký", help_text="Đúng như trên giấy đồng ý.", max_length=160
    )
    given_on = forms.DateField(
        label="Ngày đồng ý", help_text="Ngày ghi trên giấy đồng ý hoặc ngày ghi âm.", widget=DATE
    )
    expires_on = forms.DateField(
        label="Có hiệu lực đến",
        help_text="Bỏ trống khi giấy không nêu thời hạn. Hết hạn thì bài được gỡ.",
        required=False,
        widget=DATE,
    )
    proof = forms.CharField(
        label="Bằng chứng", max_length=250, help_text="Giấy, tệp ghi âm hoặc biên bản; đang lưu ở đâu."
    )
    file = proof_file()
    channels = forms.MultipleChoiceField(
        label="Đồng ý trên kênh",
        help_text="Chỉ đánh dấu kênh mà người đó nói rõ là đồng ý.",
        choices=MEDIUM_LABELS,
        widget=forms.CheckboxSelectMultiple,
    )
    items = forms.MultipleChoiceField(
        label="Đồng ý cho dùng",
        help_text="Chỉ đánh dấu điều mà người đó nói rõ là đồng ý: tên, ảnh, giọng nói, địa chỉ.",
        choices=choices_of(ConsentGrant, "item"),
        widget=forms.CheckboxSelectMultiple,
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        data: dict[str, Any] = dict(self.cleaned_data)
        channels, items = data.pop("channels"), data.pop("items")
        grants = [actions.Grant(channel, ConsentItem(item)) for channel in channels for item in items]
        actions.give_consent(exemplar, **data, grants=grants, by=by, at=at)
        return "Đã ghi nhận sự đồng ý."


class WithdrawForm(DossierForm):
    title = "Người này rút lại sự đồng ý"

    consent = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="Lý do, cách người ấy báo",
        help_text="Báo bằng cách nào, ngày nào.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi người ấy báo rút lại bằng cách nào, ngày nào."},
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        consent = get_object_or_404(Consent, pk=self.cleaned_data["consent"], exemplar=exemplar)
        actions.withdraw_consent(consent, note=self.cleaned_data["note"], by=by, at=at)
        return "Đã ghi nhận việc rút lại sự đồng ý."
