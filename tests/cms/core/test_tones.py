import pytest

from cms.core.tones import HOI, HUYEN, NANG, NGA, SAC, place_tone, split_tone

pytestmark = pytest.mark.rule


@pytest.mark.parametrize(
    ("letter", "parts"),
    [
        pytest.param("b", ("b", ""), id="consonant"),
        pytest.param("ư", ("ư", ""), id="ngang"),
        pytest.param("ầ", ("â", HUYEN), id="huyen"),
        pytest.param("Ẳ", ("Ă", HOI), id="hoi"),
        pytest.param("ỡ", ("ơ", NGA), id="nga"),
        pytest.param("É", ("E", SAC), id="sac"),
        pytest.param("ậ", ("â", NANG), id="nang-below-a-circumflex"),
        pytest.param("ü", ("ü", ""), id="foreign-mark-is-no-tone"),
    ],
)
def test_letter_is_parted_from_its_tone(letter, parts):
    assert split_tone(letter) == parts


@pytest.mark.parametrize("word", ["", "bcd", "hoa", "mờimời", "góí", "Gaudí"])
def test_what_is_not_one_syllable_with_one_tone_stays(word):
    assert place_tone(word) == word
