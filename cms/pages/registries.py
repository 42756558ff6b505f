"""Asides: what rooms above show on a public page without the page knowing them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

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


asides: Registry[AsidesOf] = Registry("asides")


def asides_of(page: Page) -> list[Aside]:
    return [aside for provider in asides for aside in provider(page)]
