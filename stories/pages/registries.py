"""What later rooms tell the recall: which versions of a story they show, and how these are taken away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from cms.core.registries import Registry
from cms.people.models import User
from stories.pages.enums import TakedownReason

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from stories.pages.models import StoryPage


@dataclass(frozen=True, slots=True)
class Copy:
    """One version of a story where somebody can have it.

    `page_id` is the page whose checks decide about it; `channels` (values of Medium) where this version is seen or heard.
    """

    kind: str
    page_id: int
    label: str
    url: str
    channels: frozenset[str]


class Recall(Protocol):
    def copies_of(self, stories: "QuerySet[StoryPage]") -> Iterable[Copy]:
        """Every version of these stories that is public now; as many queries for a hundred as for one."""
        ...

    def withdraw(
        self, copy: Copy, *, reason: TakedownReason, grounds: str, by: User | None, at: datetime
    ) -> None:
        """Make that version unreachable. Once more changes nothing, for a killed process is followed by the next."""
        ...

    def unacknowledged(self, page_id: int, at: datetime) -> Iterable[Copy]:
        """What of that page is out of the house's hands: printed, broadcast, pulled."""
        ...


recalls: Registry[Recall] = Registry("recall")
