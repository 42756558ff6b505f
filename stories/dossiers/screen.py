"""The forms on the screen of a dossier: which there are for whom, and each beside what it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from cms.people.models import User
from stories.dossiers import forms, permissions


@dataclass(frozen=True, slots=True)
class Verb:
    """What one can do here, with the form to do it.

    `submit` is the button where it does not say the form's title; `about` names the hidden field that says to which
    claim, consent or hold.
    """

    form: type[forms.DossierForm]
    may: Callable[[User], bool]
    submit: str = ""
    about: str = ""


VERBS = {
    "alias": Verb(forms.AliasForm, permissions.may_keep, "Thêm tên"),
    "stage": Verb(forms.StageForm, permissions.may_record_stage, "Ghi bậc"),
    "claim": Verb(forms.ClaimForm, permissions.may_keep, "Ghi vào hồ sơ"),
    "evidence": Verb(forms.EvidenceForm, permissions.may_keep, about="claim"),
    "amend": Verb(forms.AmendForm, permissions.may_keep, "Lưu lời sửa", about="claim"),
    "judge": Verb(forms.JudgeForm, permissions.may_judge, about="claim"),
    "consent": Verb(forms.ConsentForm, permissions.may_record_consent),
    "withdraw": Verb(forms.WithdrawForm, permissions.may_record_consent, "Ghi nhận rút lại", about="consent"),
    "hold": Verb(forms.HoldForm, permissions.may_hold, "Tạm dừng"),
    "lift": Verb(forms.LiftForm, permissions.may_hold, about="hold"),
}


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that came and could not be carried out: it is shown again where it was sent, with what was typed."""

    name: str
    form: forms.DossierForm

    def was(self, name: str, about: Model | None) -> bool:
        if name != self.name:
            return False
        return about is None or self.form.data.get(VERBS[name].about) == str(about.pk)

    def shown_again(self, initial: Mapping[str, Any]) -> forms.DossierForm:
        """With the cursor where something is wrong, since the screen is long; what is hidden is that of now."""
        form, fields = self.form, self.form.visible_fields()
        form.data = form.data.copy()  # type: ignore[attr-defined]
        for field in form.hidden_fields():
            form.data[field.name] = initial[field.name]  # type: ignore[index]
        wrong = next((field for field in fields if field.errors), fields[0])
        if wrong.use_fieldset:
            form.group_at_fault = wrong.name
        else:
            wrong.field.widget.attrs["autofocus"] = True
        return form


@dataclass(frozen=True, slots=True)
class Ask:
    """A form as the template shows it, with the verb that it carries out."""

    name: str
    verb: Verb
    form: forms.DossierForm


@dataclass(frozen=True, slots=True)
class Asks:
    """Every form that the user may fill in; None in place of one that is not theirs."""

    user: User
    sent: Sent | None = None

    def of(self, name: str, about: Model | None = None, **initial: str) -> Ask | None:
        verb = VERBS[name]
        if not verb.may(self.user):
            return None
        if about:
            initial[verb.about] = str(about.pk)
        again = self.sent if self.was_sent(name, about) else None
        form = again.shown_again(initial) if again else verb.form(initial=initial)
        form.auto_id = f"{name}-{about.pk}-%s" if about else f"{name}-%s"
        return Ask(name, verb, form)

    def was_sent(self, name: str, about: Model | None) -> bool:
        """Also of what is over: whoever comes too late reads so where they typed."""
        return bool(self.sent and self.sent.was(name, about))
