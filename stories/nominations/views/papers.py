"""A body's own nominations: list, form, signature. Plain pages that work without scripts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.organisations.models import Organisation
from cms.people.models import User
from stories.nominations import actions, permissions, queries
from stories.nominations.actions import EditedElsewhere, Incomplete, NominationRefused
from stories.nominations.enums import NominationState
from stories.nominations.forms import PaperForm
from stories.nominations.models import Nomination
from stories.nominations.views.doors import for_bodies, own_paper

PAGE = 30
MOVES = {"hand_to_head", "sign"}
OVERWRITES = (
    "Phiếu vừa được lưu ở nơi khác. Dưới đây là điều bạn vừa ghi; lưu lần nữa thì bản này thay bản kia, "
    "nên hãy chép sang những điều cần giữ."
)
ALREADY_SENT = "Phiếu đã được gửi đi nên không sửa được nữa. Điều vừa ghi còn ở dưới; cần thêm thì báo Cơ quan Thường trực."


@require_safe
@for_bodies
def papers(request: HttpRequest, user: User, bodies: frozenset[int]) -> HttpResponse:
    """What the body has nominated, what waits for whom, and the two ways to begin."""
    year = timezone.localdate().year
    context = {
        "page": Paginator(queries.of_bodies(bodies), PAGE).get_page(request.GET.get("p")),
        "to_copy": queries.to_copy(bodies, year),
        "bodies": Organisation.objects.filter(pk__in=bodies).order_by("sort_name"),
        "signs": {pk for pk in bodies if pk in permissions.signs_for(user, timezone.localdate())},
        "year": year,
    }
    return TemplateResponse(request, "nominations/papers.html", context)


@require_POST
@for_bodies
def begin(request: HttpRequest, user: User, bodies: frozenset[int]) -> HttpResponse:
    """A new draft, empty or copied from last year's."""
    copied = request.POST.get("copy", "")
    source = (
        get_object_or_404(Nomination.objects.of_bodies(bodies), pk=copied) if copied.isdecimal() else None
    )
    chosen = source.organisation_id if source else request.POST.get("organisation", "")
    body = (
        get_object_or_404(Organisation, pk=chosen, pk__in=bodies)
        if str(chosen).isdecimal()
        else _only(bodies)
    )
    nomination = actions.start(body, by=user, at=timezone.now(), copy_of=source)
    return redirect("papers:paper", nomination.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_bodies
def paper(request: HttpRequest, user: User, bodies: frozenset[int], pk: int) -> HttpResponse:
    """GET shows the form, or the nomination once it has left; POST saves and perhaps goes on.

    Whatever is refused, the page shown again holds all that was typed, and the edition that is stored now.
    """
    nomination = own_paper(bodies, pk)
    if request.method != "POST":
        if not nomination.is_with_its_body:
            return _read(request, user, nomination)
        return _form(request, user, nomination, PaperForm(instance=nomination))
    form = PaperForm(request.POST, instance=own_paper(bodies, pk))
    if not form.is_valid() and nomination.is_with_its_body:
        return _form(request, user, nomination, form, status=422)
    if not nomination.is_with_its_body:
        form.add_error(None, ALREADY_SENT)
        return _form(request, user, nomination, form, status=409)
    try:
        nomination = _save(nomination, form, user)
    except EditedElsewhere:
        stored = own_paper(bodies, pk)
        form.add_error(None, OVERWRITES)
        theirs = form.differences(stored)
        return _form(request, user, stored, _saved(form, stored), status=409, theirs=theirs)
    except NominationRefused:
        form.add_error(None, ALREADY_SENT)
        return _form(request, user, own_paper(bodies, pk), form, status=409)
    try:
        _add_photos(request, nomination, user)
        said = _go_on(request.POST.get("verb", ""), nomination, user)
    except Incomplete as refusal:
        for field, sentence in refusal.faults.items():
            form.add_error(field, sentence)
        return _form(request, user, own_paper(bodies, pk), _saved(form, nomination), status=422)
    except NominationRefused as refusal:
        form.add_error(None, str(refusal))
        return _form(request, user, own_paper(bodies, pk), _saved(form, nomination), status=409)
    messages.success(request, said)
    return redirect("papers:papers") if request.POST.get("verb") in MOVES else redirect("papers:paper", pk)


@require_POST
@for_bodies
def save(request: HttpRequest, user: User, bodies: frozenset[int], pk: int) -> JsonResponse:
    """The script saves while one types; what cannot be read is named by field and stays in the browser."""
    nomination = own_paper(bodies, pk)
    form = PaperForm(request.POST, instance=own_paper(bodies, pk))
    if not form.is_valid():
        return JsonResponse({"errors": form.errors, "said": _by_field(form)}, status=422)
    try:
        nomination = _save(nomination, form, user)
    except EditedElsewhere as refusal:
        return JsonResponse({"message": str(refusal)}, status=409)
    except NominationRefused as refusal:
        return JsonResponse({"message": str(refusal)}, status=410)
    return JsonResponse({"edition": nomination.edition, "at": f"{timezone.localtime():%H:%M}"})


@require_safe
@for_bodies
def namesakes(request: HttpRequest, user: User, bodies: frozenset[int], pk: int) -> HttpResponse:
    """Who may be the same, while one types the name: a fragment of HTML, empty for nobody."""
    found = _namesakes(own_paper(bodies, pk), bodies, request.GET)
    return TemplateResponse(request, "nominations/namesakes.html", {"namesakes": found})


@require_POST
@for_bodies
def give_back(request: HttpRequest, user: User, bodies: frozenset[int], pk: int) -> HttpResponse:
    """The head sends it back to the clerk, with what should be changed."""
    nomination = own_paper(bodies, pk)
    if not permissions.may_sign(user, nomination, timezone.localdate()):
        raise PermissionDenied
    return _told(
        request, lambda: actions.give_back(nomination, reason=request.POST.get("reason", ""), by=user, at=timezone.now()),
        "Đã trả phiếu cho người lập.", f"{reverse('papers:paper', args=[pk])}#ly-do",
    )  # fmt: skip


@require_POST
@for_bodies
def throw_away(request: HttpRequest, user: User, bodies: frozenset[int], pk: int) -> HttpResponse:
    nomination = own_paper(bodies, pk)
    return _told(
        request, lambda: actions.throw_away(nomination, by=user, at=timezone.now()),
        "Đã bỏ phiếu nháp.", reverse("papers:paper", args=[pk]),
    )  # fmt: skip


def _by_field(form: PaperForm) -> str:
    """What is wrong, each with the words above its box."""
    return " ".join(
        f"{form[name].label if name in form.fields else 'Phiếu'}: {' '.join(map(str, sentences))}"
        for name, sentences in form.errors.items()
    )


def _told(request: HttpRequest, act: Callable[[], Any], done: str, place: str) -> HttpResponse:
    """Carry out and say so on the list, or say at the place where it was asked why not."""
    try:
        act()
    except NominationRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(place)
    messages.success(request, done)
    return redirect("papers:papers")


def _go_on(verb: str, nomination: Nomination, user: User) -> str:
    """Carry out what the button said, after everything was saved."""
    at, signs = timezone.now(), permissions.may_sign(user, nomination, timezone.localdate())
    match verb:
        case "hand_to_head":
            actions.hand_to_head(nomination, by=user, at=at)
            return "Đã trình thủ trưởng. Thủ trưởng ký thì phiếu được gửi đi."
        case "sign" if signs:
            actions.sign(nomination, by=user, at=at)
            return "Đã ký và gửi Cơ quan Thường trực."
        case "sign":
            raise NominationRefused("Chỉ thủ trưởng đơn vị được ký gửi.")
        case _:
            is_signing = nomination.state == NominationState.SIGNING
            return "Đã lưu. Phiếu vẫn đang chờ thủ trưởng ký." if is_signing else "Đã lưu nháp."


def _save(nomination: Nomination, form: PaperForm, user: User) -> Nomination:
    edition = form.cleaned_data["edition"]
    return actions.save_draft(nomination, form.values(), edition=edition, by=user, at=timezone.now())


def _saved(form: PaperForm, nomination: Nomination) -> PaperForm:
    """The form with the edition that the saving has made, so that the next press is not taken for somebody else's."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["edition"] = nomination.edition  # type: ignore[index]
    return form


def _add_photos(request: HttpRequest, nomination: Nomination, user: User) -> None:
    for file in request.FILES.getlist("photos"):
        actions.add_photo(nomination, name=file.name or "", data=file.read(), by=user, at=timezone.now())


def _only(bodies: frozenset[int]) -> Organisation:
    if len(bodies) != 1:
        raise Http404("Hãy chọn đơn vị giới thiệu.")
    return Organisation.objects.get(pk=next(iter(bodies)))


def _form(
    request: HttpRequest,
    user: User,
    nomination: Nomination,
    form: PaperForm,
    status: int = 200,
    theirs: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    """`theirs` is what stands in the stored edition where the typed one differs."""
    day = timezone.localdate()
    context = {
        "nomination": nomination,
        "form": form,
        "theirs": theirs or [],
        "may_sign": permissions.may_sign(user, nomination, day),
        "is_signing": nomination.state == NominationState.SIGNING,
        "namesakes": _namesakes(nomination, permissions.writes_for(user, day), {}),
    }
    return TemplateResponse(request, "nominations/paper.html", context, status=status)


def _read(request: HttpRequest, user: User, nomination: Nomination) -> HttpResponse:
    return TemplateResponse(
        request,
        "nominations/read.html",
        {"nomination": nomination, "photos": nomination.photos.exclude(file="")},
    )


def _namesakes(nomination: Nomination, bodies: frozenset[int], asked: Any) -> list[queries.Namesake]:
    """For what is typed in `asked`, or else for what is stored."""
    fields = ("name", "alias", "birth_year", "locality", "subject_type")
    typed = queries.Typed(**{field: asked.get(field) for field in fields})
    return queries.namesakes_of(nomination, bodies=bodies, typed=typed)
