"""Somebody of the newsroom with a password, and an authenticator app in the test's hand."""

import base64
import hmac
import struct
import time
from collections.abc import Callable

import pytest


@pytest.fixture
def journalist(newsroom):  # type: ignore[no-untyped-def]
    from cms.people.enums import Role

    return newsroom.people[Role.JOURNALIST]


@pytest.fixture
def code_of() -> Callable[[str], str]:
    """What an authenticator app shows for a secret now, or so many half minutes away (RFC 6238)."""

    def code(secret: str, away: int = 0) -> str:
        counter = int(time.time()) // 30 + away
        digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", counter), "sha1")
        start = digest[-1] & 15
        return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"

    return code
