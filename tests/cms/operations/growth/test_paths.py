"""“Below this page” is a walk in the index of paths on both databases; stock Wagtail reads all pages on SQLite."""

import pytest
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.lookups import StartsWith
from wagtail.models import Collection, Page

from bench.plans import plan_of
from stories.pages.models import StoryIndexPage, StoryPage
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def plan(pages: QuerySet[Page]) -> str:
    sql, params = pages.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A dozen pages are read faster than an index; asked is whether one could serve.
            cursor.execute("SET LOCAL enable_seqscan = off")
    return "\n".join(plan_of(sql, params))


def test_pages_below_are_found_in_the_index(newsroom: Newsroom) -> None:
    index = StoryIndexPage.objects.get()
    for below in (Page.objects.descendant_of(index), Page.objects.filter(path__startswith=index.path)):
        assert "path" in plan(below)
        assert "SCAN" not in plan(below)
        assert "Seq Scan" not in plan(below)


def test_stock_wagtail_still_reads_every_page_on_sqlite(newsroom: Newsroom) -> None:
    """When this fails, `cms.operations.growth.paths` is no longer needed."""
    stock = Page.objects.filter(StartsWith(F("path"), StoryIndexPage.objects.get().path))
    assert ("SCAN" in plan(stock)) == (connection.vendor == "sqlite")


def test_the_same_pages_are_below(newsroom: Newsroom) -> None:
    library.stories(3, newsroom.column)
    for page in [*Page.objects.all(), Page(path="0001ZZZZ", depth=2), Page(path="zzzz", depth=1)]:
        below = {other.pk for other in Page.objects.all() if other.path.startswith(page.path)}
        assert set(Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True)) == below
    index = StoryIndexPage.objects.get()
    assert StoryPage.objects.filter(path__startswith=index.path).count() == 3
    assert StoryPage.objects.exclude(path__startswith=index.path).count() == 0
    assert Page.objects.filter(~Q(path__startswith=index.path), path__startswith="0001").count() > 3
    assert Page.objects.filter(path__startswith=F("path")).count() == Page.objects.count()
    assert Collection.objects.filter(path__startswith="0001").count() == 1
