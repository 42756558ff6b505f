import random
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.core.sorting import person_key, word_key
from cms.core.text import unify_tone_placement

pytestmark = pytest.mark.rule

# The order as CLDR's chart for Vietnamese has it; each vowel with ngang, huyền, hỏi, ngã, sắc, nặng.
CHART = (
    "aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ êềểễếệ f g h iìỉĩíị j k l m n "
    "oòỏõóọ ôồổỗốộ ơờởỡớợ p q r s t uùủũúụ ưừửữứự v w x yỳỷỹýỵ z"
)
ALPHABET = CHART.split()
PLACE = {form: (row, tone) for row, forms in enumerate(ALPHABET) for tone, form in enumerate(forms)}

words = st.text(alphabet=sorted(PLACE) + [form.upper() for form in sorted(PLACE)] + [" "], max_size=12)
names = st.lists(words.filter(str.strip), min_size=1, max_size=4).map(" ".join)


def levels(text: str) -> tuple[list[int], list[int], list[bool]]:
    """The definition that the keys encode: letters, then tones, then capitals; a space before any letter."""
    characters = " ".join(unify_tone_placement(text).split())
    places = [PLACE.get(character.lower(), (-1, 0)) for character in characters]
    return [row for row, _ in places], [tone for _, tone in places], [c.isupper() for c in characters]


def name_levels(full_name: str) -> tuple[object, ...]:
    *before, ten = full_name.split()
    ho, dem = before[:1], before[1:]
    parts = [levels(" ".join(part)) for part in ([ten], dem, ho)]
    return tuple(part[:2] for part in parts), [capital for part in parts for capital in part[2]]


def sign(a: object, b: object) -> int:
    return (a > b) - (a < b)  # type: ignore[operator]


def shuffled(items: list[str]) -> list[str]:
    return random.Random(26).sample(items, len(items))


@pytest.mark.parametrize(
    "in_order",
    [
        pytest.param(list("aăâbcdđeêghiklmnoôơpqrstuưvxy"), id="alphabet"),
        pytest.param(["ba", "bà", "bả", "bã", "bá", "bạ"], id="tones"),
        pytest.param(["ma", "mạ", "mai", "mài"], id="letters-before-tones"),
        pytest.param(["ba bà", "ba bá", "bà ba", "bà bà"], id="tones-of-the-whole-text"),
        pytest.param(["da", "Da", "dạ", "đa", "Đa"], id="small-before-capital-after-tones"),
        pytest.param(["Hoa Mai", "Hoang"], id="a-space-before-letters"),
        pytest.param(["10 ha", "2", "an"], id="digits-before-letters-one-by-one"),
        pytest.param(["", " (a)", "1", "a", "ខ"], id="signs-digits-letters-other-scripts"),
        pytest.param(
            ["An Giang", "Cà Mau", "Cần Thơ", "Đồng Tháp", "Tây Ninh", "Vĩnh Long"],
            id="provinces",
        ),
        pytest.param(
            ["Cái Bè", "Cao Lãnh", "Châu Thành", "Gò Công", "Lai Vung", "Lấp Vò", "Tam Nông", "Tân Hồng"],
            id="places-of-dong-thap",
        ),
    ],
)
def test_words_sort_as_a_dictionary_does(in_order):
    assert sorted(shuffled(in_order), key=word_key) == in_order


@pytest.mark.parametrize(
    "in_order",
    [
        pytest.param(["Trần Văn An", "Lê Thị Bé", "Nguyễn Văn Út"], id="ten-first"),
        pytest.param(["Nguyễn Thị An", "Nguyễn Văn An"], id="then-chu-dem"),
        pytest.param(["Đặng Văn An", "Lê Văn An"], id="then-ho"),
        pytest.param(["Dương Văn An", "Đặng Văn An"], id="d-before-d-stroke"),
        pytest.param(["Lê Hòa", "Lê Hóa", "An Hoài"], id="a-ten-with-its-tones-before-the-next-ten"),
        pytest.param(["Lê An", "Lê Thị An", "Lê Thị Ngọc An"], id="without-chu-dem-first"),
        pytest.param(["NGUYỄN THỊ AN", "Nguyễn Văn An", "NGUYỄN VĂN AN"], id="capitals-decide-last"),
        pytest.param(["An", "Lê An", "Lê Bình"], id="a-single-word-is-a-ten"),
        pytest.param(["Nguyễn Văn Kiềm (Tư Kiềm)", "Lê Văn Sen (Ba Ân)"], id="nicknames-do-not-count"),
        pytest.param(["", "Lê An"], id="nobody"),
    ],
)
def test_people_sort_by_ten_then_chu_dem_then_ho(in_order):
    assert sorted(shuffled(in_order), key=person_key) == in_order


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("", "00", id="nothing"),
        pytest.param("ba", "b1a100", id="plain"),
        pytest.param("Đậu", "d2a3u1016" + "02", id="tone-and-capital"),
        pytest.param("ấp 2", "a3p1" + "1" + "32" + "0" + "5" + "0", id="space-and-digit"),
        pytest.param("a-b", "a1200002db100", id="sign"),
        pytest.param("Zü", "z1u1" + "017" + "02", id="foreign-mark"),
    ],
)
def test_word_key_has_the_documented_parts(text, key):
    assert word_key(text) == key


def test_word_key_is_one_for_both_tone_placements_and_forms_of_unicode():
    assert {word_key(text) for text in ("Hoà", "Hòa", normalize("NFD", "Hoà"))} == {word_key("Hòa")}


def test_every_letter_with_every_tone_has_its_own_place():
    one_after_another = [word_key(form) for forms in ALPHABET for form in forms]
    assert all(before < after for before, after in pairwise(one_after_another))


@given(words, words)
def test_word_keys_order_as_the_levels_do(one, other):
    assert sign(word_key(one), word_key(other)) == sign(levels(one), levels(other))


@given(names, names)
def test_person_keys_order_as_the_levels_of_ten_chu_dem_and_ho_do(one, other):
    assert sign(person_key(one), person_key(other)) == sign(name_levels(one), name_levels(other))


@given(st.text())
def test_keys_hold_only_digits_and_small_letters_and_stay_within_their_bound(text):
    for key in (word_key(text), person_key(text)):
        assert set(key) <= set("0123456789abcdefghijklmnopqrstuvwxyz")
        assert len(key) <= 12 * len(text) + 6
