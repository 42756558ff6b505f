"""Readings of one story: who was given it, what they said, and the office's decision when somebody said no."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cms.people.models import User
from stories.exemplars.models import Exemplar
from stories.letters import permissions, queries
from stories.letters.actions import LetterRefused, ask_reading, override_reading, revoke_reading
from stories.letters.forms import AskForm, OverrideForm
from stories.letters.models import Reading
from stories.pages.models import StoryPage

VERBS = {"ask", "revoke", "override"}


@require_http_methods(["GET", "HEAD", "POST"])
def readings(request: HttpRequest, pk: int) -> HttpResponse:
    """GET lists; POST makes a link (shown in this answer only), revokes one, or decides that the piece goes on.

    Wagtail keeps its screens out of caches. No `secret_page`: this address is no secret, and from a page without a
    referrer browsers send no origin, so that the protection against forgery would refuse our own buttons.
    """
    story = get_object_or_404(StoryPage, pk=pk)
    user = request.user
    if not isinstance(user, User) or not permissions.may_see_readings(user, story):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, user, story)
    verb = request.POST.get("verb", "")
    if verb not in VERBS or not _may(user, story, verb):
        raise PermissionDenied
    try:
        return _DO[verb](request, user, story)
    except LetterRefused as refusal:
        messages.error(request, str(refusal))
        return _page(request, user, story, status=422)


def _ask(request: HttpRequest, user: User, story: StoryPage) -> HttpResponse:
    form = AskForm(request.POST, subjects=_subjects(story))
    if not form.is_valid():
        raise LetterRefused("Hãy chọn người được viết trong bài.")
    reading, secret = ask_reading(story, form.cleaned_data["exemplar"], by=user, at=timezone.now())
    address = settings.SITE_URL + reverse("letters:reading", args=[secret])
    return _page(request, user, story, made=reading, address=address)


def _revoke(request: HttpRequest, user: User, story: StoryPage) -> HttpResponse:
    key = request.POST.get("reading", "")
    reading = get_object_or_404(Reading, page=story.pk, pk=int(key) if key.isdigit() else 0)
    revoke_reading(reading, by=user, at=timezone.now())
    messages.success(request, "Đã thu hồi liên kết.")
    return redirect("readings:readings", story.pk)


def _override(request: HttpRequest, user: User, story: StoryPage) -> HttpResponse:
    form = OverrideForm(request.POST, readings=Reading.objects.filter(page=story.pk))
    if not form.is_valid():
        return _page(request, user, story, override=form, status=422)
    override_reading(
        form.cleaned_data["reading"], reason=form.cleaned_data["reason"], by=user, at=timezone.now()
    )
    messages.success(request, "Đã ghi quyết định cho bài đi tiếp.")
    return redirect("readings:readings", story.pk)


_DO = {"ask": _ask, "revoke": _revoke, "override": _override}


def _may(user: User, story: StoryPage, verb: str) -> bool:
    if verb == "override":
        return permissions.may_override(user)
    return permissions.may_ask_reading(user, story)


def _subjects(story: StoryPage) -> Any:
    """Whom the newest draft is about."""
    draft = story.get_latest_revision_as_object()
    return Exemplar.objects.filter(pk__in=[subject.exemplar_id for subject in draft.subjects.all()])


def _page(
    request: HttpRequest,
    user: User,
    story: StoryPage,
    *,
    made: Reading | None = None,
    address: str = "",
    override: OverrideForm | None = None,
    status: int = 200,
) -> HttpResponse:
    at, digest = timezone.now(), queries.latest_digest(story)
    subjects = _subjects(story)
    standing = {one.pk for one in queries.objections_to(story.pk)}
    context = {
        "story": story,
        "rows": [
            {
                "reading": one,
                "key": str(one.pk),
                "is_old": queries.is_of_older_text(one, digest),
                "link_state": one.link.state(at) if one.link else "",
                "stands": one.pk in standing,
            }
            for one in queries.readings_of(story)
        ],
        "subjects": subjects,
        "may_ask": permissions.may_ask_reading(user, story),
        "may_override": permissions.may_override(user),
        "made": made,
        "address": address,
        "override": override,
    }
    return TemplateResponse(request, "letters/readings.html", context, status=status)
