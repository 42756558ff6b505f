import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.core.text import count_words, fold, normalise, repair, sentences, unify_tone_placement

pytestmark = pytest.mark.rule

# Every letter of the alphabet that is not ASCII, by what is left of it without marks.
ACCENTED = {
    "a": "àảãáạăằẳẵắặâầẩẫấậ",
    "d": "đ",
    "e": "èẻẽéẹêềểễếệ",
    "i": "ìỉĩíị",
    "o": "òỏõóọôồổỗốộơờởỡớợ",
    "u": "ùủũúụưừửữứự",
    "y": "ỳỷỹýỵ",
}
LETTERS = [(letter, base) for base, letters in ACCENTED.items() for letter in letters]
BOTH_CASES = LETTERS + [(letter.upper(), base) for letter, base in LETTERS]

vietnamese = st.text(alphabet=[letter for letter, _ in BOTH_CASES] + list("bcghlmnpqrstvx BCT-–,.0123"))
dirty = st.text(
    alphabet=st.sampled_from("aAoOuUdǎǍƣƢÐðđĐɖƉ\u0300\u0301\u0302\u0303\u0306\u0309\u030c\u031b\u0323")
    | st.sampled_from("\u00a0\u00ad\u200b\u200c\ufeff\u2028\x0b\r\n\t\x00 កខ្")
    | st.characters()
)


def test_vietnamese_accented_letters_are_134_in_both_cases():
    assert len({letter for letter, _ in BOTH_CASES}) == 134


@pytest.mark.parametrize(
    ("dirt", "clean"),
    [
        pytest.param("t\u01a3 t\u01a3\u1edfng", "tư tưởng", id="gha-for-u-horn"),
        pytest.param("\u01a2U TI\u00caN", "ƯU TIÊN", id="capital-gha"),
        pytest.param("\u00d0\u1ed3ng Th\u00e1p", "Đồng Tháp", id="eth-for-d-stroke"),
        pytest.param("\u00f0i\u1ec3n h\u00ecnh", "điển hình", id="small-eth"),
        pytest.param("\u0189\u1ea3ng \u0256ang", "Đảng đang", id="african-d"),
        pytest.param("n\u01cem V\u01cen \u01cdn", "năm Văn Ăn", id="caron-for-breve"),
        pytest.param("\u0110\u1ed3ng \u0111\u1ed9i", "Đồng đội", id="right-letters-stay"),
        pytest.param("\ufeffgư\u200bơng\u200d sá\u00adng", "gương sáng", id="invisible-characters-go"),
        pytest.param("2.000\u00a0m², 5\u202fkg", "2.000 m², 5 kg", id="unbreakable-spaces"),
        pytest.param("một\r\nhai\rba\x0bbốn\u2028năm\x85sáu", "một\nhai\nba\nbốn\nnăm\nsáu", id="line-ends"),
        pytest.param("một\thai\nba", "một\thai\nba", id="tabs-and-lines-stay"),
        pytest.param("a\x00b\x1bc\x7fd\x9fe", "abcde", id="controls-go"),
        pytest.param("\u202eab\u202c\u2066c\u2069", "abc", id="direction-marks-go"),
        pytest.param("x\ud800y", "xy", id="half-characters-go"),
        pytest.param("ភាសា\u200bខ្មែរ\u200b", "ភាសា\u200bខ្មែរ", id="khmer-keeps-its-word-separator"),
        pytest.param("Дружба", "Дружба", id="russian-stays"),
    ],
)
def test_repair_gives_the_letters_that_were_meant(dirt, clean):
    assert repair(dirt) == clean


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        pytest.param(
            normalize("NFD", "Nguyễn Thị Thuở ở Đồng Tháp"), "Nguyễn Thị Thuở ở Đồng Tháp", id="nfd"
        ),
        pytest.param("t\u01a3\u0309", "tử", id="a-mark-joins-a-repaired-letter"),
        pytest.param("na\u030cm", "năm", id="caron-as-a-mark-of-its-own"),
        pytest.param("Vie\u0302\u0323t Vie\u0323\u0302t", "Việt Việt", id="marks-in-any-order"),
        pytest.param("a\u0340 a\u0341", "à á", id="deprecated-tone-marks"),
        pytest.param("a\u200b\u0301", "á", id="a-mark-cut-off-by-a-zero-width-space"),
    ],
)
def test_normalise_gives_the_stored_form(text, stored):
    assert normalise(text) == stored


