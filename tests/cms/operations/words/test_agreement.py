"""One thing, one word."""

from pathlib import Path

import pytest

from cms.operations.words.agreement import against_glossary, glossary, in_two_words
from cms.operations.words.sentences import Sentence

pytestmark = pytest.mark.rule
TABLE = """# Thuật ngữ

| English | Tiếng Việt | remark |
| --- | --- | --- |
| page; pages | trang | |
| slug | đường dẫn (the last part) | |
"""


def a_glossary(folder: Path, more: str = "") -> Path:
    document = folder / "thuat-ngu.md"
    document.write_text(TABLE + more, encoding="utf-8")
    return document


def test_a_glossary_is_read_from_its_table(tmp_path: Path) -> None:
    assert glossary(a_glossary(tmp_path)) == {"page": "trang", "pages": "trang", "slug": "đường dẫn"}


def test_a_glossary_with_two_words_for_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Hai cách dịch cho “page”"):
        glossary(a_glossary(tmp_path, "| page | tờ | |\n"))


def test_only_a_sentence_that_is_the_term_is_held_to_it() -> None:
    spoken = [(Sentence("Page:"), "Trang:"), (Sentence("Pages"), "Các tờ"), (Sentence("Page one"), "Tờ đầu")]
    assert against_glossary(spoken, {"page": "trang", "pages": "trang"}) == [
        "'Pages': “Các tờ”, lẽ ra “trang”"
    ]


def test_capitals_and_full_stops_make_no_other_sentence_but_a_context_does() -> None:
    spoken = [
        (Sentence("Add comment"), "Thêm góp ý"),
        (Sentence("Add Comment…"), "Thêm bình luận…"),
        (Sentence("May"), "Tháng 5"),
        (Sentence("May", context="verb"), "Có thể"),
    ]
    assert in_two_words(spoken) == ["'add comment': Thêm góp ý / Thêm bình luận…"]
