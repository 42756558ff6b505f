"""`/doc-truoc/<secret>/`: an exemplar reads the piece on a telephone and answers claim by claim."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.people.actions import LinkRefused, find_link, use_link
from cms.people.enums import Purpose
from cms.people.limits import address_of
from cms.people.secrecy import secret_page
from stories.letters.actions import LetterRefused, NotAnswered, answer_reading
from stories.letters.enums import ReadingVerdict
from stories.letters.forms import AnswerForm
from stories.letters.models import Reading

# What is not the exemplar's to judge: links to other people's stories.
NOT_READ = {"related"}
OPEN = "open"


# No token against forgery: the secret in the address is what opens, and browsers send no origin from a page without
# a referrer.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@secret_page
def reading(request: HttpRequest, secret: str) -> HttpResponse:
    """GET shows the cover; POST opens it, stores the answer, or shows what is left to say.

    The cover tells nothing: messengers fetch the address of every link that is sent to make a preview of it.
    """
    at, address, verb = timezone.now(), address_of(request), request.POST.get("verb", "")
    try:
        if request.method != "POST":
            find_link(secret, Purpose.READING, at=at, address=address)
            return TemplateResponse(request, "letters/cover.html")
        link = use_link(
            secret, Purpose.READING, at=at, what="open" if verb == OPEN else "answer", address=address
        )
    except LinkRefused as refusal:
        context = {"refusal": refusal, "typed": _typed(request)}
        return TemplateResponse(request, "letters/closed.html", context, status=refusal.status)
    subject = _subject(int(link.subject))
    if subject.answered_at or verb == OPEN:
        return _page(request, subject, AnswerForm(points=subject.points.all()))
    form = AnswerForm(request.POST, points=subject.points.all())
    if not form.is_valid():
        return _page(request, subject, form, status=422)
    try:
        answer_reading(
            subject,
            verdict=ReadingVerdict(form.cleaned_data["verdict"]),
            note=form.cleaned_data["note"],
            points=form.answers(),
            at=at,
        )
    except NotAnswered as refusal:
        form.show(refusal.faults)
        return _page(request, subject, form, status=422)
    except LetterRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, subject, form, status=409)
    return _page(request, _subject(subject.pk), form)


def _typed(request: HttpRequest) -> list[str]:
    """What somebody wrote while the link was closed: they can send it by another way."""
    notes = [request.POST.get(name, "").strip() for name in request.POST if name.startswith("note")]
    return list(filter(None, notes))


def _subject(pk: int) -> Reading:
    found = Reading.objects.select_related("exemplar", "page", "revision", "asked_by").prefetch_related(
        "points"
    )
    return found.get(pk=pk)


def _page(request: HttpRequest, subject: Reading, form: AnswerForm, status: int = 200) -> HttpResponse:
    story = subject.revision.as_object()
    context = {
        "reading": subject,
        "story": story,
        "blocks": [block for block in story.body if block.block_type not in NOT_READ],
        "form": form,
    }
    return TemplateResponse(request, "letters/reading.html", context, status=status)
