"""Every sentence that an installed package may show is Vietnamese, whole, and said in one way."""

from pathlib import Path

import polib
import pytest
from django.conf import settings

from cms.operations.words.agreement import against_glossary, glossary, in_two_words
from cms.operations.words.catalogues import slips, sources
from cms.operations.words.packages import packages, said_by
from cms.operations.words.vietnamese import all_spoken, unsaid, wrong

pytestmark = pytest.mark.rule
GLOSSARY = Path(settings.ROOT) / "docs" / "thuat-ngu.md"


@pytest.mark.parametrize("name", packages())
def test_a_package_says_nothing_in_english_and_nothing_maimed(name: str) -> None:
    assert wrong(name) == []


@pytest.mark.parametrize(
    "name", ["wagtail.admin", "wagtail.images", "wagtail.users", "taggit", "django.contrib.auth"]
)
def test_reading_misses_nothing_that_the_packages_own_english_catalogue_has(name: str) -> None:
    folder = packages()[name]
    told = polib.pofile(str(folder / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    said = {(sentence.context, sentence.text) for sentence in said_by(folder)}
    assert len(told) > 10
    assert [entry.msgid for entry in told if (entry.msgctxt, entry.msgid) not in said] == []


def test_the_browsers_scripts_are_among_what_is_read() -> None:
    said = said_by(packages()["wagtail.admin"])
    assert "Write something or type ‘/’ to insert a block" in {said.text for said in said if said.scripts}


def test_a_term_of_the_glossary_is_translated_as_it_says() -> None:
    assert against_glossary(all_spoken(), glossary(GLOSSARY)) == []


def test_no_sentence_is_said_in_two_ways() -> None:
    assert in_two_words(all_spoken()) == []


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_our_catalogue_is_finished_and_compiled(source: Path) -> None:
    assert slips(source) == []


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_our_catalogue_says_nothing_that_no_package_asks_for(source: Path) -> None:
    assert unsaid(source) == []
