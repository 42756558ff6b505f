"""What rooms above tell the pages: how a page is shown, and the asides that stand beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.http import HttpRequest
from wagtail.models import Page

from cms.core.registries import Registry


@dataclass(frozen=True, slots=True)
class Aside:
    """A template and its context; `tags` name what it shows, for exact invalidation (`column:3`)."""

    template: str
    context: dict[str, Any]
    tags: frozenset[str] = field(default_factory=frozenset)


class AsidesOf(Protocol):
    def __call__(self, page: Page) -> Iterable[Aside]: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page looks like at an address; an empty template is the page's own."""

    context: dict[str, Any]
    template: str = ""


class Face(Protocol):
    """Shows a page at its address or below it (`rest`: what follows, cut at slashes). Raises Http404 for no such."""

    def __call__(self, page: Any, request: HttpRequest, rest: Sequence[str]) -> Shown: ...


class GoneFrom(Protocol):
    def __call__(self, path: str) -> str:
        """A plain sentence for readers where something stood at this address and was taken away; else ""."""
        ...


asides: Registry[AsidesOf] = Registry("aside")
# By the model's label, "stories.StoryPage". Models stand below queries, so they cannot ask for lists themselves.
faces: Registry[Face] = Registry("face")
# Asked only where nothing was found, so that no page that is there pays for it.
gone: Registry[GoneFrom] = Registry("gone")


def asides_of(page: Page) -> list[Aside]:
    return [aside for provider in asides for aside in provider(page)]


def sentence_at(path: str) -> str:
    return next((sentence for gone_from in gone if (sentence := gone_from(path))), "")
