"""Our catalogues keep what a program fills in or draws, in every entry, also in those that no screen asks for today."""

import re
from collections import Counter
from pathlib import Path
from unicodedata import is_normalized

import polib
import pytest
from django.conf import settings

pytestmark = pytest.mark.rule
FILLED = re.compile(r"%\(\w+\)[a-zA-Z]|%[a-zA-Z]|\{\w*\}")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
CATALOGUES = sorted(path for folder in settings.LOCALE_PATHS for path in folder.glob("vi/LC_MESSAGES/*.po"))


def kept(text: str) -> tuple[Counter[str], list[str], str, str]:
    """Places to fill in, tags in their order, the blanks at both ends."""
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return Counter(FILLED.findall(text)), TAG.findall(text), start, end


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_entry_loses_a_place_a_tag_or_a_blank(path: Path) -> None:
    entries = polib.pofile(str(path))
    assert len(entries) > 0
    # One plural form: it is said for one thing as for many, so it fills in what the English plural does.
    maimed = [
        entry.msgid
        for entry in entries
        if kept(entry.msgstr or entry.msgstr_plural[0]) != kept(entry.msgid_plural or entry.msgid)
    ]
    assert maimed == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_every_entry_is_finished_and_composed(path: Path) -> None:
    entries = polib.pofile(str(path))
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete or not entry.translated()] == []
    assert is_normalized("NFC", path.read_text(encoding="utf-8"))


def test_there_is_a_catalogue() -> None:
    assert "django.po" in {path.name for path in CATALOGUES}
