"""The editorial calendar and the screen of one slot."""

from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.people.models import User
from columns.slots import permissions, queries
from columns.slots.actions import SlotRefused
from columns.slots.enums import SlotState
from columns.slots.forms import PlaceForm, ReopenForm, SkipForm, SlotForm, SwapForm, TakeOutForm
from columns.slots.models import Slot
from columns.slots.rules import is_planned

WEEKS = 8
VERBS: dict[str, type[SlotForm]] = {
    "place": PlaceForm,
    "take_out": TakeOutForm,
    "swap": SwapForm,
    "skip": SkipForm,
    "reopen": ReopenForm,
}


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Eight weeks from the Monday of this week, or of the day asked for."""
    user = _planner_or_reader(request)
    monday = _monday(request.GET.get("tu", ""))
    first = timezone.make_aware(datetime.combine(monday, time.min))
    slots = queries.calendar(first, first + timedelta(weeks=WEEKS))
    pages = [item.page for slot in slots for item in slot.items.all()]
    standing = {piece.page.pk: piece.standing for piece in queries.standings(pages)}
    context = {
        "weeks": _weeks(slots, monday, standing),
        "backlog": queries.backlog(),
        "may_plan": permissions.may_plan(user),
        "earlier": monday - timedelta(weeks=WEEKS),
        "later": monday + timedelta(weeks=WEEKS),
    }
    return TemplateResponse(request, "slots/calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def slot(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows one slot; POST carries out a verb, or shows it again with the reason and what was chosen."""
    user = _planner_or_reader(request)
    subject = get_object_or_404(Slot.objects.select_related("column"), pk=pk)
    if request.method != "POST":
        return _slot_page(request, user, subject, {})
    name = request.POST.get("verb", "")
    if name not in VERBS or not permissions.may_plan(user):
        raise PermissionDenied
    form = VERBS[name](request.POST, slot=subject)
    try:
        if form.is_valid():
            messages.success(request, form.carry_out(by=user, at=timezone.now()))
            return redirect("slots:slot", pk=pk)
    except SlotRefused as refusal:
        form.add_error(None, str(refusal))
    return _slot_page(request, user, subject, {name: form}, status=422)


def _planner_or_reader(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not permissions.may_see_calendar(request.user):
        raise PermissionDenied
    return request.user


def _monday(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = timezone.localdate()
    return day - timedelta(days=day.weekday())


def _weeks(slots: list[Slot], monday: date, standing: dict[int, str]) -> list[dict[str, object]]:
    """Every week of the time, also those without a slot, so that a gap is seen."""
    weeks: list[dict[str, object]] = []
    for number in range(WEEKS):
        first = monday + timedelta(weeks=number)
        last = first + timedelta(days=6)
        rows = [
            {
                "slot": one,
                "pieces": [
                    {"page": item.page, "standing": standing[item.page_id]} for item in one.items.all()
                ],
            }
            for one in slots
            if first <= timezone.localtime(one.at).date() <= last
        ]
        weeks.append({"first": first, "last": last, "rows": rows})
    return weeks


def _slot_page(
    request: HttpRequest, user: User, subject: Slot, bound: dict[str, SlotForm], status: int = 200
) -> HttpResponse:
    may_change = permissions.may_plan(user) and is_planned(subject.state)  # type: ignore[arg-type]
    blank = {name: form(slot=subject) for name, form in VERBS.items()} if may_change else {}
    name = next(iter(bound), "")
    # Where its form is not shown any more, or is one button beside a piece, what was refused is said above.
    has_no_place = name in {"take_out", "reopen"} or not may_change
    context = {
        "slot": subject,
        "pieces": queries.standings([item.page for item in subject.items.select_related("page")]),
        "may_change": may_change,
        "forms": blank | bound,
        "bound": name,
        "may_reopen": permissions.may_plan(user)
        and subject.state == SlotState.SKIPPED
        and subject.at > timezone.now(),
        "refusal": bound[name].non_field_errors() if name and has_no_place else "",
    }
    return TemplateResponse(request, "slots/slot.html", context, status=status)
