import unicodedata

import pytest

from cms.plans.rules.plan_text import AtLeast, normalised, read_text

pytestmark = pytest.mark.rule


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("ít  nhất\n 02", "ít nhất 02", id="line-ends-and-runs-of-spaces"),
        pytest.param(unicodedata.normalize("NFD", "Đồng Tháp"), "Đồng Tháp", id="decomposed"),
        pytest.param("ĐỐI TƢỢNG, tăng cƣờng", "ĐỐI TƯỢNG, tăng cường", id="look-alike-letters"),
    ],
)
def test_text_is_normalised(text: str, line: str) -> None:
    assert normalised(text) == line


def test_sections_are_named_as_people_cite_them(text: str) -> None:
    assert list(read_text(text).sections) == ["mở đầu", "I", "I.1", "I.2", "I.2a", "I.2b", "II", "nơi nhận"]


@pytest.mark.parametrize(
    ("quote", "section", "found"),
    [
        pytest.param("ít nhất 02 điển hình", "I.1", True, id="over-a-line-end"),
        pytest.param("ít nhất 02 điển hình", "I", True, id="in-the-section-above"),
        pytest.param("ít nhất 02 điển hình", "I.2", False, id="in-another-section"),
        pytest.param("ít nhất 02 điển hình", "IX", False, id="no-such-section"),
        pytest.param("1. Chung", "I.1", True, id="its-own-heading"),
        pytest.param("CHỦ TỊCH", "nơi nhận", True, id="after-the-recipients"),
        pytest.param(" ", "I.1", False, id="blank"),
    ],
)
def test_quotation_is_found_only_in_its_section(text: str, quote: str, section: str, found: bool) -> None:
    assert (read_text(text).find(quote, section) is not None) is found


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        pytest.param("3. Ba", ["mở đầu", "I", "I.1"], id="number-out-of-turn"),
        pytest.param("IV. Bốn", ["mở đầu", "I", "I.1"], id="roman-out-of-turn"),
        pytest.param("b) Bê", ["mở đầu", "I", "I.1"], id="letter-out-of-turn"),
        pytest.param("2", ["mở đầu", "I", "I.1"], id="page-number"),
        pytest.param("2. Hai", ["mở đầu", "I", "I.1", "I.2"], id="number-in-turn"),
        pytest.param("a) A", ["mở đầu", "I", "I.1", "I.1a"], id="letter-in-turn"),
        pytest.param("II. Hai", ["mở đầu", "I", "I.1", "II"], id="roman-in-turn"),
    ],
)
def test_line_opens_a_section_only_in_turn(line: str, sections: list[str]) -> None:
    assert list(read_text(f"Đầu\nI. Một\n1. Một\n{line}").sections) == sections


def test_every_at_least_is_found_with_its_smallest_section(text: str) -> None:
    phrases = read_text(text).at_least()
    assert [(phrase.number, phrase.section) for phrase in phrases] == [(2, "I.1"), (3, "II")]
    assert all(isinstance(phrase, AtLeast) for phrase in phrases)
