from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchBackend as SearchBackend

__all__ = ["SearchBackend"]
