"""Bounds of a story's parts (domain.md, “A profile piece”) and the reach of a takedown, on plain data."""

from collections.abc import Collection
from dataclasses import dataclass

from cms.core.text import count_words
from stories.pages.enums import Standing, TakedownReason


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least and most chữ (tiếng, separated by spaces)."""

    least: int
    most: int

    def complaint(self, text: str) -> str:
        """What is wrong in words, "" when the text fits."""
        count = count_words(text)
        if self.least <= count <= self.most:
            return ""
        return f"{count} chữ, cần từ {self.least} đến {self.most} chữ"


HEADLINE = Bounds(8, 14)
STANDFIRST = Bounds(25, 50)

HOLD, CONSENT, TAKEN_DOWN = "exemplars.hold", "dossiers.no_consent", "stories.taken_down"
RECALLING = frozenset({HOLD, CONSENT, TAKEN_DOWN})

# What stands at the address. Never who, and never which hold: a suspicion made public is a punishment.
SENTENCES = {
    TakedownReason.HOLD: "Bài này đã được gỡ.",
    TakedownReason.CONSENT: "Bài này đã được gỡ.",
    TakedownReason.PHOTO: "Bài này đã được gỡ.",
    TakedownReason.ORDER: "Bài này đã được gỡ theo yêu cầu của cơ quan có thẩm quyền.",
    TakedownReason.MISTAKE: "Bài này đã được gỡ vì có thông tin chưa chính xác.",
    TakedownReason.SOURCE: "Bài này đã được gỡ.",
}
REACHES_EVERY_VERSION = (TakedownReason.ORDER, TakedownReason.MISTAKE)


def reason_of(codes: Collection[str]) -> TakedownReason | None:
    """Why a page whose checks failed with these codes must go; None when it may stay.

    Only what was found after the publication counts: a headline that is too long recalls nothing.
    """
    if HOLD in codes:
        return TakedownReason.HOLD
    if CONSENT in codes:
        return TakedownReason.CONSENT
    return TakedownReason.SOURCE if TAKEN_DOWN in codes else None


def standings_of(
    *, is_live: bool, is_taken_down: bool, is_on_the_road: bool, is_approved: bool, has_hour: bool
) -> list[Standing]:
    """Where a piece is. Approved means: it passed every step but the release."""
    found = []
    if is_taken_down:
        found.append(Standing.TAKEN_DOWN)
    elif is_live:
        found.append(Standing.PUBLISHED)
    if is_approved:
        found.append(Standing.SCHEDULED if has_hour else Standing.APPROVED)
    elif is_on_the_road:
        found.append(Standing.WAITING)
    return found or [Standing.DRAFT]
