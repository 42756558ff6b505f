"""Which characters an XML document may hold (XML 1.0, fifth edition, production 2 `Char`)."""

import re
from dataclasses import fields
from typing import Any

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return `text` without the characters that XML 1.0 forbids even when escaped.

    Those are the C0 controls other than tab and line ends, lone surrogates, U+FFFE and U+FFFF. One of them
    would make the whole feed unreadable. Everything else stays as it is, unnormalised.
    """
    return _ILLEGAL.sub("", text)


def keep_legal_text(record: Any) -> None:
    """Clean every text of a frozen dataclass in place; meant for its `__post_init__` only."""
    for field in fields(record):
        object.__setattr__(record, field.name, _legal_value(getattr(record, field.name)))


def _legal_value(value: Any) -> Any:
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, tuple):
        return tuple(_legal_value(item) for item in value)
    return value
