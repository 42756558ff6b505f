"""PostgreSQL's full text search with folded text and without stemming, which finds the newest and ranks only them.

Vietnamese has no endings to cut.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db import connections, transaction
from django.db.models import F, QuerySet
from modelsearch.backends.database.postgres import postgres
from modelsearch.query import And, Or, Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from cms.search.backends.folding import FoldsQueries, FoldsText
from cms.search.backends.newest import MOST, RANKED, BestOfNewest, BoundedResults, KeepsTitleNorms

Entries = postgres.IndexEntry
Found = dict[int, str]


class FoldingIndexer(FoldsText, postgres.ObjectIndexer):
    pass


# The index names its indexer as a global of its module and offers no other way to replace it (modelsearch 1.3).
postgres.ObjectIndexer = FoldingIndexer


class Index(KeepsTitleNorms, postgres.PostgresIndex):
    pass


class Compiler(BestOfNewest, postgres.PostgresSearchQueryCompiler):
    columns: tuple[str, ...] = ("title", "body")

    def is_plain(self) -> bool:
        return isinstance(self.query, PlainText | Phrase | And | Or)

    def find_best(self, config: Any) -> list[str]:
        """Those with the words in their title, newest first, then the others of the newest by their rank."""
        query = self.build_tsquery(self.query, config=config)
        if query is None:
            return []
        titled = self._newest(self.columns[:1], query)
        if len(titled) >= MOST or len(self.columns) == 1:
            return list(titled.values())
        found = self._newest(self.columns, query)
        others = [row for row in found if row not in titled]
        order = [*self._ranked(others[:RANKED], query), *others[RANKED:]]
        return [*titled.values(), *(found[row] for row in order)][:MOST]

    def _newest(self, columns: tuple[str, ...], query: Any) -> Found:
        """Row of the index → key of the object.

        What the caller may not find is sifted out of the newest, which is cheap. Only where that was the greater part
        (photos among stories), all matches are sifted.
        """
        matching = self._matching(columns, query)
        with by_the_text_index(matching.db):
            newest = list(matching.values_list("pk", "object_id", "content_type_id")[:MOST])
        found = self._sifted(newest)
        return self._all_sifted(matching) if len(newest) == MOST and len(found) <= MOST // 2 else found

    def _sifted(self, newest: list[tuple[int, str, int]]) -> Found:
        kinds = set(get_descendants_content_types_pks(self.queryset.model))
        found = {row: key for row, key, kind in newest if kind in kinds}
        mine = self.queryset.order_by().filter(pk__in=list(found.values())).values_list("pk", flat=True)
        allowed = {str(key) for key in mine}
        return {row: key for row, key in found.items() if key in allowed}

    def _all_sifted(self, matching: QuerySet[Any]) -> Found:
        kinds = get_descendants_content_types_pks(self.queryset.model)
        mine = matching.filter(self.wanted("object_id"), content_type__in=kinds)
        return dict(mine.values_list("pk", "object_id")[:MOST])

    def _matching(self, columns: tuple[str, ...], query: Any) -> QuerySet[Any]:
        vector: Any = F(columns[0])
        for column in columns[1:]:
            vector = vector._combine(F(column), "||", False)
        return Entries.objects.alias(vector=vector).filter(vector=query).order_by("-pk")

    def _ranked(self, rows: list[int], query: Any) -> list[int]:
        rank = SearchRank(F("body"), query)
        return list(
            Entries.objects.filter(pk__in=rows).order_by(rank.desc(), "-pk").values_list("pk", flat=True)
        )


class AutocompleteCompiler(Compiler, postgres.PostgresAutocompleteQueryCompiler):
    columns = ("autocomplete",)


class Results(BoundedResults, postgres.PostgresSearchResults):
    pass


class SearchBackend(FoldsQueries, postgres.PostgresSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    results_class = Results

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": "simple", **params})


@contextmanager
def by_the_text_index(alias: str) -> Iterator[None]:
    """Let matches be found in the text index only.

    The planner takes a look into a tsvector for cheap and would rather walk along the rows; but a story's is stored
    out of line and must be fetched and unpacked (20,000 stories: 4–10 ms by the index, 25–980 ms otherwise).
    """
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = DEFAULT; SET LOCAL enable_indexscan = DEFAULT")
