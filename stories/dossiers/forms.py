"""What is filled in on the screen of a dossier; each form knows the action that carries it out."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.shortcuts import get_object_or_404

from cms.core.widgets import DATE
from cms.organisations.enums import Tier
from cms.organisations.models import MEDIUM_LABELS, Organisation
from cms.people.models import User
from stories.dossiers import actions
from stories.dossiers.enums import ConsentItem, Verdict
from stories.dossiers.models import Claim, Consent, ConsentGrant, Evidence
from stories.exemplars.actions import add_alias, lift_hold, place_hold, reach_stage
from stories.exemplars.models import Exemplar, Hold, Stage


def choices_of(model: type[Model], field: str) -> list[tuple[str, str]]:
    """The choices of a field of a model, values and words."""
    return [(str(value), str(label)) for value, label in model._meta.get_field(field).flatchoices]  # type: ignore[union-attr]


class DossierForm(forms.Form):
    """One verb on one exemplar."""

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done."""
        raise NotImplementedError


class AliasForm(DossierForm):
    name = forms.CharField(
        label="Bí danh, tên thường gọi",
        help_text="Tên bà con vẫn gọi, ví dụ: Tư Kiềm. Tìm theo tên này cũng ra.",
        max_length=120,
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        add_alias(exemplar, self.cleaned_data["name"], by=by, at=at)
        return "Đã thêm bí danh."


class StageForm(DossierForm):
    step = forms.ChoiceField(
        label="Bậc",
        help_text="Bậc vừa đạt; các bậc trước vẫn còn trong hồ sơ.",
        choices=choices_of(Stage, "step"),
    )
    reached_on = forms.DateField(
        label="Ngày", help_text="Ngày ghi trên quyết định hoặc ngày công nhận.", widget=DATE
    )
    decided_by = forms.ModelChoiceField(
        label="Cơ quan quyết định",
        help_text="Bỏ trống khi bậc này không cần quyết định.",
        queryset=Organisation.objects.exclude(tier=Tier.COMMUNE),
        required=False,
        empty_label="Không có",
    )
    document = forms.CharField(
        label="Văn bản", max_length=200, required=False, help_text="Số, ngày của quyết định."
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        data: dict[str, Any] = dict(self.cleaned_data)
        reach_stage(exemplar, data.pop("step"), **data, by=by, at=at)
        return "Đã ghi bậc đạt được."


class ClaimForm(DossierForm):
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
    file = forms.FileField(
        label="Tệp",
        help_text="Bản chụp giấy tờ, nếu có. Chỉ người được xem hồ sơ mới mở được.",
        required=False,
    )

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


class EvidenceForm(OfClaimForm):
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
    file = forms.FileField(
        label="Tệp",
        help_text="Bản chụp giấy tờ, nếu có. Chỉ người được xem hồ sơ mới mở được.",
        required=False,
    )

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


class AmendForm(OfClaimForm):
    text = forms.CharField(
        label="Điều được nêu",
        help_text="Sửa xong thì điều này phải thẩm định lại, và bài đang dùng nó được mở lại để duyệt.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        actions.amend_claim(self.the_claim(exemplar), text=self.cleaned_data["text"], by=by, at=at)
        return "Đã sửa. Điều này cần được thẩm định lại."


class JudgeForm(OfClaimForm):
    verdict = forms.ChoiceField(
        label="Kết luận",
        help_text="Chỉ điều đã xác nhận mới được đăng.",
        choices=[pair for pair in choices_of(Claim, "verdict") if pair[0] != Verdict.UNCHECKED],
    )
    said_by = forms.CharField(
        label="Ai xác nhận",
        help_text="Ai nói điều này đúng hay sai, chức danh gì.",
        required=False,
        max_length=200,
    )
    note = forms.CharField(
        label="Ghi chú", help_text="Xem giấy nào, gọi cho ai, hôm nào.", required=False, max_length=500
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        data = self.cleaned_data
        told = {name: data[name] for name in ("verdict", "said_by", "note")}
        actions.judge(self.the_claim(exemplar), **told, by=by, at=at)
        return "Đã ghi kết luận thẩm định."


class ConsentForm(DossierForm):
    """Nothing is ticked beforehand: consent is explicit (law 91/2025)."""

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
    consent = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="Lý do, cách báo",
        help_text="Báo bằng cách nào, ngày nào. Các bài dùng sự đồng ý này được gỡ trong vòng một phút.",
        required=False,
        max_length=500,
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        consent = get_object_or_404(Consent, pk=self.cleaned_data["consent"], exemplar=exemplar)
        actions.withdraw_consent(consent, note=self.cleaned_data["note"], by=by, at=at)
        return "Đã ghi nhận việc rút lại sự đồng ý."


class HoldForm(DossierForm):
    reason = forms.ChoiceField(
        label="Lý do",
        help_text="Vì sao phải dừng. Bạn đọc không bao giờ thấy lý do này.",
        choices=choices_of(Hold, "reason"),
    )
    document = forms.CharField(
        label="Văn bản căn cứ",
        help_text="Số, ngày của văn bản; chưa có thì ghi ai yêu cầu, lúc nào.",
        max_length=200,
    )
    note = forms.CharField(
        label="Nội dung",
        help_text="Điều cần nhớ khi xem lại. Không in ra ngoài.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        place_hold(exemplar, **self.cleaned_data, by=by, at=at)
        return "Đã tạm dừng xem xét. Mọi bài về điển hình này không được phát hành."


class LiftForm(DossierForm):
    hold = forms.IntegerField(widget=forms.HiddenInput)
    document = forms.CharField(
        label="Văn bản gỡ tạm dừng", help_text="Số, ngày của văn bản cho phép tiếp tục.", max_length=200
    )
    note = forms.CharField(
        label="Lý do gỡ", help_text="Vì sao nay được tiếp tục.", required=False, max_length=500
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        hold = get_object_or_404(Hold, pk=self.cleaned_data["hold"], exemplar=exemplar)
        lift_hold(hold, document=self.cleaned_data["document"], note=self.cleaned_data["note"], by=by, at=at)
        return "Đã gỡ tạm dừng. Bài không tự đăng lại; cần phát hành theo kỳ."
