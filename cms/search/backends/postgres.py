"""PostgreSQL's full text search with folded text and without stemming: Vietnamese has no endings to cut."""

from typing import Any

from modelsearch.backends.database.postgres import postgres

from cms.search.backends.folding import FoldsQueries, FoldsText


class FoldingIndexer(FoldsText, postgres.ObjectIndexer):
    pass


# The index names its indexer as a global of its module and offers no other way to replace it (modelsearch 1.3).
postgres.ObjectIndexer = FoldingIndexer


class SearchBackend(FoldsQueries, postgres.PostgresSearchBackend):
    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": "simple", **params})
