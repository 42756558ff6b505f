"""Codes for hand and ear, digests, and when a link is over."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.people.enums import LinkState, Purpose
from cms.people.rules import ALPHABET, CODE_BITS, LinkTimes, code_from, code_typed, digest_of, state_of

pytestmark = pytest.mark.rule
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("expires", "revoked", "state"),
    [
        pytest.param(None, None, LinkState.OPEN, id="endless"),
        pytest.param(AT + HOUR, None, LinkState.OPEN, id="still open"),
        pytest.param(AT, None, LinkState.EXPIRED, id="at its last second"),
        pytest.param(AT + HOUR, AT, LinkState.REVOKED, id="revoked"),
        pytest.param(AT - HOUR, AT - HOUR, LinkState.REVOKED, id="revoked and expired"),
    ],
)
def test_when_a_link_is_over(expires: datetime | None, revoked: datetime | None, state: LinkState) -> None:
    assert state_of(LinkTimes(expires, revoked), AT) == state


@given(st.binary(min_size=8, max_size=32))
def test_every_code_is_read_back_however_it_is_typed(random: bytes) -> None:
    code = code_from(random)
    assert code_typed(code) == code
    assert code_typed(code.lower().replace("-", " ")) == code
    assert code_typed(code.removeprefix("GS-").replace("0", "o").replace("1", "l")) == code


@pytest.mark.parametrize("typed", ["", "GS-", "GS-1234", "GS-1234-5678-9ABCD", "GS-123U-5678-9ABC", "mã số"])
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert code_typed(typed) == ""


def test_a_code_uses_sixty_bits_and_refuses_fewer() -> None:
    assert (CODE_BITS, len(set(ALPHABET))) == (60, 32)
    assert code_from(b"\xff" * 8) == "GS-ZZZZ-ZZZZ-ZZZZ"
    assert code_from(b"\x00" * 7 + b"\x10") == "GS-0000-0000-0001"
    with pytest.raises(ValueError, match="60 bits"):
        code_from(b"\xff" * 7)


def test_a_secret_of_one_purpose_has_another_digest_for_another() -> None:
    assert digest_of(Purpose.PROPOSAL, "a") != digest_of(Purpose.READING, "a")
    assert len(digest_of(Purpose.READING, "a")) == 64
