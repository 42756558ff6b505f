"""Windows on lists of published pages, newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from cms.pages.rules import BadKey, Key

PAGE_SIZE = 12
OLDER, NEWER = "truoc", "sau"


@dataclass(frozen=True, slots=True)
class Window:
    """Some pages of a list; the addresses lead to the neighbours, "" where there are none."""

    pages: list[Any]
    newer_url: str
    older_url: str


def window(pages: QuerySet[Any], asked: Mapping[str, str]) -> Window:
    """The part of the list that the query string asks for. Raises Http404 for a key that cannot be read."""
    try:
        before = Key.parse(asked[OLDER]) if OLDER in asked else None
        after = Key.parse(asked[NEWER]) if NEWER in asked else None
    except BadKey as error:
        raise Http404("Không có trang này trong danh sách.") from error
    if after:
        return _newer_than(pages, after)
    found = list(_older_than(pages, before)[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    older = _address(OLDER, shown[-1]) if len(found) > PAGE_SIZE else ""
    newer = _address(NEWER, shown[0]) if before and shown else ""
    return Window(shown, newer, older)


def _older_than(pages: QuerySet[Any], key: Key | None) -> QuerySet[Any]:
    ordered = pages.order_by("-first_published_at", "-pk")
    if key is None:
        return ordered
    # The first condition alone would do; it is what lets the database start in the index at the right place.
    return ordered.filter(
        Q(first_published_at__lte=key.at) & (Q(first_published_at__lt=key.at) | Q(pk__lt=key.pk))
    )


def _newer_than(pages: QuerySet[Any], key: Key) -> Window:
    ordered = pages.order_by("first_published_at", "pk").filter(
        Q(first_published_at__gte=key.at) & (Q(first_published_at__gt=key.at) | Q(pk__gt=key.pk))
    )
    found = list(ordered[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE][::-1]
    newer = _address(NEWER, shown[0]) if len(found) > PAGE_SIZE else ""
    return Window(shown, newer, _address(OLDER, shown[-1]) if shown else "")


def _address(direction: str, page: Any) -> str:
    return f"?{direction}={Key(page.first_published_at, page.pk)}"
