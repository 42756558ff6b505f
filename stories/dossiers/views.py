"""The screen of a dossier: what is said of an exemplar, what proves it, who agreed, and what stops it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.people.models import User
from stories.dossiers import permissions
from stories.dossiers.actions import DossierRefused
from stories.dossiers.models import Consent, Evidence
from stories.dossiers.rules import fingerprint
from stories.dossiers.screen import VERBS, Asks, Sent
from stories.exemplars.actions import ExemplarRefused
from stories.exemplars.models import Exemplar


@require_http_methods(["GET", "HEAD", "POST"])
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows everything; POST carries out one verb and shows the same page again, with what was typed on an error."""
    user = _worker(request)
    exemplar = get_object_or_404(_with_everything(), pk=pk)
    if request.method != "POST":
        return _page(request, exemplar)
    name = request.POST.get("verb", "")
    if name not in VERBS or not VERBS[name].may(user):
        raise PermissionDenied
    form = VERBS[name].form(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, exemplar, Sent(name, form), status=422)
    try:
        messages.success(request, form.carry_out(exemplar, by=user, at=timezone.now()))
    except (DossierRefused, ExemplarRefused) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, exemplar, Sent(name, form), status=422)
    return redirect("dossiers:dossier", pk=pk)


@require_safe
def evidence_file(request: HttpRequest, pk: int) -> FileResponse:
    _worker(request)
    return _saved(get_object_or_404(Evidence.objects.exclude(file=""), pk=pk).file)


@require_safe
def consent_file(request: HttpRequest, pk: int) -> FileResponse:
    _worker(request)
    return _saved(get_object_or_404(Consent.objects.exclude(proof_file=""), pk=pk).proof_file)


def _saved(file: FieldFile) -> FileResponse:
    """A private file is always saved, never shown in the browser, and kept by nobody between."""
    response = FileResponse(file.open("rb"), as_attachment=True)
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
    request: HttpRequest, exemplar: Exemplar, sent: Sent | None = None, status: int = 200
) -> HttpResponse:
    asks = Asks(_worker(request), sent)
    context = {
        "exemplar": exemplar,
        "asks": {name: asks.of(name) for name, verb in VERBS.items() if not verb.about},
        "claims": [
            {
                "claim": claim,
                "judge": asks.of("judge", claim, seen=fingerprint(claim.text, claim.verdict)),
                "evidence": asks.of("evidence", claim),
                "amend": asks.of(
                    "amend", claim, seen=fingerprint(claim.text, claim.verdict), text=claim.text
                ),
            }
            for claim in exemplar.claims.all()
        ],
        "consents": [
            (
                consent,
                asks.of("withdraw", consent)
                if not consent.withdrawn_on or asks.was_sent("withdraw", consent)
                else None,
            )
            for consent in exemplar.consents.all()
        ],
        "holds": [
            (hold, asks.of("lift", hold))
            for hold in exemplar.holds.all()
            if not hold.lifted_at or asks.was_sent("lift", hold)
        ],
        "page_title": exemplar.name,
        "page_subtitle": "Hồ sơ điển hình",
        "header_icon": "user",
    }
    return TemplateResponse(request, "dossiers/dossier.html", context, status=status)
