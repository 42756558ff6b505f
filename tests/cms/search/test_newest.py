"""Search finds the newest and ranks only them; what a caller may not find crowds nothing out; saves stay cheap."""

from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.backends.base import FilterFieldError
from modelsearch.query import PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from cms.media.models import Photo
from cms.search.backends import newest
from stories.pages.models import StoryPage
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def backend() -> Any:
    return get_search_backend()


def ours() -> Any:
    """The module of this database's backend here; one for another database cannot even be imported."""
    return import_module(type(backend()).__module__)


def theirs() -> Any:
    """And that of modelsearch."""
    return ours().sqlite if connection.vendor == "sqlite" else ours().postgres


def stock() -> Any:
    return theirs().SearchBackend({})


@pytest.fixture
def shelf(newsroom: Newsroom) -> list[StoryPage]:
    """Twelve stories “… giữ ruộng sen … lần 0–11”, the first written first, and one that has the words in its text."""
    stories = library.stories(12, newsroom.column)
    other = stories[-1]
    other.title, other.slug = "Bà Năm dạy trẻ con bơi lội ở xóm", "day-boi"
    other.body = [("paragraph", "<p>Ngoài ruộng sen, sen và sen, bà Năm dạy bơi.</p>")]
    other.save()
    return stories


def found(query: str, pages: Any = Page, **kwargs: Any) -> list[int]:
    return [page.pk for page in backend().search(query, pages, **kwargs)]


def test_titles_come_first_and_the_newest_among_them(shelf: list[StoryPage]) -> None:
    titled = [story.pk for story in shelf[:-1]]
    assert found("ruộng sen") == [*reversed(titled), shelf[-1].pk]


def test_the_rest_is_ranked_by_how_much_it_says(shelf: list[StoryPage]) -> None:
    """All but the last name the hamlet once, the third names it in every other word."""
    third = shelf[2]
    third.body = [("paragraph", "<p>Xóm này, xóm kia, xóm trên, xóm dưới.</p>")]
    third.save()
    assert found("ruộng") == found("ruong")
    assert found("xóm", Page.objects.exclude(pk=shelf[-1].pk))[0] == shelf[-2].pk
    for story in shelf[:-1]:
        StoryPage.objects.filter(pk=story.pk).update(title="Một bài")
        backend().add(StoryPage.objects.get(pk=story.pk))
    assert found("xóm", Page.objects.exclude(pk=shelf[-1].pk))[0] == third.pk


@pytest.mark.parametrize("most", [4, 5])
def test_what_may_not_be_found_crowds_nothing_out(
    shelf: list[StoryPage], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oldest three of twelve, with room for four or five."""
    for module in (newest, ours()):
        monkeypatch.setattr(module, "MOST", most)
    old = [story.pk for story in shelf[:3]]
    assert found("sen", Page.objects.filter(pk__in=old)) == [*reversed(old)]
    assert found("sen", StoryPage.objects.filter(pk__in=old)) == [*reversed(old)]
    assert len(found("sen")) == most
    library.photo("ruộng sen")
    library.stories(2, shelf[0].slots.get().column)
    assert found("sen", Photo) == [*Photo.objects.order_by("-pk").values_list("pk", flat=True)]


def test_pages_counts_and_kinds_agree(shelf: list[StoryPage]) -> None:
    results = backend().search("sen", Page.objects.all())
    assert results.count() == len(results) == 12
    assert [page.pk for page in results[3:6]] == found("sen")[3:6]
    assert results[10:20].count() == 2
    assert results[0].pk == found("sen")[0]
    assert list(results.facet("content_type_id").values()) == [12]
    assert [type(page) for page in backend().search("sen", Page.objects.specific())] == [StoryPage] * 12
    with pytest.raises(FilterFieldError):
        results.facet("draft_title")


def test_words_that_begin_so_are_completed(shelf: list[StoryPage]) -> None:
    keys = [page.pk for page in backend().autocomplete("ruộng s", Page)]
    assert keys == [story.pk for story in reversed(shelf[:-1])]


def test_other_orders_and_queries_go_the_stock_way(shelf: list[StoryPage]) -> None:
    by_age = Page.objects.order_by("first_published_at")
    assert found("sen", by_age, order_by_relevance=False) == [story.pk for story in reversed(shelf)]
    assert shelf[-1].pk in found(~PlainText("xoài"))
    scored = backend().search("sen", Page).annotate_score("score")
    assert len([page.score for page in scored]) == 12


def test_one_search_asks_the_index_once_for_count_page_and_kinds(shelf: list[StoryPage]) -> None:
    results = backend().search("sen", Page.objects.all())
    with CaptureQueriesContext(connection) as captured:
        results.count(), list(results[:5]), results.facet("content_type_id")
    matches = [row for row in captured if " MATCH " in row["sql"] or " @@ " in row["sql"]]
    assert len(matches) <= 3  # by title, by text, ranked


def test_a_save_reads_no_other_entry(shelf: list[StoryPage]) -> None:
    with CaptureQueriesContext(connection) as captured:
        backend().add(shelf[0])
    assert [row["sql"] for row in captured if "AVG(" in row["sql"]] == []
    assert set(IndexEntry.objects.values_list("title_norm", flat=True)) == {1.0}
    call_command("wagtail_update_index", verbosity=0, stdout=StringIO())
    assert len(found("sen")) == 12


def test_stock_indexes_still_average_every_title_at_each_save(shelf: list[StoryPage]) -> None:
    """When this fails, `KeepsTitleNorms` is no longer needed."""
    with CaptureQueriesContext(connection) as captured:
        stock().add(shelf[0])
    averages = [row["sql"] for row in captured if "AVG(" in row["sql"]]
    assert len(averages) == 1
    assert "object_id" not in averages[0]


def test_stock_search_still_ranks_every_match(shelf: list[StoryPage]) -> None:
    """When this fails, `BestOfNewest` may no longer be needed. On SQLite the rank even asks MATCH for each row again."""
    with CaptureQueriesContext(connection) as captured:
        list(stock().search("sen", Page.objects.all())[:5])
    asked = [row["sql"] for row in captured if " MATCH " in row["sql"] or " @@ " in row["sql"]]
    assert len(asked) == 1
    assert asked[0].count("LIMIT 5") == 1
    if connection.vendor == "sqlite":
        assert asked[0].count(" MATCH ") == 2
    else:
        assert "ts_rank" in asked[0].split("ORDER BY")[1]


def test_stock_indexers_still_take_the_text_out_again_for_each_column(shelf: list[StoryPage]) -> None:
    """When this fails, the memory of `FoldsText` is no longer needed."""
    folding = theirs().ObjectIndexer
    counts = []
    for indexer in (folding, folding.__mro__[2]):
        seen: list[object] = []

        class Counting(indexer):  # type: ignore[misc, valid-type]
            def prepare_value(self, value: Any, seen: list[object] = seen) -> str:
                seen.append(value)
                return str(super().prepare_value(value))

        entry = Counting(shelf[0], backend())
        _ = entry.title, entry.body, entry.autocomplete
        counts.append(len(seen))
    assert counts[1] >= 2 * counts[0]
