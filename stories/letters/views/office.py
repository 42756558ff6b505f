"""The standing office's proposals: what waits, and the screen of one."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.core.text import fold
from cms.people.models import User
from stories.letters import permissions, queries
from stories.letters.actions import LetterRefused
from stories.letters.enums import ProposalState
from stories.letters.forms import OFFICE_FORMS, ProposalVerb
from stories.letters.models import STATE_LABELS, Proposal
from stories.nominations.actions import NominationRefused

PAGE = 30
STATES = [str(state) for state, _ in STATE_LABELS]
AGES = [("2", "Chờ hơn 2 ngày"), ("7", "Chờ hơn 7 ngày"), ("30", "Chờ hơn 30 ngày")]


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The longest waiting first; by state, age and name when asked."""
    _office(request)
    state, age = request.GET.get("tinh-trang", ""), request.GET.get("cho", "")
    name = request.GET.get("ten", "").strip()
    found = queries.inbox().filter(state=state if state in STATES else ProposalState.NEW)
    if age in dict(AGES):
        found = found.older_than(timezone.now() - timedelta(days=int(age)))  # type: ignore[attr-defined]
    if name:
        found = found.filter(search_name__contains=fold(name))
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("p")),
        "states": [(str(value), label) for value, label in STATE_LABELS],
        "state": state if state in STATES else str(ProposalState.NEW),
        "ages": AGES,
        "age": age,
        "name": name,
        "is_filtered": bool(name or age or state not in ("", ProposalState.NEW)),
    }
    return TemplateResponse(request, "letters/inbox.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows one proposal; POST answers it, or shows why not with what was typed."""
    user = _office(request)
    subject = get_object_or_404(queries.inbox().select_related("nomination__organisation", "exemplar"), pk=pk)
    if request.method != "POST":
        return _page(request, subject, {})
    verb = request.POST.get("verb", "")
    if verb not in OFFICE_FORMS:
        raise PermissionDenied
    form = _forms(request, subject, {verb: request.POST})[verb]
    if not form.is_valid():
        return _page(request, subject, {verb: form}, status=422)
    try:
        messages.success(request, form.carry_out(by=user, at=timezone.now()))
    except (LetterRefused, NominationRefused) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, subject, {verb: form}, status=422)
    return redirect("proposals:proposal", pk)


def _office(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not permissions.may_answer(request.user):
        raise PermissionDenied
    return request.user


def _forms(
    request: HttpRequest, subject: Proposal, data: dict[str, Any], verbs: Any = OFFICE_FORMS
) -> dict[str, ProposalVerb]:
    alike = queries.may_be(subject, request.GET.get("tim", ""))
    return {
        verb: OFFICE_FORMS[verb](
            data.get(verb), proposal=subject, day=timezone.localdate(), alike=alike, auto_id=f"{verb}-%s"
        )
        for verb in verbs
    }


def _page(
    request: HttpRequest, subject: Proposal, bound: dict[str, ProposalVerb], status: int = 200
) -> HttpResponse:
    is_waiting = subject.state == ProposalState.NEW
    context = {
        "proposal": subject,
        "forms": (_forms(request, subject, {}) if is_waiting else {}) | bound,
        "alike": queries.named_alike(subject)[:10],
        "wanted": request.GET.get("tim", ""),
    }
    return TemplateResponse(request, "letters/proposal.html", context, status=status)
