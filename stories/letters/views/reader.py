"""`/doc-truoc/<secret>/`: an exemplar reads the piece on a telephone and answers claim by claim."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.people.actions import LinkRefused, LinkUnknown, TooManyTries, use_link
from cms.people.enums import Purpose
from cms.people.limits import address_of
from cms.people.secrecy import secret_page
from stories.letters.actions import LetterRefused, NotAnswered, answer_reading
from stories.letters.enums import ReadingVerdict
from stories.letters.forms import AnswerForm
from stories.letters.models import Reading

# What is not the exemplar's to judge: links to other people's stories.
NOT_READ = {"related"}


# No token against forgery: the secret in the address is what opens, and browsers send no origin from a page without
# a referrer.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@secret_page
def reading(request: HttpRequest, secret: str) -> HttpResponse:
    """GET shows exactly the revision that was given; POST stores the answer, or shows what is left to say."""
    at, answers = timezone.now(), request.method == "POST"
    try:
        link = use_link(
            secret,
            Purpose.READING,
            at=at,
            what="answer" if answers else "open",
            address=address_of(request),
        )
    except LinkRefused as refusal:
        context = {"refusal": refusal}
        return TemplateResponse(request, "letters/closed.html", context, status=_status(refusal))
    subject = _subject(int(link.subject))
    if subject.answered_at or not answers:
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


def _subject(pk: int) -> Reading:
    found = Reading.objects.select_related("exemplar", "revision", "asked_by").prefetch_related("points")
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


def _status(refusal: LinkRefused) -> int:
    match refusal:
        case TooManyTries():
            return 429
        case LinkUnknown():
            return 404
        case _:
            return 410
