"""SQLite's FTS5 with folded text, which finds the newest and ranks only them."""

from typing import Any

from django.db.models import FloatField, Func
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.query import And, Or, Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from cms.search.backends.folding import FoldsQueries, FoldsText
from cms.search.backends.newest import MOST, RANKED, BestOfNewest, BoundedResults, KeepsTitleNorms

Entries = sqlite.SQLiteFTSIndexEntry


class FoldingIndexer(FoldsText, sqlite.ObjectIndexer):
    pass


# The index names its indexer as a global of its module and offers no other way to replace it (modelsearch 1.3).
sqlite.ObjectIndexer = FoldingIndexer


class Index(KeepsTitleNorms, sqlite.SQLiteIndex):
    pass


class Rank(Func):
    """FTS5's bm25 of the row."""

    template = f"bm25({Entries._meta.db_table})"
    output_field = FloatField()


class Compiler(BestOfNewest, sqlite.SQLiteSearchQueryCompiler):
    def is_plain(self) -> bool:
        return isinstance(self.query, PlainText | Phrase | And | Or) and isinstance(
            normalize(self.query), PlainText | Phrase | And | Or
        )

    def find_best(self, config: Any) -> list[str]:
        """Those with the words in their title, newest first, then the others of the newest by bm25."""
        titled = self._newest(["title"], config) if "title" in self.FTS_TABLE_FIELDS else {}
        if len(titled) >= MOST:
            return list(titled.values())
        found = self._newest(self.FTS_TABLE_FIELDS, config)
        others = [row for row in found if row not in titled]
        order = [*self._ranked(others[:RANKED], config), *others[RANKED:]]
        return [*titled.values(), *(found[row] for row in order)][:MOST]

    def _newest(self, columns: list[str], config: Any) -> dict[int, str]:
        """Row of the index → key of the object."""
        rows = (
            self._matching(columns, config)
            .filter(index_entry__content_type__in=get_descendants_content_types_pks(self.queryset.model))
            .filter(self.wanted("index_entry__object_id"))
            .order_by("-pk")
        )
        return dict(rows.values_list("pk", "index_entry__object_id")[:MOST])

    def _ranked(self, rows: list[int], config: Any) -> list[int]:
        """By bm25. FTS5 cannot be given rows one by one, so it ranks the span that they take up, others between."""
        if not rows or self.FTS_TABLE_FIELDS == ["autocomplete"]:
            return rows
        wanted = set(rows)
        span = self._matching(self.FTS_TABLE_FIELDS, config).filter(pk__gte=min(rows), pk__lte=max(rows))
        return [row for row in span.order_by(Rank(), "-pk").values_list("pk", flat=True) if row in wanted]

    def _matching(self, columns: list[str], config: Any) -> Any:
        query = self.build_search_query(normalize(self.query), config=config)
        return Entries.objects.filter(MatchExpression(columns, query))


class AutocompleteCompiler(Compiler, sqlite.SQLiteAutocompleteQueryCompiler):
    pass


class Results(BoundedResults, sqlite.SQLiteSearchResults):
    pass


class SearchBackend(FoldsQueries, sqlite.SQLiteSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    results_class = Results
