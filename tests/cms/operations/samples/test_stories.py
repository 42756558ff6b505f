"""The sample stories are a newspaper's: long enough, grounded, no sentence told twice."""

from collections import Counter

import pytest

from cms.core.text import count_words, normalise, sentences
from cms.localities.imports import read_successions, read_units
from cms.operations.demo.dossiers import SECTORS
from cms.operations.demo.samples import SampleStory, read_episodes, read_stories
from stories.pages.rules import HEADLINE, STANDFIRST

pytestmark = pytest.mark.rule
STORIES = read_stories()
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)


def test_there_are_enough_of_enough_places_and_sectors() -> None:
    assert len(STORIES) >= 24
    assert len({story.locality for story in STORIES}) >= 12
    assert {sector for story in STORIES for sector in story.sectors} == {slug for slug, _ in SECTORS}


@each_story
def test_a_story_has_its_length_and_its_ground(story: SampleStory) -> None:
    assert HEADLINE.complaint(story.headline) == ""
    assert STANDFIRST.complaint(story.standfirst) == ""
    assert 600 <= sum(count_words(text) for text in story.words) <= 1200
    assert len(story.claims) >= 3
    assert [claim.text for claim in story.claims if not claim.evidence.strip()] == []
    assert sorted(photo.role for photo in story.photos) == ["at_work", "portrait"]


def test_no_sentence_is_shared_between_two_stories() -> None:
    told = [
        {normalise(sentence) for text in (*story.words, story.standfirst) for sentence in sentences(text)}
        for story in STORIES
    ]
    counted = Counter(sentence for story in told for sentence in story if count_words(sentence) > 3)
    assert [sentence for sentence, times in counted.items() if times > 1] == []


def test_every_place_exists_and_the_old_one_went_into_the_new() -> None:
    today = {unit.code for unit in read_units() if unit.scheme == 2025}
    pairs = set(read_successions())
    assert [story.slug for story in STORIES if story.locality not in today] == []
    assert [story.slug for story in STORIES if (story.exemplar.unit_then, story.locality) not in pairs] == []


def test_episodes_tell_stories_that_exist() -> None:
    slugs = {story.slug for story in STORIES}
    assert [episode.number for episode in read_episodes() if not set(episode.stories) <= slugs] == []
