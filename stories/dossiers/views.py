"""The screen of a dossier: what is said of an exemplar, what proves it, who agreed, and what stops it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.people.models import User
from stories.dossiers import forms, permissions
from stories.dossiers.actions import DossierRefused
from stories.dossiers.models import Evidence
from stories.exemplars.actions import ExemplarRefused
from stories.exemplars.models import Exemplar


@dataclass(frozen=True, slots=True)
class Verb:
    form: type[forms.DossierForm]
    may: Callable[[User], bool]


VERBS = {
    "alias": Verb(forms.AliasForm, permissions.may_keep),
    "stage": Verb(forms.StageForm, permissions.may_record_stage),
    "claim": Verb(forms.ClaimForm, permissions.may_keep),
    "evidence": Verb(forms.EvidenceForm, permissions.may_keep),
    "amend": Verb(forms.AmendForm, permissions.may_keep),
    "judge": Verb(forms.JudgeForm, permissions.may_judge),
    "consent": Verb(forms.ConsentForm, permissions.may_record_consent),
    "withdraw": Verb(forms.WithdrawForm, permissions.may_record_consent),
    "hold": Verb(forms.HoldForm, permissions.may_hold),
    "lift": Verb(forms.LiftForm, permissions.may_hold),
}


@require_http_methods(["GET", "HEAD", "POST"])
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows everything; POST carries out one verb and shows the same page again, with what was typed on an error."""
    user = _worker(request)
    exemplar = get_object_or_404(_with_everything(), pk=pk)
    if request.method != "POST":
        return _page(request, exemplar, {})
    name = request.POST.get("verb", "")
    if name not in VERBS or not VERBS[name].may(user):
        raise PermissionDenied
    form = VERBS[name].form(request.POST, request.FILES, auto_id=f"{name}-%s")
    if not form.is_valid():
        return _page(request, exemplar, {name: form}, status=422)
    try:
        messages.success(request, form.carry_out(exemplar, by=user, at=timezone.now()))
    except (DossierRefused, ExemplarRefused) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, exemplar, {name: form}, status=422)
    return redirect("dossiers:dossier", pk=pk)


@require_safe
def evidence_file(request: HttpRequest, pk: int) -> FileResponse:
    """Private evidence, only for those who work with dossiers; always saved, never shown in the browser."""
    _worker(request)
    evidence = get_object_or_404(Evidence.objects.exclude(file=""), pk=pk)
    response = FileResponse(evidence.file.open("rb"), as_attachment=True)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _worker(request: HttpRequest) -> User:
    """Whoever is signed in and works with dossiers; anybody else is refused."""
    if not isinstance(request.user, User) or not permissions.may_see(request.user):
        raise PermissionDenied
    return request.user


def _with_everything() -> Any:
    return Exemplar.objects.select_related("locality", "unit_then").prefetch_related(
        "aliases",
        "sectors",
        "stages__decided_by",
        "holds__placed_by",
        "claims__evidence",
        "claims__checked_by",
        "consents__grants",
    )


def _page(
    request: HttpRequest, exemplar: Exemplar, bound: dict[str, forms.DossierForm], status: int = 200
) -> HttpResponse:
    may = {name: verb.may(_worker(request)) for name, verb in VERBS.items()}
    blank = {name: verb.form(auto_id=f"{name}-%s") for name, verb in VERBS.items()}
    context = {
        "exemplar": exemplar,
        "may": may,
        "forms": blank | bound,
        "bound": next(iter(bound), ""),
        "bound_claim": request.POST.get("claim", "") if bound else "",
        "page_title": exemplar.name,
        "page_subtitle": "Hồ sơ điển hình",
        "header_icon": "user",
    }
    return TemplateResponse(request, "dossiers/dossier.html", context, status=status)
