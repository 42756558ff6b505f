"""Admin search: “may this user explore it” asked of the pages that match, instead of all pages gathered beforehand.

Stock Wagtail asks `pk IN (SELECT pk … below this or that page)`, four times for one screen, and SQLite makes the list of
all pages that may be explored each time. Here the same conditions stand beside the others.
"""

from django.db.models.lookups import In
from django.db.models.sql import Query
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page
from wagtail.query import PageQuerySet

_stock_annotations = SearchView.annotate_queryset


def annotated(view: SearchView, pages: PageQuerySet) -> PageQuerySet:
    """In place of `SearchView.annotate_queryset`, which stands where the view has said what may be found."""
    view.all_pages = asked_of_each(view, view.all_pages)
    return _stock_annotations(view, asked_of_each(view, pages))


def asked_of_each(view: SearchView, pages: PageQuerySet) -> PageQuerySet:
    """The same pages. Where the list is not found among the conditions, nothing is changed: slow, never open."""
    conditions = pages.query.where.children
    others = [one for one in conditions if not _is_list_of_pages(one)]
    if len(others) == len(conditions):
        return pages
    loose = pages.all()
    loose.query.where.children = others
    # Two querysets joined keep the order of the second.
    return loose & view.permission_policy.explorable_instances(view.request.user).order_by()


def _is_list_of_pages(condition: object) -> bool:
    return isinstance(condition, In) and isinstance(condition.rhs, Query) and condition.rhs.model is Page


def mend() -> None:
    SearchView.annotate_queryset = annotated
