"""`manage.py words` tells which package would speak English."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.operations.words import vietnamese

pytestmark = pytest.mark.rule


def test_a_package_without_faults_is_complete() -> None:
    told = StringIO()
    call_command("words", "taggit", stdout=told)
    assert told.getvalue() == "taggit: đủ\n"


def test_what_lacks_vietnamese_is_listed_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    said = vietnamese.spoken
    monkeypatch.setattr(
        vietnamese, "spoken", lambda sentence: None if sentence.text == "tagged item" else said(sentence)
    )
    told = StringIO()
    call_command("words", "taggit", stdout=told)
    assert told.getvalue().splitlines() == ["taggit: 1 câu", "  models.py: 'tagged item': chưa có tiếng Việt"]


def test_an_unknown_package_is_named() -> None:
    with pytest.raises(CommandError, match=r"Không có gói wagtial\. Có: django, "):
        call_command("words", "wagtial")
