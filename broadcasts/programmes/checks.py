"""What an episode tells the workflow: a recording, its text, the ground of every story in it and what its people say."""

from collections.abc import Iterable
from datetime import date

from wagtail.models import Page

from broadcasts.programmes.models import EpisodePage
from cms.workflow.rules import Failure
from stories.letters.checks import check_readings
from stories.pages.checks import ground, retold


def check_episode(page: Page, channels: frozenset[str], day: date) -> Iterable[Failure]:
    """Every check of an episode; what its stories lack is shown at the stories."""
    if not isinstance(page, EpisodePage):
        return []
    return [*_parts(page), *_ground(page, channels, day)]


def _parts(page: EpisodePage) -> Iterable[Failure]:
    if page.audio is None:
        yield Failure(
            "broadcasts.audio", "audio", "Chưa có tệp âm thanh.", "Chọn hoặc tải lên tệp mp3 của số này."
        )
    if not page.transcript.strip():
        way_out = "Chép nội dung để người khiếm thính và người tìm kiếm đọc được."
        yield Failure("broadcasts.transcript", "transcript", "Chưa có nội dung bằng chữ.", way_out)


def _ground(page: EpisodePage, channels: frozenset[str], day: date) -> Iterable[Failure]:
    """Each story's failures, moved to the field of this page that names the story."""
    for story in page.stories.all():
        stands = [
            *ground(story, channels, day, shows_photos=False),
            *retold(story),
            *check_readings(story, channels, day),
        ]
        for failure in stands:
            message = f"“{story.title}”: {failure.message}"
            yield Failure(failure.code, "stories", message, failure.way_out, failure.url)
