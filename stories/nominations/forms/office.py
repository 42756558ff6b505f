"""The verbs of the standing office on one nomination; each form knows the action that carries it out."""

from datetime import date, datetime
from typing import Any

from django import forms

from cms.core.widgets import DATE
from cms.organisations.models import Desk, Organisation
from cms.people.models import User
from stories.exemplars.models import Exemplar
from stories.nominations import actions
from stories.nominations.enums import NominationState, Opinion, Step
from stories.nominations.models import Nomination
from stories.nominations.queries import joint_verifiers, running_desks

WORDS = forms.Textarea(attrs={"rows": 3})


class OfficeForm(forms.Form):
    """One verb on one nomination. `day` is the office's day: desks and committees are those of that day."""

    title = ""

    def __init__(self, *args: Any, nomination: Nomination, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nomination, self.day = nomination, day

    def carry_out(self, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done. Raises NominationRefused."""
        raise NotImplementedError


class TakeUpForm(OfficeForm):
    title = "Nhận thẩm định"
    exemplar = forms.ModelChoiceField(
        label="Hồ sơ điển hình",
        queryset=Exemplar.objects.none(),
        required=False,
        empty_label="Mở hồ sơ mới",
        help_text="Nếu đúng là một người với hồ sơ đã có, hãy chọn hồ sơ đó để không tính hai lần.",
    )

    def __init__(self, *args: Any, known: list[Exemplar] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [exemplar.pk for exemplar in known or []]
        self.fields["exemplar"].queryset = Exemplar.objects.filter(pk__in=keys)  # type: ignore[attr-defined]
        if self.nomination.exemplar_id:
            del self.fields["exemplar"]

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.take_up(self.nomination, exemplar=self.cleaned_data.get("exemplar"), by=by, at=at)
        return "Đã nhận thẩm định. Từng việc trong phiếu nay là một điều cần kết luận trong hồ sơ."


class AskMoreForm(OfficeForm):
    title = "Yêu cầu bổ sung"
    what = forms.CharField(
        label="Cần bổ sung điều gì", widget=WORDS, help_text="Ghi từng điều để đơn vị làm được ngay."
    )

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.ask_more(self.nomination, what=self.cleaned_data["what"], by=by, at=at)
        return "Đã gửi yêu cầu bổ sung cho đơn vị."


class DeclineForm(OfficeForm):
    title = "Không đủ điều kiện"
    reason = forms.CharField(label="Lý do", widget=WORDS, help_text="Đơn vị giới thiệu sẽ đọc lý do này.")

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.decline(self.nomination, reason=self.cleaned_data["reason"], by=by, at=at)
        return "Đã kết luận không đủ điều kiện và báo cho đơn vị."


class AskConcurrenceForm(OfficeForm):
    title = "Xin ý kiến hiệp y"
    organisation = forms.ModelChoiceField(
        label="Cơ quan phối hợp thẩm định",
        help_text="Cơ quan này đọc phiếu và cho ý kiến trước khi kết luận.",
        queryset=Organisation.objects.none(),
        empty_label="Chọn cơ quan",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = joint_verifiers(self.day)  # type: ignore[attr-defined]
        if self.nomination.state == NominationState.CONCURRENCE:
            self.title = "Xin ý kiến cơ quan khác"

    def carry_out(self, *, by: User, at: datetime) -> str:
        body = self.cleaned_data["organisation"]
        actions.ask_concurrence(self.nomination, organisation=body, by=by, at=at)
        return f"Đã xin ý kiến {body}."


class ConcurForm(OfficeForm):
    title = "Cho ý kiến hiệp y"
    opinion = forms.ChoiceField(
        label="Ý kiến",
        help_text="Có ý kiến khác thì ghi rõ ở ô dưới.",
        choices=[(Opinion.AGREED, "Thống nhất"), (Opinion.OBJECTED, "Có ý kiến khác")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Nội dung",
        help_text="Điều cần lưu ý, cần xem lại. Cơ quan Thường trực đọc được.",
        widget=WORDS,
        required=False,
    )

    def carry_out(self, *, by: User, at: datetime) -> str:
        concurrence = self.nomination.concurrences.last()
        if concurrence is None:
            raise actions.NominationRefused("Phiếu này chưa được xin ý kiến.")
        actions.concur(
            concurrence, opinion=self.cleaned_data["opinion"], note=self.cleaned_data["note"], by=by, at=at
        )
        return "Đã ghi ý kiến hiệp y."


class FindEligibleForm(OfficeForm):
    title = "Đủ điều kiện"

    def carry_out(self, *, by: User, at: datetime) -> str:
        joint = joint_verifiers(self.day).exists()
        actions.find_eligible(self.nomination, joint=joint, by=by, at=at)
        return "Đã kết luận đủ điều kiện."


class SelectForm(OfficeForm):
    title = "Ghi việc chọn điển hình"
    decided_by = forms.CharField(
        label="Người, cơ quan quyết định", help_text="Ví dụ: Chủ tịch Hội đồng.", max_length=200
    )
    decided_on = forms.DateField(label="Ngày", help_text="Ngày ghi trên văn bản.", widget=DATE)
    document = forms.CharField(label="Văn bản", max_length=200, help_text="Số, ký hiệu, loại văn bản.")

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.select(self.nomination, **self.cleaned_data, by=by, at=at)
        return "Đã ghi việc chọn. Hồ sơ sẵn sàng chuyển tòa soạn."


class HandOverForm(OfficeForm):
    title = "Chuyển tòa soạn"
    desks = forms.ModelMultipleChoiceField(
        label="Chuyển cho",
        help_text="Mỗi ban nhận một việc riêng; chọn được nhiều ban.",
        queryset=Desk.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    brief = forms.CharField(
        label="Gợi ý cho tòa soạn",
        help_text="Điều đáng kể nhất, ai nên gặp, dịp nào nên đăng.",
        widget=WORDS,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desks"].queryset = running_desks(self.day)  # type: ignore[attr-defined]

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.hand_over(self.nomination, **self.cleaned_data, by=by, at=at)
        return "Đã chuyển tòa soạn: các ban đã chọn được báo để nhận hồ sơ."


OFFICE_FORMS: dict[Step, type[OfficeForm]] = {
    Step.TAKE_UP: TakeUpForm,
    Step.ASK_MORE: AskMoreForm,
    Step.ASK_CONCURRENCE: AskConcurrenceForm,
    Step.CONCUR: ConcurForm,
    Step.FIND_ELIGIBLE: FindEligibleForm,
    Step.DECLINE: DeclineForm,
    Step.SELECT: SelectForm,
    Step.HAND_OVER: HandOverForm,
}
