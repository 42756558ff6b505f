"""`/gioi-thieu-guong/` and `/theo-doi/`: anybody proposes, and reads the answer with a code. No account, no script."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.people.actions import LinkRefused, use_link
from cms.people.enums import Purpose
from cms.people.limits import Limit, address_of
from cms.people.models import User
from cms.people.secrecy import secret_page
from stories.letters import queries
from stories.letters.actions import AlreadySent, forget_contact, propose
from stories.letters.forms import CodeForm, ProposalForm
from stories.letters.models import Proposal

# A whole village may sit behind one address of a mobile network.
PROPOSALS = Limit("letters.proposals", most=30, per=timedelta(hours=1))
WAIT = "Từ chỗ của bạn vừa có quá nhiều lời giới thiệu. Mọi điều đã ghi vẫn còn; chờ một giờ rồi bấm Gửi lần nữa."
MOST_OWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
def propose_exemplar(request: HttpRequest) -> HttpResponse:
    """GET gives the form; POST takes it in and shows the code, once for each press of the same form."""
    at, by = timezone.now(), _signed_in(request)
    if request.method != "POST":
        return _form(request, ProposalForm(at=at))
    form = ProposalForm(request.POST, at=at)
    if not form.is_valid():
        return _form(request, form, status=422)
    if by is None and PROPOSALS.is_spent(address_of(request), at):
        form.add_error(None, WAIT)
        return _form(request, form, status=429)
    try:
        proposal, code = propose(form.values(), form=form.cleaned_data["form"], by=by, at=at)
    except AlreadySent as refusal:
        form.add_error(None, str(refusal))
        form.renew()
        return _form(request, form, status=409)
    PROPOSALS.spend(address_of(request), at)
    return _thanks(request, proposal, code)


# No token against forgery: what opens here is the code, not the visitor's sign-in, and browsers send no origin from
# a page without a referrer.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@secret_page
def follow(request: HttpRequest) -> HttpResponse:
    """Where a code shows what became of a proposal; who is signed in also sees their own."""
    if request.method != "POST":
        return _follow(request, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _follow(request, form, status=422)
    forgets = request.POST.get("verb") == "forget"
    at, what = timezone.now(), "forget" if forgets else "follow"
    try:
        link = use_link(
            form.cleaned_data["code"], Purpose.PROPOSAL, at=at, what=what, address=address_of(request)
        )
    except LinkRefused as refusal:
        form.add_error("code", str(refusal))
        return _follow(request, form, status=refusal.status)
    proposal = Proposal.objects.get(pk=link.subject)
    if forgets:
        proposal = forget_contact(proposal, at=at)
    context = {"proposal": proposal, "code": form.cleaned_data["code"], "has_forgotten": forgets}
    return TemplateResponse(request, "letters/state.html", context)


@secret_page
def _thanks(request: HttpRequest, proposal: Proposal, code: str) -> HttpResponse:
    context = {"proposal": proposal, "code": code}
    return TemplateResponse(request, "letters/thanks.html", context)


def _signed_in(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _form(request: HttpRequest, form: ProposalForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "communes": queries.communes(), "by": _signed_in(request)}
    response = TemplateResponse(request, "letters/propose.html", context, status=status)
    # A stored form would give its token to two people.
    add_never_cache_headers(response)
    return response


def _follow(request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    user = _signed_in(request)
    own = queries.of_user(user)[:MOST_OWN] if user else []
    return TemplateResponse(request, "letters/follow.html", {"form": form, "own": own}, status=status)
