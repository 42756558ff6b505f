import pytest

from cms.people.limits import Limit
from stories.pages.models import StoryPage
from tests.factories.letters import a_story
from tests.factories.newsroom import Newsroom


@pytest.fixture
def story(newsroom: Newsroom) -> StoryPage:
    return a_story(newsroom)[0]


@pytest.fixture
def within_one_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries are counted by the hour of the clock, and a test may run across its end."""
    monkeypatch.setattr(Limit, "_key", lambda limit, address, at: f"limit:{limit.name}:{address}")
