"""Of the exemplar: other names, stages, holds."""

from datetime import datetime
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404

from cms.core.widgets import DATE
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.models import User
from stories.dossiers.forms.base import DossierForm, choices_of
from stories.exemplars.actions import add_alias, lift_hold, place_hold, reach_stage
from stories.exemplars.models import Exemplar, Hold, Stage


class AliasForm(DossierForm):
    title = "Thêm bí danh, tên thường gọi"

    name = forms.CharField(
        label="Bí danh, tên thường gọi",
        help_text="Tên bà con vẫn gọi, ví dụ: Tư Kiềm. Tìm theo tên này cũng ra.",
        max_length=120,
    )

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        add_alias(exemplar, self.cleaned_data["name"], by=by, at=at)
        return "Đã thêm bí danh."


class StageForm(DossierForm):
    title = "Ghi bậc đạt được"

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


class HoldForm(DossierForm):
    title = "Tạm dừng mọi kênh"

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
    title = "Gỡ tạm dừng"

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
        if exemplar.holds.in_force().exists():
            return "Đã gỡ một lệnh tạm dừng. Còn lệnh khác nên vẫn dừng mọi kênh."
        return "Đã gỡ tạm dừng. Bài không tự đăng lại; cần phát hành theo kỳ."
