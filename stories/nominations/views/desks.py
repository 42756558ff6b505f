"""What the office has handed to the desks: the list, the press kit, accept or return."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.people.models import User
from stories.nominations import permissions, queries
from stories.nominations.actions import NominationRefused
from stories.nominations.forms.desks import AcceptForm, DeskForm, ReturnForm
from stories.nominations.models import HandOver
from stories.nominations.press_kit import as_docx, parts_of, press_kit_of

FORMS: dict[str, type[DeskForm]] = {"accept": AcceptForm, "return": ReturnForm}
PAGE = 30
USUAL_TIME = timedelta(days=10)


@require_safe
def hand_overs(request: HttpRequest) -> HttpResponse:
    user = _of_a_desk(request)
    bodies = permissions.reads_for(user, timezone.localdate())
    context = {"page": Paginator(queries.hand_overs_for(bodies), PAGE).get_page(request.GET.get("p"))}
    return TemplateResponse(request, "nominations/hand_overs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the press kit; POST accepts or returns."""
    user, subject = _of_a_desk(request), _subject(request, pk)
    if request.method != "POST":
        return _page(request, user, subject, {})
    verb = request.POST.get("verb", "")
    if verb not in FORMS or not permissions.may_answer(user, subject, timezone.localdate()):
        raise PermissionDenied
    form = FORMS[verb](request.POST, hand_over=subject)
    try:
        if form.is_valid():
            messages.success(request, form.carry_out(by=user, at=timezone.now()))
            return redirect("nominations:hand_over", pk)
    except NominationRefused as refusal:
        form.add_error(None, str(refusal))
    return _page(request, user, subject, {verb: form}, status=422)


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    """The press kit to take along, as a Word file."""
    subject = _subject(request, pk)
    answer = HttpResponse(
        as_docx(press_kit_of(subject, timezone.localdate())),
        content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="ho-so-bao-chi-{subject.pk}.docx"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _of_a_desk(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not permissions.reads_for(request.user, timezone.localdate()):
        raise PermissionDenied
    return request.user


def _subject(request: HttpRequest, pk: int) -> HandOver:
    """Another newsroom's dossier does not exist."""
    bodies = permissions.reads_for(_of_a_desk(request), timezone.localdate())
    return get_object_or_404(queries.hand_overs_for(bodies), pk=pk)


def _page(
    request: HttpRequest, user: User, subject: HandOver, bound: dict[str, DeskForm], status: int = 200
) -> HttpResponse:
    day = timezone.localdate()
    may = subject.state == "waiting" and permissions.may_answer(user, subject, day)
    initial = {"due_on": day + USUAL_TIME}
    blank = {name: form(hand_over=subject, initial=initial) for name, form in FORMS.items()} if may else {}
    kit = press_kit_of(subject, day)
    context = {
        "hand_over": subject,
        "kit": kit,
        "kit_parts": parts_of(kit),
        "forms": blank | bound,
    }
    return TemplateResponse(request, "nominations/hand_over.html", context, status=status)
