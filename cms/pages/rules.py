"""What lists on public pages are made of, on plain data."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

MICROSECONDS = 1_000_000

# How many others a page names below its text.
RELATED = 3


def page_tag(pk: int) -> str:
    """What a ready page that shows this page is dropped by (`cms.delivery`)."""
    return f"page:{pk}"


class BadKey(ValueError):
    """The address names a place in a list that cannot be read."""


@dataclass(frozen=True, slots=True)
class Card:
    """One piece in a list; `photo` is a Photo or None."""

    url: str
    headline: str
    standfirst: str
    kicker: str
    place: str
    sector: str
    published_on: date | None
    photo: Any
    photo_alt: str
    byline: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a directory or a tag; `count` None is not shown."""

    name: str
    url: str
    note: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """One month of an archive; `day` is its first day."""

    day: date
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """The place of a piece in a list by time: keyset paging, so that page 500 costs what page 1 costs."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        # Integers only: floating point would lose the microseconds that tell two pieces apart.
        seconds = int(self.at.replace(microsecond=0).timestamp())
        return f"{seconds * MICROSECONDS + self.at.microsecond}-{self.pk}"

    @classmethod
    def parse(cls, text: str) -> "Key":
        """Raises BadKey for anything that `str` of a key did not write."""
        stamp, _, pk = text.partition("-")
        if not (stamp.isascii() and stamp.isdigit() and pk.isascii() and pk.isdigit()) or len(text) > 40:
            raise BadKey(text)
        try:
            moment = datetime.fromtimestamp(int(stamp) // MICROSECONDS, UTC)
            return cls(moment.replace(microsecond=int(stamp) % MICROSECONDS), int(pk))
        except (ValueError, OverflowError, OSError) as error:
            raise BadKey(text) from error
