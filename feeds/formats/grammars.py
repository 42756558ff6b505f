"""Small grammars that a feed's machine-readable texts must fit, whatever people may type elsewhere."""

import re

# RFC 3986: what a URI may consist of, so spaces and Vietnamese letters must arrive percent-encoded.
_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9\-._~%:\[\]@]+([/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?")
# RFC 9110 §8.3.1 without parameters: no feed needs them.
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$%&'*+\-.^_`|~]+/[A-Za-z0-9!#$%&'*+\-.^_`|~]+")
# RFC 4287 appendix B, and XML's own rule for xml:lang.
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def require_absolute(*addresses: str) -> None:
    """Raise ValueError unless every address is an absolute http or https URI (RFC 3986).

    Only these still work outside the page that they were written on.
    """
    _require(_ABSOLUTE, "an absolute http(s) address", addresses)


def require_media_type(*media_types: str) -> None:
    """Raise ValueError unless every text is a media type such as `audio/mpeg`."""
    _require(_MEDIA_TYPE, "a media type", media_types)


def require_language(*languages: str) -> None:
    """Raise ValueError unless every text looks like a language tag such as `vi` (BCP 47)."""
    _require(_LANGUAGE, "a language tag", languages)


def _require(grammar: re.Pattern[str], kind: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        if not grammar.fullmatch(text):
            raise ValueError(f"not {kind}: {text!r}")
