from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend as SearchBackend

__all__ = ["SearchBackend"]
