"""What may be wrong with a translation."""

from unicodedata import normalize

import pytest

from cms.operations.words.sentences import Sentence, faults

pytestmark = pytest.mark.rule


@pytest.mark.parametrize(
    ("english", "vietnamese", "found"),
    [
        ("Delete", "Xóa", []),
        ("Delete", "", ["trống"]),
        ("Delete", "Delete", ["chưa dịch"]),
        ("%(size)d KB", "%(size)d KB", []),
        ("IPv6", "IPv6", []),
        ("%(who)s at %(when)s", "%(when)s: %(who)s", []),
        ("%(who)s at %(when)s", "lúc %(when)s", ["mất hoặc đổi chỗ điền"]),
        ("%(who)s", "%(ai)s nhé", ["mất hoặc đổi chỗ điền"]),
        ("%s of %s", "%s trong số ấy", ["mất hoặc đổi chỗ điền"]),
        ("{}th page", "trang thứ {}", []),
        ("{0} left", "còn lại", ["mất hoặc đổi chỗ điền"]),
        ('<a href="%(url)s">Add</a>', '<a href="%(url)s">Thêm</a>', []),
        ('<a href="%(url)s">Add</a>', '<a href="%(url)s">Thêm', ["mất hoặc đổi thẻ HTML"]),
        ("Status: ", "Trạng thái:", ["khoảng trắng đầu hoặc cuối"]),
        ("Lock", normalize("NFD", "Khóa"), ["chưa ở dạng NFC"]),
        ("Lock", "Khoá", ["bỏ dấu kiểu mới"]),
    ],
)
def test_faults(english: str, vietnamese: str, found: list[str]) -> None:
    assert faults(Sentence(english), vietnamese) == found


def test_the_plural_says_which_places_are_filled() -> None:
    pages = Sentence("One page", "%(number)s pages")
    assert faults(pages, "%(number)s trang") == []
    assert faults(pages, "Một trang") == ["mất hoặc đổi chỗ điền"]
