"""Readings before publication: asked for, and answered as the telephone does."""

from datetime import datetime

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from cms.people.enums import Role
from cms.workflow.registries import failures_of
from stories.letters.actions import answer_reading, ask_reading
from stories.letters.enums import PointVerdict, ReadingVerdict
from stories.letters.models import Reading
from stories.letters.rules import PointAnswer
from stories.pages.models import StoryPage
from tests.factories.newsroom import Newsroom, fresh

RIGHT = PointAnswer(PointVerdict.RIGHT)
WRONG = PointAnswer(PointVerdict.WRONG, "Hai héc-ta thôi, chưa tới 2,5")


def screen(story: StoryPage) -> str:
    return f"/admin/doc-truoc/{story.pk}/"


def asked(story: StoryPage, newsroom: Newsroom, *, at: datetime | None = None) -> tuple[Reading, str]:
    person = story.get_latest_revision_as_object().exemplars().get()
    return ask_reading(story, person, by=newsroom.people[Role.JOURNALIST], at=at or timezone.now())


def opened(client: Client, secret: str) -> HttpResponse:
    """As the telephone opens the link: the cover, then “Đọc bài”."""
    assert client.get(f"/doc-truoc/{secret}/").status_code == 200
    return client.post(f"/doc-truoc/{secret}/", {"verb": "open"})


def form_of(reading: Reading, *verdicts: str, whole: str = "yes", **notes: str) -> dict[str, str]:
    """What the telephone sends: one verdict a claim, in their order; `note_0` belongs to the first."""
    keys = [point.pk for point in reading.points.all()]
    said = {f"verdict_{key}": verdict for key, verdict in zip(keys, verdicts, strict=True)}
    return said | {f"note_{keys[int(n[-1])]}": note for n, note in notes.items()} | {"verdict": whole}


def objected(story: StoryPage, newsroom: Newsroom) -> Reading:
    """The exemplar says that the figure is wrong."""
    reading, _ = asked(story, newsroom)
    figure, deed = reading.points.all()
    return answer_reading(
        reading,
        verdict=ReadingVerdict.WRONG,
        note="",
        points={figure.pk: WRONG, deed.pk: RIGHT},
        at=timezone.now(),
    )


def failures(story: StoryPage) -> list[str]:
    latest = fresh(story).get_latest_revision_as_object()
    return [failure.message for failure in failures_of(latest, day=timezone.localdate())]
