"""One English sentence that a package asks to be translated, and what may be wrong with its Vietnamese."""

import re
from collections import Counter
from dataclasses import dataclass
from unicodedata import is_normalized

from cms.core.tones import place_tone

PLACE = re.compile(r"%(?:\(\w+\))?[sdfirx]|\{\w*\}")
TAG = re.compile(r"</?[a-z][^>]*>")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Sentence:
    """`context` and `plural` as in gettext; two packages that say the same have the same sentence."""

    text: str
    plural: str = ""
    context: str | None = None
    scripts: bool = False

    def __str__(self) -> str:
        told = [self.context or "", repr(self.text), "[js]" if self.scripts else ""]
        return " ".join(part for part in told if part)


def faults(sentence: Sentence, translation: str) -> list[str]:
    """What a reader or a program would stumble over, in the words of the house."""
    english = sentence.plural or sentence.text
    found = [
        ("trống", not translation.strip()),
        ("chưa dịch", translation == english and _is_language(english)),
        ("mất hoặc đổi chỗ điền", _places(translation) != _places(english)),
        ("mất hoặc đổi thẻ HTML", _tags(translation) != _tags(english)),
        ("khoảng trắng đầu hoặc cuối", _ends(translation) != _ends(english)),
        ("chưa ở dạng NFC", not is_normalized("NFC", translation)),
        ("bỏ dấu kiểu mới", any(place_tone(word) != word for word in WORD.findall(translation))),
    ]
    return [fault for fault, is_there in found if is_there]


def _places(text: str) -> Counter[str]:
    return Counter(set(PLACE.findall(text)) if "%(" in text else PLACE.findall(text))


def _tags(text: str) -> Counter[str]:
    return Counter(TAG.findall(text))


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _is_language(text: str) -> bool:
    """Whether anything is left to translate besides places to fill in, tags, and abbreviations such as URL or IPv6."""
    rest = TAG.sub("", PLACE.sub("", text))
    return any(word[1:] == word[1:].lower() and len(word) > 1 for word in WORD.findall(rest))