@pytest.mark.parametrize(("letter", "base"), BOTH_CASES)
def test_fold_leaves_the_plain_letter_of_each_accented_letter(letter, base):
    assert (fold(letter), fold(normalize("NFD", letter))) == (base, base)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("Người tốt, việc tốt", "nguoi tot, viec tot", id="sentence"),
        pytest.param("  ĐỒNG\u00a0\n\tTHÁP ", "dong thap", id="white-space-collapses"),
        pytest.param("\u00d0\u01a3\u01a1ng", "duong", id="look-alikes"),
        pytest.param("hoà hòa", "hoa hoa", id="both-tone-placements"),
        pytest.param("2.000 m²", "2.000 m2", id="superscript"),
        pytest.param("Café Đắk Lắk", "cafe dak lak", id="foreign-accent"),
        pytest.param("ក្រុម", "ក្រុម", id="khmer-keeps-its-vowels"),
        pytest.param("", "", id="empty"),
    ],
)
def test_fold_gives_the_search_key(text, key):
    assert fold(text) == key


@given(dirty)
def test_repair_changes_nothing_the_second_time(text):
    assert repair(repair(text)) == repair(text)


@given(dirty)
def test_normalise_changes_nothing_the_second_time(text):
    assert normalise(normalise(text)) == normalise(text)


@given(dirty)
def test_fold_changes_nothing_the_second_time(text):
    assert fold(fold(text)) == fold(text)


@given(dirty)
def test_normalised_text_is_composed_and_repaired(text):
    stored = normalise(text)
    assert stored == normalize("NFC", stored) == repair(stored)


@given(dirty)
def test_normalise_and_fold_do_not_depend_on_the_form_of_unicode(text):
    composed, decomposed = normalize("NFC", text), normalize("NFD", text)
    assert (normalise(composed), fold(composed)) == (normalise(decomposed), fold(decomposed))


@given(vietnamese)
def test_fold_gives_ascii_for_vietnamese(text):
    assert fold(text.replace("–", "-")).isascii()


@given(vietnamese)
def test_normalise_leaves_clean_vietnamese_as_it_is(text):
    assert normalise(text) == text


@pytest.mark.parametrize(
    ("text", "unified"),
    [
        pytest.param("hoà hoá hoả hoạ hoã", "hòa hóa hỏa họa hõa", id="oa"),
        pytest.param("khoẻ xoè loé", "khỏe xòe lóe", id="oe"),
        pytest.param("thuý tuỳ thuỷ luỹ tuỵ", "thúy tùy thủy lũy tụy", id="uy"),
        pytest.param("HOÀ Hoà Thuý UỶ", "HÒA Hòa Thúy ỦY", id="capitals"),
        pytest.param("hòa thúy", "hòa thúy", id="canonical-stays"),
        pytest.param(
            "hoàn toàn ngoài xoáy khuỷu huỳnh", "hoàn toàn ngoài xoáy khuỷu huỳnh", id="closed-stays"
        ),
        pytest.param("tòan ngòai khủyu hùynh", "toàn ngoài khuỷu huỳnh", id="slips-are-mended"),
        pytest.param("quý quả quá quỳ", "quý quả quá quỳ", id="qu-is-a-consonant"),
        pytest.param("qúy qủa", "quý quả", id="slips-after-qu"),
        pytest.param("già giỏi giếng gì gìn", "già giỏi giếng gì gìn", id="gi-is-a-consonant"),
        pytest.param(
            "mía của thuở tiến thuế rượu ngoằn", "mía của thuở tiến thuế rượu ngoằn", id="others-stay"
        ),
        pytest.param("café José fiancé", "café José fiancé", id="foreign-words-stay"),
        pytest.param(normalize("NFD", "Hoà Bình – thuý"), "Hòa Bình – thúy", id="nfd"),
    ],
)
def test_tone_placement_is_unified_for_comparing(text, unified):
    assert unify_tone_placement(text) == unified


@given(vietnamese)
def test_unified_tone_placement_folds_to_the_same_key(text):
    assert fold(unify_tone_placement(text)) == fold(text)


