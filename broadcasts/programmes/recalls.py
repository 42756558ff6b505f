"""The recall of episodes: a story that must not be told is not told on the air either."""

from collections.abc import Iterable

from django.db.models import QuerySet

from broadcasts.programmes.models import EpisodePage
from cms.workflow.registries import placements_of
from cms.workflow.rules import channels_of
from stories.pages.models import StoryPage
from stories.pages.recalls import PageRecall
from stories.pages.registries import Copy


class EpisodeRecall(PageRecall):
    def copies_of(self, stories: QuerySet[StoryPage]) -> Iterable[Copy]:
        """An episode can be heard on its page and was on the air: losing either channel takes the page away."""
        telling = EpisodePage.stories.through.objects.filter(storypage__in=stories.values("pk"))
        live = EpisodePage.objects.live().defer("transcript").filter(pk__in=telling.values("episodepage_id"))
        return [self.copy(episode, channels_of(placements_of(episode.pk))) for episode in live]


episodes = EpisodeRecall(
    "episode", EpisodePage, "Podcast: tệp âm thanh mà ứng dụng nghe và các đài đã tải về trước lúc gỡ"
)
