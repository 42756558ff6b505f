"""The newsroom's work: what is to do, and the screen of one assignment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.people.models import User
from stories.assignments import forms, permissions, queries
from stories.assignments.actions import AssignmentRefused, begin_story
from stories.assignments.models import Assignment
from stories.pages.models import StoryIndexPage


@dataclass(frozen=True, slots=True)
class Verb:
    form: type[forms.AssignmentForm]
    may: Callable[[User, Assignment, date], bool]


PAGE = 30
VERBS = {
    "take": Verb(forms.TakeForm, permissions.may_work_on),
    "finish": Verb(forms.FinishForm, permissions.may_work_on),
    "reassign": Verb(forms.ReassignForm, permissions.may_lead),
    "drop": Verb(forms.DropForm, permissions.may_lead),
}


@require_safe
def to_do(request: HttpRequest) -> HttpResponse:
    """What runs in the user's newsroom, or only what is the user's own."""
    user = _worker(request)
    found = queries.to_do(permissions.newsrooms_of(user, timezone.localdate()))
    mine = request.GET.get("cua-toi") == "1"
    context = {
        "page": Paginator(found.filter(person=user) if mine else found, PAGE).get_page(request.GET.get("p")),
        "mine": mine,
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "assignments/to_do.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    user, subject = _worker(request), _subject(request, pk)
    if request.method != "POST":
        return _page(request, user, subject, {})
    name = request.POST.get("verb", "")
    if name not in VERBS or not VERBS[name].may(user, subject, timezone.localdate()):
        raise PermissionDenied
    form = VERBS[name].form(request.POST, assignment=subject, auto_id=f"{name}-%s")
    try:
        if form.is_valid():
            messages.success(request, form.carry_out(by=user, at=timezone.now()))
            return redirect("assignments:assignment", pk)
    except AssignmentRefused as refusal:
        form.add_error(None, str(refusal))
    return _page(request, user, subject, {name: form}, status=422)


@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """“Viết bài”: the draft with its ground, opened in the editor."""
    user, subject = _worker(request), _subject(request, pk)
    section = StoryIndexPage.objects.get()
    if (
        not permissions.may_work_on(user, subject, timezone.localdate())
        or not section.permissions_for_user(user).can_add_subpage()
    ):
        raise PermissionDenied
    try:
        story = begin_story(subject, by=user, at=timezone.now())
    except AssignmentRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("assignments:assignment", pk)
    return redirect("wagtailadmin_pages:edit", story.pk)


def _worker(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not permissions.newsrooms_of(request.user, timezone.localdate()):
        raise PermissionDenied
    return request.user


def _subject(request: HttpRequest, pk: int) -> Assignment:
    bodies = permissions.newsrooms_of(_worker(request), timezone.localdate())
    return get_object_or_404(queries.of_newsrooms(bodies), pk=pk)


def _page(
    request: HttpRequest,
    user: User,
    subject: Assignment,
    bound: dict[str, forms.AssignmentForm],
    status: int = 200,
) -> HttpResponse:
    day, runs = timezone.localdate(), subject.state in {"open", "accepted"}
    may = [name for name, verb in VERBS.items() if runs and verb.may(user, subject, day)]
    blank = {name: VERBS[name].form(assignment=subject, auto_id=f"{name}-%s") for name in may}
    context = {
        "assignment": subject,
        "forms": blank | bound,
        "may_write": runs and permissions.may_work_on(user, subject, day),
        "is_late": subject.is_late(day),
    }
    return TemplateResponse(request, "assignments/assignment.html", context, status=status)
