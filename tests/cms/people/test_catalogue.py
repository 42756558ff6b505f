"""allauth has no Vietnamese; the house's catalogue has every word of it that people may meet."""

import ast
from pathlib import Path

import allauth
import polib
import pytest
from django.utils.translation import gettext

CATALOGUE = Path(__file__).parents[3] / "cms/locale/vi/LC_MESSAGES"
SOURCES = Path(allauth.__file__).parent
SPOKEN = [
    "account/adapter.py",
    "account/fields.py",
    "account/forms.py",
    "mfa/base/forms.py",
    "mfa/totp/forms.py",
]


def said(source: Path) -> set[str]:
    """The English sentences that a module asks to be translated."""
    calls = [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "gettext"} and call.args
        if isinstance(call.args[0], ast.Constant)
    }


@pytest.mark.rule
@pytest.mark.parametrize("module", SPOKEN)
def test_every_sentence_of_allauths_forms_is_vietnamese(module: str) -> None:
    sentences = said(SOURCES / module)
    assert sentences
    assert [sentence for sentence in sorted(sentences) if gettext(sentence) == sentence] == []


@pytest.mark.rule
def test_the_compiled_catalogue_says_what_its_source_says() -> None:
    def read(catalogue: list[polib.POEntry]) -> dict[tuple[str | None, str], object]:
        return {(entry.msgctxt, entry.msgid): entry.msgstr or entry.msgstr_plural for entry in catalogue}

    source = polib.pofile(str(CATALOGUE / "django.po"))
    assert read(list(source)) == read(list(polib.mofile(str(CATALOGUE / "django.mo"))))
    assert all(entry.translated() for entry in source)
