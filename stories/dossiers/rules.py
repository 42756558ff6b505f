"""Who must have agreed to what, on plain data (law 91/2025, decree 356/2025: in force 1/1/2026); which words were read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from stories.dossiers.enums import ConsentItem, Signer

SIGNS_BESIDE_GUARDIAN_FROM = 7
SIGNS_ALONE_FROM = 18


@dataclass(frozen=True, slots=True)
class Agreement:
    """One consent as it stands: `grants` are pairs of channel and item."""

    signer: Signer
    given_on: date
    expires_on: date | None
    withdrawn_on: date | None
    grants: frozenset[tuple[str, str]]

    def is_in_force(self, day: date) -> bool:
        """From the day it was given through its last day; a withdrawal counts from its own day."""
        ended = self.withdrawn_on is not None and self.withdrawn_on <= day
        expired = self.expires_on is not None and self.expires_on < day
        return self.given_on <= day and not ended and not expired


@dataclass(frozen=True, slots=True)
class Missing:
    """What nobody who must agree has agreed to."""

    channel: str
    item: ConsentItem
    signer: Signer


def age_on(day: date, birth_date: date | None, birth_year: int | None) -> int | None:
    """Full years; by the year alone the younger of the two possible ages, None when nothing is known."""
    if birth_date is not None:
        return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
    return day.year - birth_year - 1 if birth_year else None


def signers_needed(age: int | None) -> frozenset[Signer]:
    """Under 7 the representative; from 7 to 17 both; from 18, or of unknown age, the person."""
    if age is None or age >= SIGNS_ALONE_FROM:
        return frozenset({Signer.SELF})
    if age >= SIGNS_BESIDE_GUARDIAN_FROM:
        return frozenset({Signer.SELF, Signer.LEGAL_REPRESENTATIVE})
    return frozenset({Signer.LEGAL_REPRESENTATIVE})


def missing_consents(
    needed: Iterable[tuple[str, ConsentItem]], agreements: Iterable[Agreement], age: int | None, day: date
) -> list[Missing]:
    """Every pair of channel and item that a needed signer has not agreed to on that day, in a stable order."""
    in_force = [agreement for agreement in agreements if agreement.is_in_force(day)]
    granted = {(agreement.signer, *grant) for agreement in in_force for grant in agreement.grants}
    return [
        Missing(channel, item, signer)
        for channel, item in sorted(needed)
        for signer in sorted(signers_needed(age))
        if (signer, channel, item) not in granted
    ]


def fingerprint(text: str, verdict: str) -> str:
    """Tells whether a claim is still what somebody read: sixteen hexadecimal digits."""
    return sha256(f"{verdict} {text}".encode()).hexdigest()[:16]
