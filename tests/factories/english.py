"""What on a screen looks English: words that no Vietnamese syllable is written like, and English words that one is."""

import re

SYLLABLE = re.compile(
    r"(ngh|ng|nh|gh|gi|qu|kh|ch|ph|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?", re.IGNORECASE
)
# Written like syllables, never said in a Vietnamese sentence without a mark.
LIKE_SYLLABLES = {"at", "by", "been", "choose", "it", "not", "on", "the", "then", "this", "we", "you"}
# Names of things, keys of the keyboard.
KNOWN = {
    "Atom", "Feed", "JSON", "RSS", "Word", "JavaScript", "Google", "Microsoft", "Authenticator", "Sapo", "sapo",
    "WebP", "podcast",
    "video", "byte", "cookie", "http", "https", "vn", "Alt", "Ctrl", "Enter", "Esc", "Shift",
}  # fmt: skip
# Addresses, files, figures; a word cut short.
NO_WORDS = re.compile(r"\S*(?:@|://|\w[/=]\w|\d|#)\S*|\S+\.(?:jpg|mp3|org|invalid|rss|txt)\b|\w+…")
# What only code calls so: `in_progress`, `stories.storypage`.
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\b[a-z]{3,}\.[a-z_]{3,}\b")


def foreign(text: str, known: frozenset[str] | set[str] = frozenset()) -> list[str]:
    """The English words of a text, in order."""
    text = NO_WORDS.sub(" ", text)
    words = re.findall(r"[^\W\d_]{2,}", text)
    english = [word for word in words if word not in KNOWN and word not in known and _is_english(word)]
    return [code for code in CODE.findall(text) if code not in known] + english


def _is_english(word: str) -> bool:
    if word.lower() in LIKE_SYLLABLES:
        return True
    return word.isascii() and not word.isupper() and not SYLLABLE.fullmatch(word)
