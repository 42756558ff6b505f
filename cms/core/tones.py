"""The tone of a Vietnamese syllable, apart from its letters. Works on NFC text."""

import re
from unicodedata import normalize

HUYEN, HOI, NGA, SAC, NANG = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
TONES = (HUYEN, HOI, NGA, SAC, NANG)
"""Combining marks in the order of Vietnamese dictionaries; ngang, the sixth tone, has no mark."""

_MARKED_VOWELS = "ăâêôơư"
_SYLLABLE = re.compile(
    r"(?P<onset>ngh|ng|nh|gh|gi(?=[aăâeêoôơuư])|qu(?=[aăâeêioôơy])|kh|ch|ph|th|tr|[bcdđghklmnprstvx]?)"
    r"(?P<vowels>[aăâeêioôơuưy]{1,3})"
    r"(?P<coda>ng|nh|ch|[cmnpt]?)"
)


def split_tone(letter: str) -> tuple[str, str]:
    """The letter without its tone, and the tone's mark: "ậ" → ("â", NANG), "b" → ("b", "")."""
    decomposed = normalize("NFD", letter)
    tone = next((mark for mark in decomposed[1:] if mark in TONES), "")
    return (normalize("NFC", decomposed.replace(tone, "", 1)), tone) if tone else (letter, "")


def place_tone(word: str) -> str:
    """The word with its tone where the older spelling has it: "hoà" → "hòa", "tòan" → "toàn".

    What is not one Vietnamese syllable with one tone comes back as it was.
    """
    letters, tones = zip(*map(split_tone, word), strict=True) if word else ((), ())
    syllable = _SYLLABLE.fullmatch("".join(letters).lower())
    if syllable is None or len([tone for tone in tones if tone]) != 1:
        return word
    place = syllable.start("vowels") + _nucleus(syllable["vowels"], bool(syllable["coda"]))
    carrier = normalize("NFC", letters[place] + "".join(tones))
    return "".join([*letters[:place], carrier, *letters[place + 1 :]])


def _nucleus(vowels: str, closed: bool) -> int:
    """Which of the vowels carries the tone: thuở, tiến | hoàn, khuỷu | hòa, mía."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in _MARKED_VOWELS]
    if marked:
        return marked[-1]
    return 1 if len(vowels) == 3 or (len(vowels) == 2 and closed) else 0
