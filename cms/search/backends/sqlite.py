"""SQLite's FTS5 with folded text."""

from modelsearch.backends.database.sqlite import sqlite

from cms.search.backends.folding import FoldsQueries, FoldsText


class FoldingIndexer(FoldsText, sqlite.ObjectIndexer):
    pass


# The index names its indexer as a global of its module and offers no other way to replace it (modelsearch 1.3).
sqlite.ObjectIndexer = FoldingIndexer


class SearchBackend(FoldsQueries, sqlite.SQLiteSearchBackend):
    pass
