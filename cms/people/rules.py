"""What a secret looks like and whether a link still opens, on plain data."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from cms.people.enums import LinkState, Purpose

# Without I, L, O and U: nobody reads a code from paper as another one, and no word comes of it.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LETTERS = 12
CODE_BITS = CODE_LETTERS * 5
_MISREAD = str.maketrans("ILO", "110")
_PREFIX = "GS"


@dataclass(frozen=True, slots=True)
class LinkTimes:
    """When a link ends or was ended; None for never."""

    expires_at: datetime | None
    revoked_at: datetime | None


def state_of(link: LinkTimes, at: datetime) -> LinkState:
    if link.revoked_at is not None and link.revoked_at <= at:
        return LinkState.REVOKED
    if link.expires_at is not None and link.expires_at <= at:
        return LinkState.EXPIRED
    return LinkState.OPEN


def digest_of(purpose: Purpose, secret: str) -> str:
    """All that is kept of a secret. The purpose is part of it: a link for one thing never opens another."""
    return hashlib.sha256(f"{purpose}:{secret}".encode()).hexdigest()


def code_from(random: bytes) -> str:
    """A code for hand and ear, GS-XXXX-XXXX-XXXX: the first 60 bits. Raises ValueError for fewer."""
    if len(random) * 8 < CODE_BITS:
        raise ValueError(f"A code needs {CODE_BITS} bits, not {len(random) * 8}")
    number = int.from_bytes(random, "big") >> (len(random) * 8 - CODE_BITS)
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(CODE_BITS - 5, -1, -5))
    return "-".join([_PREFIX, letters[:4], letters[4:8], letters[8:]])


def code_typed(text: str) -> str:
    """The code that somebody meant: small letters, missing dashes, O for 0; "" for what can be none."""
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    if len(letters) > CODE_LETTERS:
        letters = letters.removeprefix(_PREFIX)
    letters = letters.translate(_MISREAD)
    if len(letters) != CODE_LETTERS or not set(letters) <= set(ALPHABET):
        return ""
    return "-".join([_PREFIX, letters[:4], letters[4:8], letters[8:]])
