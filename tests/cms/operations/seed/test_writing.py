"""The text of a seeded story: its number alone decides it, and it has the measures of a real one."""

import re
from typing import Any

import pytest

from cms.core.text import count_words, normalise
from cms.operations.seed.vocabulary import THEMES
from cms.operations.seed.writing import LEAST_WORDS, MOST, MOST_WORDS, Text, write
from stories.pages.rules import HEADLINE, STANDFIRST

pytestmark = pytest.mark.rule
SOME = range(0, 3000, 7)


def words_of(value: Any) -> int:
    match value:
        case str():
            return count_words(re.sub(r"<[^>]+>", "", value))
        case dict():
            return sum(words_of(part) for name, part in value.items() if name not in {"id", "type"})
        case _:
            return sum(words_of(part) for part in value)


def length(text: Text) -> int:
    return sum(words_of(block["value"]) for block in text.body)


def test_a_number_gives_the_same_story_each_time() -> None:
    assert [write(number, "Xã Tháp Mười") for number in SOME] == [
        write(number, "Xã Tháp Mười") for number in SOME
    ]


def test_the_story_of_a_number_stays_what_it_is() -> None:
    """A change of the texts is seen here: a half-seeded database would go on with other stories."""
    text = write(7, "Xã Tháp Mười")
    assert text.slug == "mau-000007-anh-ba-hieu-giu-ruong-sen-cho-ca-xom-cung-lam"
    assert str(text.key) == "28654de7-dd31-4595-94ce-3e72e7d71ba7"


def test_stories_have_the_measures_of_a_profile_piece() -> None:
    texts = [write(number, "Phường Cao Lãnh") for number in SOME]
    assert [text.slug for text in texts if HEADLINE.complaint(text.headline)] == []
    assert [text.slug for text in texts if STANDFIRST.complaint(text.standfirst)] == []
    assert [length(text) for text in texts if not LEAST_WORDS <= length(text) <= MOST_WORDS] == []


def test_stories_differ() -> None:
    texts = [write(number, "Xã Tháp Mười") for number in SOME]
    assert len({text.slug for text in texts}) == len(texts)
    assert len({text.headline for text in texts}) > 0.9 * len(texts)
    assert {text.sectors[0] for text in texts} == {theme.sector for theme in THEMES}
    assert max(length(text) for text in texts) - min(length(text) for text in texts) > 400


def test_the_text_is_composed_and_has_no_unfilled_places() -> None:
    for number in SOME:
        text = write(number, "Xã Tháp Mười")
        whole = f"{text.headline} {text.standfirst} {text.claims} {text.body}"
        assert normalise(whole) == whole
        assert not re.search(r"\{(?!')", whole.replace("{'", "")), whole


def test_the_last_story_is_no_prophecy() -> None:
    assert write(MOST - 1, "Xã Tháp Mười").at.year == 2026
