"""The recall of versions that are pages: this room's stories, and through `PageRecall` those of the rooms above."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Page

from cms.organisations.enums import Medium
from cms.pages.models import ReleasedPage
from cms.people.models import User
from stories.pages.actions import take_down
from stories.pages.enums import TakedownReason
from stories.pages.models import StoryPage
from stories.pages.queries import placed_beyond_reach
from stories.pages.registries import Copy


class PageRecall:
    """Versions of one page type; `pulled` says what receivers of its feed keep."""

    def __init__(self, kind: str, model: type[ReleasedPage], pulled: str) -> None:
        self.kind, self.model, self.pulled = kind, model, pulled

    def copies_of(self, stories: QuerySet[StoryPage]) -> Iterable[Copy]:
        raise NotImplementedError

    def withdraw(
        self, copy: Copy, *, reason: TakedownReason, grounds: str, by: User | None, at: datetime
    ) -> None:
        take_down(Page.objects.get(pk=copy.page_id), reason=reason, grounds=grounds, by=by, at=at)

    def unacknowledged(self, page_id: int, at: datetime) -> Iterable[Copy]:
        """Feeds are pulled by receivers that nobody counts yet; paper and air are past for good."""
        if not self.model.objects.filter(pk=page_id).exists():
            return []
        pulled = Copy("feed", page_id, self.pulled, "", frozenset({Medium.WEB}))
        return [*placed_beyond_reach(page_id, at), pulled]

    def copy(self, page: ReleasedPage, channels: frozenset[str]) -> Copy:
        return Copy(self.kind, page.pk, page.title, page.url or "", channels)


class StoryRecall(PageRecall):
    def copies_of(self, stories: QuerySet[StoryPage]) -> Iterable[Copy]:
        """A story's page is its version for the web; what was printed of it has its own channel and cannot come back."""
        live = stories.filter(live=True).defer("body")
        return [self.copy(story, frozenset({Medium.WEB})) for story in live]


stories = StoryRecall(
    "story", StoryPage, "Nguồn tin (RSS, Atom, JSON): bản mà nơi nhận đã tải về trước lúc gỡ"
)
