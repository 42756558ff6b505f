"""What is filled in on the screen of a dossier; each form knows the action that carries it out."""

from stories.dossiers.forms.base import DossierForm
from stories.dossiers.forms.claims import AmendForm, ClaimForm, EvidenceForm, JudgeForm
from stories.dossiers.forms.consents import ConsentForm, WithdrawForm
from stories.dossiers.forms.exemplars import AliasForm, HoldForm, LiftForm, StageForm

__all__ = [
    "AliasForm",
    "AmendForm",
    "ClaimForm",
    "ConsentForm",
    "DossierForm",
    "EvidenceForm",
    "HoldForm",
    "JudgeForm",
    "LiftForm",
    "StageForm",
    "WithdrawForm",
]
