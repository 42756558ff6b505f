"""The children of a page in the explorer and in the chooser: some of them, by an index, instead of all to sort them.

Stock Wagtail asks of each child whether the user may explore it, also where they may explore everything below; and the
chooser joins “of this kind” and “has pages below it” as two questions about all children. SQLite, which guesses that
every range of paths is short, then gathers the children of the page, all of them, to show fifty.
"""

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Left
from wagtail import hooks
from wagtail.admin.views.chooser import BrowseView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from cms.people.models import User

# From so many children on it is quicker to walk along all pages, the last edited first, until a screen is full.
MANY = 500
EDITED = ("latest_revision_created_at", "-latest_revision_created_at")
EXPLORES = ("add", "change", "publish", "bulk_delete", "lock", "unlock")

_stock_pages = ExplorableIndexView.get_base_queryset
_stock_choosable = BrowseView.filter_object_list


def explored(view: ExplorableIndexView) -> PageQuerySet:
    """In place of `ExplorableIndexView.get_base_queryset`."""
    if view.is_searching or view.is_filtering or not explores_all_below(view.request.user, view.parent_page):
        return _stock_pages(view)
    return view.annotate_queryset(_children(view.parent_page, view.ordering))


def explores_all_below(user: User, page: Page) -> bool:
    if user.is_superuser:
        return True
    policy = PagePermissionPolicy()
    codenames = {f"{verb}_page" for verb in EXPLORES}
    return any(
        page.path.startswith(one.page.path) and one.permission.codename in codenames
        for one in policy.get_cached_permissions_for_user(user)
    )


def _children(parent: Page, ordering: str | None) -> PageQuerySet:
    if connection.vendor != "sqlite" or parent.numchild < MANY or ordering not in EDITED:
        return Page.objects.child_of(parent)
    # The beginning of a path is nothing that an index is made for, so the one of the order remains.
    beginning = Page.objects.alias(beginning=Left("path", len(parent.path)))
    return beginning.filter(depth=parent.depth + 1, beginning=parent.path)


def choosable(view: BrowseView, pages: PageQuerySet) -> PageQuerySet:
    """In place of `BrowseView.filter_object_list`: of the kinds that may be chosen, or on the way to them."""
    for hook in hooks.get_hooks("construct_page_chooser_queryset"):
        pages = hook(pages, view.request)
    if view.desired_classes == (Page,):
        return pages
    return pages.filter(pages.type_q(*view.desired_classes) | Q(numchild__gt=0))


def mend() -> None:
    ExplorableIndexView.get_base_queryset = explored
    BrowseView.filter_object_list = choosable
