"""The office's three answers to a proposal; each form knows the action that carries it out."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms

from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.models import User
from stories.exemplars.models import Exemplar
from stories.letters import actions
from stories.letters.models import Proposal
from stories.nominations.models import Nomination

WORDS = forms.Textarea(attrs={"rows": 3})
READ = "Người giới thiệu đọc lời này khi nhập mã theo dõi. Đừng ghi điều riêng tư của ai."


class ProposalVerb(forms.Form):
    """One answer to one proposal; `alike` are those it may be merged with."""

    title = ""
    thanks = ""
    answer = forms.CharField(label="Trả lời người giới thiệu", widget=WORDS, help_text=READ, max_length=2000)

    def __init__(
        self,
        *args: Any,
        proposal: Proposal,
        day: date,
        alike: Sequence[Exemplar | Nomination] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposal, self.day = proposal, day
        self.initial["answer"] = self.thanks
        self.prepare(alike)
        self.order_fields([name for name in self.fields if name != "answer"])

    def prepare(self, alike: Sequence[Exemplar | Nomination]) -> None:
        """Fill in the choices."""

    def carry_out(self, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done. Raises LetterRefused."""
        raise NotImplementedError


class AcceptForm(ProposalVerb):
    title = "Chuyển đơn vị lập phiếu"
    thanks = (
        "Cảm ơn bạn. Chúng tôi đã chuyển lời giới thiệu về địa phương, đơn vị để tìm hiểu và lập phiếu. "
        "Nếu được chọn, câu chuyện sẽ được kể trên Gương Sáng."
    )
    organisation = forms.ModelChoiceField(
        label="Đơn vị", queryset=Organisation.objects.none(), empty_label="Chọn đơn vị",
        help_text="Phiếu nháp mở ra ở đơn vị này; cán bộ bổ sung, thủ trưởng ký gửi.",
    )  # fmt: skip

    def prepare(self, alike: Sequence[Exemplar | Nomination]) -> None:
        bodies = Organisation.objects.as_of(self.day).order_by("sort_name")
        self.fields["organisation"].queryset = bodies  # type: ignore[attr-defined]
        place = self.proposal.locality_id
        if place:
            self.initial["organisation"] = bodies.filter(locality=place, tier=Tier.COMMUNE).first()

    def carry_out(self, *, by: User, at: datetime) -> str:
        nomination = actions.accept(self.proposal, **self.cleaned_data, by=by, at=at)
        return f"Đã mở phiếu nháp ở {nomination.organisation} và ghi lời trả lời."


class MergeForm(ProposalVerb):
    title = "Gộp vào hồ sơ đang có"
    thanks = (
        "Cảm ơn bạn. Người này đã được giới thiệu và đang được xem xét; "
        "điều bạn kể được đọc cùng với hồ sơ đang có."
    )
    into = forms.ChoiceField(
        label="Là cùng một người với",
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn hồ sơ; chưa thấy thì tìm bằng tên khác ở trên."},
    )

    def prepare(self, alike: Sequence[Exemplar | Nomination]) -> None:
        self.known = {_key(one): one for one in alike}
        self.fields["into"].choices = [(key, _label(one)) for key, one in self.known.items()]  # type: ignore[attr-defined]

    def carry_out(self, *, by: User, at: datetime) -> str:
        into = self.known[self.cleaned_data["into"]]
        actions.merge(self.proposal, into=into, answer=self.cleaned_data["answer"], by=by, at=at)
        return f"Đã gộp vào {_label(into)} và ghi lời trả lời."


class DeclineForm(ProposalVerb):
    title = "Không tiếp nhận"

    def carry_out(self, *, by: User, at: datetime) -> str:
        actions.decline(self.proposal, answer=self.cleaned_data["answer"], by=by, at=at)
        return "Đã ghi lời trả lời."


def _key(one: Exemplar | Nomination) -> str:
    return f"{'exemplar' if isinstance(one, Exemplar) else 'nomination'}:{one.pk}"


def _label(one: Exemplar | Nomination) -> str:
    place = one.locality or "chưa rõ nơi"
    if isinstance(one, Exemplar):
        return f"{one.name}, {place} (hồ sơ điển hình)"
    return f"{one}, {place} (phiếu của {one.organisation})"


OFFICE_FORMS: dict[str, type[ProposalVerb]] = {
    "accept": AcceptForm,
    "merge": MergeForm,
    "decline": DeclineForm,
}
