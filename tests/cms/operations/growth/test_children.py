"""Explorer and chooser show some children of a page without gathering all; what they show is what Wagtail shows."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.admin.views.chooser import BrowseView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import GroupPagePermission, Page

from cms.operations.growth import children
from cms.people.enums import Role
from cms.people.models import User
from stories.pages.models import StoryIndexPage, StoryPage
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def view_of(user: User, parent: Page, query: str = "") -> ExplorableIndexView:
    request = RequestFactory().get(f"/admin/pages/{parent.pk}/{query}")
    request.user = user
    view = ExplorableIndexView()
    view.setup(request, parent_page_id=parent.pk)
    view.parent_page = parent
    return view


@pytest.fixture
def index(newsroom: Newsroom) -> Page:
    library.stories(4, newsroom.column)
    return Page.objects.get(pk=StoryIndexPage.objects.get().pk)


@pytest.mark.parametrize("role", [Role.MANAGING_EDITOR, Role.JOURNALIST, Role.CLERK, Role.RADIO_EDITOR])
@pytest.mark.parametrize("many", [1, 500])
@pytest.mark.parametrize("ordering", ["-latest_revision_created_at", "title", "ord"])
def test_the_explorer_shows_what_stock_wagtail_shows(
    newsroom: Newsroom, index: Page, monkeypatch: pytest.MonkeyPatch, role: Role, many: int, ordering: str
) -> None:
    monkeypatch.setattr(children, "MANY", many)
    root = Page.objects.get(depth=2)
    for parent in (index, root):
        view = view_of(newsroom.people[role], parent, f"?ordering={ordering}")
        stock = children._stock_pages(view).values_list("pk", flat=True)
        assert set(view.get_base_queryset().values_list("pk", flat=True)) == set(stock)


def test_nobody_explores_below_what_was_not_given(newsroom: Newsroom, index: Page) -> None:
    editor = newsroom.people[Role.MANAGING_EDITOR]
    assert children.explores_all_below(editor, index)
    assert not children.explores_all_below(editor, Page.objects.get(depth=2))
    GroupPagePermission.objects.all().delete()
    assert not children.explores_all_below(User.objects.get(pk=editor.pk), index)


def test_many_children_are_read_in_the_order_of_their_index(
    newsroom: Newsroom, index: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "MANY", 1)
    view = view_of(newsroom.people[Role.MANAGING_EDITOR], index)
    plan = view.order_queryset(view.get_base_queryset()).values("pk")[:2].explain()
    assert connection.vendor == "postgresql" or "growth_page_edited" in plan


def test_stock_wagtail_still_asks_of_each_child(newsroom: Newsroom, index: Page) -> None:
    """When this fails, `cms.operations.growth.children.explored` is no longer needed."""
    view = view_of(newsroom.people[Role.MANAGING_EDITOR], index)
    assert " IN (SELECT " in str(children._stock_pages(view).query)
    assert " IN (SELECT " not in str(view.get_base_queryset().query)


def test_the_chooser_asks_one_question_about_the_children(
    newsroom: Newsroom, index: Page, client: Client
) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/admin/choose-page/{index.pk}/?page_type=stories.storypage").json()["html"]
    lists = [one["sql"] for one in asked if '"numchild" > 0' in one["sql"]]
    assert lists
    assert all(sql.count("BETWEEN") == 1 for sql in lists)
    assert all(story.draft_title in page for story in StoryPage.objects.all())


def test_the_stock_chooser_still_asks_two(newsroom: Newsroom, index: Page) -> None:
    """When this fails, `cms.operations.growth.children.choosable` is no longer needed."""
    view = BrowseView()
    view.request, view.desired_classes = RequestFactory().get("/"), (StoryPage,)
    pages = index.get_children()
    two, one = children._stock_choosable(view, pages), view.filter_object_list(pages)
    assert (str(two.query).count("BETWEEN"), str(one.query).count("BETWEEN")) == (2, 1)
    assert set(two) == set(one)
