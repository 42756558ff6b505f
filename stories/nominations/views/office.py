"""The standing office's inbox and the screen of one nomination; the second committee answers here too."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.people.models import User
from stories.dossiers.actions import DossierRefused
from stories.exemplars.actions import ExemplarRefused
from stories.nominations import permissions, queries
from stories.nominations.actions import NominationRefused
from stories.nominations.enums import NominationState, Step
from stories.nominations.forms import OFFICE_FORMS, OfficeForm
from stories.nominations.models import STATE_LABELS, Nomination, NominationPhoto
from stories.nominations.rules import WITH_THE_BODY, steps_from

PAGE = 30
# One entry for all that is back with its body: what is done there is the body's own business.
STATES = {
    str(state): label
    for state, label in STATE_LABELS
    if state not in WITH_THE_BODY or state == NominationState.MORE_ASKED
}


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What has been received, the longest waiting first; by body and by state when asked."""
    _reader(request)
    state, body = request.GET.get("tinh-trang", ""), request.GET.get("don-vi", "")
    found = _in_state(state)
    if body.isdecimal():
        found = found.filter(organisation=int(body))
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("p")),
        "today": timezone.localdate(),
        "states": list(STATES.items()),
        "state": state,
        "body": body,
        "bodies": queries.nominating_bodies(),
    }
    return TemplateResponse(request, "nominations/inbox.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nomination(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows one nomination with its evidence; POST carries out a verb, or shows why not with what was typed."""
    user = _reader(request)
    subject = get_object_or_404(queries.with_everything().once_signed(), pk=pk)
    if request.method != "POST":
        return _page(request, user, subject, {})
    verb = request.POST.get("verb", "")
    if verb not in OFFICE_FORMS or not _may(user, Step(verb)):
        raise PermissionDenied
    form = _form(Step(verb), subject, request.POST)
    if not form.is_valid():
        return _page(request, user, subject, {verb: form}, status=422)
    try:
        messages.success(request, form.carry_out(by=user, at=timezone.now()))
    except (NominationRefused, DossierRefused, ExemplarRefused) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, user, subject, {verb: form}, status=422)
    return redirect("nominations:nomination", pk)


@require_safe
def photo(request: HttpRequest, pk: int, photo: Any) -> FileResponse:
    _reader(request)
    received = NominationPhoto.objects.filter(nomination__in=Nomination.objects.received()).exclude(file="")
    subject = get_object_or_404(received, pk=photo, nomination=pk)
    return FileResponse(subject.file.open("rb"), content_type="image/jpeg")


def _reader(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not permissions.may_see_received(request.user):
        raise PermissionDenied
    return request.user


def _in_state(state: str) -> Any:
    if state == NominationState.MORE_ASKED:
        return queries.back_with_bodies()
    return queries.inbox().filter(state=state) if state in STATES else queries.waiting_in_office()


def _may(user: User, step: Step) -> bool:
    if step != Step.CONCUR:
        return permissions.may_receive(user)
    return bool(permissions.speaks_for(user, timezone.localdate()))


def _is_offered(step: Step, user: User, subject: Nomination) -> bool:
    """A committee is offered to answer while its answer is wanted; one that comes too late is told so."""
    if step != Step.CONCUR or not _may(user, step):
        return _may(user, step)
    asked = {one.organisation_id for one in subject.concurrences.all() if not one.opinion}
    return bool(asked & permissions.speaks_for(user, timezone.localdate()))


def _form(step: Step, subject: Nomination, data: Any = None) -> OfficeForm:
    more: dict[str, Any] = {}
    if step == Step.TAKE_UP:
        more["known"] = [
            one.exemplar
            for one in queries.namesakes_of(subject, bodies=frozenset(), for_office=True)
            if one.exemplar
        ]
    return OFFICE_FORMS[step](
        data, nomination=subject, day=timezone.localdate(), auto_id=f"{step}-%s", **more
    )


def _page(
    request: HttpRequest, user: User, subject: Nomination, bound: dict[str, OfficeForm], status: int = 200
) -> HttpResponse:
    steps = [
        step
        for step in steps_from(NominationState(subject.state))
        if step in OFFICE_FORMS and _is_offered(step, user, subject)
    ]
    blank = {str(step): _form(step, subject) for step in steps}
    context = {
        "nomination": subject,
        "forms": blank | bound,
        "namesakes": []
        if subject.is_with_its_body
        else queries.namesakes_of(subject, bodies=frozenset(), for_office=True),
        "claims": subject.exemplar.claims.prefetch_related("evidence") if subject.exemplar else [],
        "selection": getattr(subject, "selection", None),
    }
    return TemplateResponse(request, "nominations/nomination.html", context, status=status)
