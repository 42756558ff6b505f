"""Search that does not slow down as the house grows: of all that matches, only the newest are found and ranked.

Stock backends rank every match. A word that stands in each story is then ranked a hundred thousand times; on SQLite even
once more for each row, in a subquery that asks MATCH again. Here the index hands out its newest matches, those with
the words in their title first, and stops. Nobody reads page 50 of what was found; who must, adds a word.
"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from modelsearch.backends.base import FilterFieldError

MOST = 1000
# Of those without the words in their title, so many are put in the engine's order; older ones follow by age.
RANKED = 300


class KeepsTitleNorms:
    """For an index: no factor of the title's length is written, because the ranking here does not use one.

    Stock indexes average the titles of the whole table and look through it for rows without a factor, at each save.
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        pass


def _stored(key: Any) -> Any:
    """The type in which a key of the model is compared; that of a child model is its parent's."""
    return _stored(key.target_field) if key.is_relation else type(key)()


class BestOfNewest:
    """For a compiler: `best` are the keys of what was found, the nearest first and at most `MOST`."""

    queryset: QuerySet[Any]
    query: Any
    fields: Any
    order_by_relevance: bool
    _best: list[Any] | None = None

    def is_bounded(self, score_field: str | None) -> bool:
        """Searches that ask for a score, for other columns or for an order of their own are left to the stock way."""
        return self.order_by_relevance and score_field is None and self.fields is None and self.is_plain()

    def is_plain(self) -> bool:
        """Whether the query only says which words must be there. Given by the engine."""
        raise NotImplementedError

    def find_best(self, config: Any) -> list[Any]:
        """Keys as the index writes them. Given by the engine."""
        raise NotImplementedError

    def best(self, config: Any) -> list[Any]:
        """Found once for a search, which is counted, cut into pages and sorted by kinds."""
        if self._best is None:
            key = self.queryset.model._meta.pk
            self._best = [key.to_python(found) for found in self.find_best(config)]
        return self._best

    def wanted(self, object_id: str) -> Exists:
        """The entry's object is among those that the caller may find: a filter inside the search, so that a thousand
        others cannot crowd it out. `object_id` is where the outer query has the object's key."""
        key = self.queryset.model._meta.pk
        same = self.queryset.order_by().filter(pk=Cast(OuterRef(object_id), _stored(key)))
        return Exists(same.values("pk"))


class BoundedResults:
    """For results: pages, counts and kinds of what `BestOfNewest` found."""

    query_compiler: Any
    backend: Any
    start: int
    stop: int | None
    _score_field: str | None

    def _do_search(self) -> list[Any]:
        if not self.query_compiler.is_bounded(self._score_field):
            return super()._do_search()  # type: ignore[misc]
        keys = self._best()[self.start : self.stop]
        found = {row.pk: row for row in self.query_compiler.queryset.filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]

    def _do_count(self) -> int:
        if not self.query_compiler.is_bounded(self._score_field):
            return super()._do_count()  # type: ignore[misc]
        return len(self._best()[self.start : self.stop])

    def facet(self, field_name: str) -> dict[Any, int]:
        if not self.query_compiler.is_bounded(self._score_field):
            return super().facet(field_name)  # type: ignore[misc]
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(f"{field_name} is no filter field of the model", field_name=field_name)
        rows = self.query_compiler.queryset.order_by().filter(pk__in=self._best())
        counted = rows.values(field_name).annotate(count=Count("pk")).order_by("-count")
        return {row[field_name]: row["count"] for row in counted}

    def _best(self) -> list[Any]:
        best: list[Any] = self.query_compiler.best(self.query_compiler.get_config(self.backend))
        return best
