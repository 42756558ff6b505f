"""A name as it is compared: without titles, short forms and spellings that say nothing of who it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cms.core.text import fold, normalise, unify_tone_placement

Words = tuple[str, ...]

# Before a name they say how one is addressed, not who one is. With their marks, since Bà is a title and Ba, Tư, Sáu are
# birth order and part of the name; Chú is a title and Chu a family.
TITLES = frozenset({
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "thầy", "em", "cụ", "hộ", "bs", "ths", "ts", "gs", "pgs", "ngưt",
    "nsưt",
})  # fmt: skip
BARE_TITLES = frozenset(map(fold, TITLES))
LONGER_TITLES = (
    "bác sĩ", "y sĩ", "kĩ sư", "thạc sĩ", "tiến sĩ", "nhà giáo", "cô giáo", "thầy giáo", "đồng chí", "đ c", "nghệ nhân",
    "cựu chiến binh", "anh hùng", "trưởng ấp", "đại đức", "thượng tọa", "hòa thượng", "ni sư", "linh mục", "đại tá",
    "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "hộ gia đình", "gia đình",
)  # fmt: skip
LONGER = tuple(tuple(fold(title).split()) for title in LONGER_TITLES)
SHORT_FORMS = {
    "tht": "tổ hợp tác", "htx": "hợp tác xã", "clb": "câu lạc bộ", "ubnd": "ủy ban nhân dân", "pn": "phụ nữ",
    "lhpn": "liên hiệp phụ nữ", "nd": "nông dân", "ccb": "cựu chiến binh", "nct": "người cao tuổi", "tn": "thanh niên",
    "bp": "biên phòng", "bđbp": "bộ đội biên phòng", "dvnn": "dịch vụ nông nghiệp", "mttq": "mặt trận tổ quốc",
    "mn": "mầm non", "th": "tiểu học", "thcs": "trung học cơ sở", "thpt": "trung học phổ thông",
}  # fmt: skip
PLACES = frozenset({
    "xã", "phường", "huyện", "tỉnh", "xa", "phuong", "huyen", "tinh",
})  # fmt: skip
ORDERS = frozenset({
    "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "tu", "nam", "sau", "bay", "tam", "chin",
    "muoi", "ut", "cả",
})  # fmt: skip
_Y_FOR_I = re.compile(r"\b(qu|[bcdđghklmnprstvx]{1,3})([yýỳỷỹỵ])\b")
_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@dataclass(frozen=True, slots=True)
class Name:
    """`words` are small and keep their marks; `is_bare` when the writer left all marks out."""

    words: Words
    is_bare: bool

    @property
    def key(self) -> str:
        return " ".join(fold(word) for word in self.words)

    @property
    def is_by_order(self) -> bool:
        """Tư Kiềm: how the south calls people, by birth order and given name."""
        return len(self.words) == 2 and self.words[0] in ORDERS


def readings(text: str, is_person: bool) -> list[Name]:
    """How the name of a person or household, or of a collective or model, may be meant; none for no words.

    Without marks “ba” is Bà or Ba, “chu” Chú or Chu, “ho” Hộ or Hồ: a title or part of the name, so both are kept.
    """
    plain = unify_tone_placement(normalise(text)).lower()
    spelt = _Y_FOR_I.sub(lambda found: found[1] + found[2].translate(_I), re.sub(r"[^\w\s]|_", " ", plain))
    words = tuple(spelt.split())
    is_bare = all(fold(word) == word for word in words)
    if not is_person:
        return [Name(_in_full(words), is_bare)] if words else []
    meant = {_without_titles(words, is_bare), words} if is_bare else {_without_titles(words, is_bare)}
    return [Name(found, is_bare) for found in sorted(meant) if found]


def alike(one: Name, other: Name) -> tuple[Words, Words]:
    """Both names in the form in which they may be compared: with marks, unless one was written without any."""
    if one.is_bare or other.is_bare:
        return tuple(map(fold, one.words)), tuple(map(fold, other.words))
    return one.words, other.words


def are_same(one: Name, other: Name) -> bool:
    mine, theirs = alike(one, other)
    return bool(mine) and mine == theirs


def are_shortened(one: Name, other: Name) -> bool:
    """Nguyễn Hoành is Nguyễn Văn Hoành, Nguyễn V. Bảy is Nguyễn Văn Bảy: family and given name stay, some middle goes."""
    short, long = sorted(alike(one, other), key=lambda words: (len(words), len("".join(words))))
    if len(short) < 2 or short == long or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    rest: Iterator[str] = iter(long[1:-1])
    return all(any(_stands_for(word, full) for full in rest) for word in short[1:-1])


def are_by_order(one: Name, other: Name) -> bool:
    """Ba Xê may be Nguyễn Văn Xê: the one is a birth order with the given name of the other."""
    if one.is_by_order == other.is_by_order:
        return False
    mine, theirs = alike(one, other)
    by_order, full = (mine, theirs) if one.is_by_order else (theirs, mine)
    return len(full) >= 2 and full[-1] == by_order[-1]


def _stands_for(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def _without_titles(words: Words, is_bare: bool) -> Words:
    singles, least = (BARE_TITLES, 2) if is_bare else (TITLES, 1)
    while len(words) > least:
        folded = tuple(map(fold, words))
        longer = next((len(title) for title in LONGER if folded[: len(title)] == title), 0)
        cut = longer or int(words[0] in singles)
        if not cut or cut >= len(words):
            break
        words = words[cut:]
    return words


def _in_full(words: Words) -> Words:
    """Short forms written out; “mô hình” before and the place behind say nothing of which one it is."""
    full = tuple(" ".join(SHORT_FORMS.get(word, word) for word in words).split())
    if tuple(map(fold, full[:2])) == ("mo", "hinh") and len(full) > 2:
        full = full[2:]
    places = (
        at
        for at in range(2, len(full))
        if full[at] in PLACES and tuple(map(fold, full[at - 2 : at])) != ("hop", "tac")
    )
    return full[: next(places, len(full))]
