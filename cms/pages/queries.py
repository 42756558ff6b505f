"""Windows on lists of published pages, newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from wagtail.models import Page, get_page_models
from wagtail.models.sites import SiteRootPath
from wagtail.query import PageQuerySet

from cms.pages.models import ReleasedPage
from cms.pages.rules import BadKey, Key

PAGE_SIZE = 12
FEW = 500
OLDER, NEWER = "truoc", "sau"


@dataclass(frozen=True, slots=True)
class Window:
    """Some pages of a list; the addresses lead to the neighbours, "" where there are none."""

    pages: list[Any]
    newer_url: str
    older_url: str


def page_at(path: str, roots: Sequence[SiteRootPath]) -> Page | None:
    """The published page at an address of the site, as what it is; None where several sites would have to be asked."""
    if len(roots) != 1:
        return None
    parts = [part for part in f"{roots[0].root_path}{path}".split("/") if part]
    # By the slug, which has an index; paths have none.
    page = Page.objects.live().filter(slug=parts[-1], url_path=f"/{'/'.join(parts)}/").first()
    return page and page.specific


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


def among(pages: QuerySet[Any], keys: QuerySet[Any], of_one: QuerySet[Any] | None = None) -> QuerySet[Any]:
    """Those of the pages, which are in order, that `keys` names (one column with keys of pages).

    Few are fetched by their keys. Of many, the newest dozen is found sooner by walking along the order and asking of
    each page whether it is among them; sorting ten thousand to show twelve would grow with the house. `of_one` are the
    same keys, written so that the database begins with the one page.
    """
    # In no order: that of their table would have all of them read and sorted.
    keys = keys.order_by()
    column = keys.query.values_select[0]
    few = list(keys.values_list(column, flat=True)[: FEW + 1])
    if len(few) <= FEW:
        return pages.filter(pk__in=few)
    asked = keys if of_one is None else of_one.order_by()
    return pages.filter(Exists(asked.filter(**{asked.query.values_select[0]: OuterRef("pk")})))


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


def released_pages() -> PageQuerySet:
    """Pages of the kinds that reach readers through a release, whatever house they live in."""
    kinds = [model for model in get_page_models() if issubclass(model, ReleasedPage)]
    return Page.objects.filter(content_type__in=ContentType.objects.get_for_models(*kinds).values())
