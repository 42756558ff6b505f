"""What the public, the office, exemplars and the newsroom fill in."""

from stories.letters.forms.office import OFFICE_FORMS, ProposalVerb
from stories.letters.forms.proposals import CodeForm, ProposalForm, new_token
from stories.letters.forms.readings import AnswerForm, AskForm, OverrideForm

__all__ = [
    "OFFICE_FORMS",
    "AnswerForm",
    "AskForm",
    "CodeForm",
    "OverrideForm",
    "ProposalForm",
    "ProposalVerb",
    "new_token",
]
