"""A story: what a reader reads of an exemplar, the ground it stands on, and the road back (S1, E8)."""

from stories.pages.models.sections import LocalityIndexPage, SectorIndexPage
from stories.pages.models.stories import SAMPLE, Byline, DerivedVersion, StoryIndexPage, StoryPage, Subject
from stories.pages.models.takedowns import Takedown, TakedownQuerySet

__all__ = [
    "SAMPLE",
    "Byline",
    "DerivedVersion",
    "LocalityIndexPage",
    "SectorIndexPage",
    "StoryIndexPage",
    "StoryPage",
    "Subject",
    "Takedown",
    "TakedownQuerySet",
]