@given(vietnamese)
def test_unify_tone_placement_changes_nothing_the_second_time(text):
    assert unify_tone_placement(unify_tone_placement(text)) == unify_tone_placement(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param(" \n\t\u00a0 ", 0, id="white-space-only"),
        pytest.param("Gương người tốt, việc tốt", 5, id="syllables"),
        pytest.param("Đồng\u00a0Tháp\u200b Mười", 3, id="nbsp-separates-and-zero-width-does-not"),
        pytest.param("2.000 m² ngày 19/5", 4, id="numbers-and-dates"),
        pytest.param("thi-đua khen-thưởng", 2, id="a-hyphen-joins"),
        pytest.param("Rạch Gầm – Xoài Mút", 5, id="a-dash-alone-counts-as-in-a-word-processor"),
        pytest.param("Sao ? Vậy !", 4, id="a-sign-alone-counts-too"),
        pytest.param(normalize("NFD", "việc tốt"), 2, id="nfd"),
    ],
)
def test_words_are_counted_as_word_processors_do(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Không dấu chấm", ["Không dấu chấm"], id="without-an-end"),
        pytest.param("Anh về. Chị đi! Ai ở? Tôi.", ["Anh về.", "Chị đi!", "Ai ở?", "Tôi."], id="plain"),
        pytest.param("Một dòng\nHai dòng", ["Một dòng", "Hai dòng"], id="line-ends"),
        pytest.param(
            "TP. Cao Lãnh có mưa. Tạnh.", ["TP. Cao Lãnh có mưa.", "Tạnh."], id="place-abbreviation"
        ),
        pytest.param("PGS. TS. Lê Văn Ba nói. Hết.", ["PGS. TS. Lê Văn Ba nói.", "Hết."], id="titles"),
        pytest.param("Nhà ở P. An Hòa. Gần chợ.", ["Nhà ở P. An Hòa.", "Gần chợ."], id="ward"),
        pytest.param("Ngày 19.5.2026 họp. Xong.", ["Ngày 19.5.2026 họp.", "Xong."], id="date"),
        pytest.param("Thu 1.234,5 đồng. Đủ.", ["Thu 1.234,5 đồng.", "Đủ."], id="number"),
        pytest.param(
            "Đó là năm 2025. Năm sau khá.", ["Đó là năm 2025.", "Năm sau khá."], id="year-at-the-end"
        ),
        pytest.param(
            "Bán 10 tấn. 5 ha để giống.", ["Bán 10 tấn.", "5 ha để giống."], id="number-at-the-start"
        ),
        pytest.param("Lúa, cá, v.v. Tất cả sạch.", ["Lúa, cá, v.v.", "Tất cả sạch."], id="et-cetera-ends"),
        pytest.param("Lúa, cá v.v. đều sạch.", ["Lúa, cá v.v. đều sạch."], id="et-cetera-goes-on"),
        pytest.param("“Ai đó?” bà hỏi. Im.", ["“Ai đó?” bà hỏi.", "Im."], id="question-within"),
        pytest.param("Ông nói: “Được.” Bà cười.", ["Ông nói: “Được.”", "Bà cười."], id="quote-closes-after"),
        pytest.param("Chờ... rồi chờ. Ừ… Về.", ["Chờ... rồi chờ.", "Ừ…", "Về."], id="ellipsis"),
        pytest.param("Thật à?! – Thật.", ["Thật à?!", "– Thật."], id="dialogue"),
        pytest.param("1. Mục tiêu. 2. Nhiệm vụ.", ["1. Mục tiêu.", "2. Nhiệm vụ."], id="list-numbers"),
        pytest.param("Bà J. K. Rowling viết. Hay.", ["Bà J. K. Rowling viết.", "Hay."], id="initials"),
        pytest.param(
            "Theo Bà N. Hai người cười.", ["Theo Bà N.", "Hai người cười."], id="a-lone-letter-ends"
        ),
        pytest.param("Xong lúc 5 h. Trời tối.", ["Xong lúc 5 h.", "Trời tối."], id="unit-at-the-end"),
    ],
)
def test_sentences_are_cut_where_a_reader_stops(text, expected):
    assert sentences(text) == expected


@given(dirty)
def test_sentences_lose_nothing_but_white_space(text):
    assert re.sub(r"\s", "", "".join(sentences(text))) == re.sub(r"\s", "", normalise(text))
