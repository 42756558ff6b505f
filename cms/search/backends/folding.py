"""Text and queries folded alike, so that “thap muoi”, “Tháp Mười” and its decomposed form find each other."""

import re
from typing import Any

from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery

from cms.core.text import fold


class FoldsText:
    """For an indexer: every value is folded before it reaches the index.

    Stock indexers take the text out of every field again for each column of the index, three times on SQLite and five
    on PostgreSQL; here it is done once.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._prepared: dict[tuple[int, int], list[Any]] = {}

    def prepare_value(self, value: Any) -> str:
        text: str = super().prepare_value(value)  # type: ignore[misc]
        # Parts of lists and dictionaries come through here one by one.
        return text if isinstance(value, list | dict) else fold(text)

    def prepare_field(self, obj: Any, field: Any) -> list[Any]:
        key = id(obj), id(field)
        if key not in self._prepared:
            self._prepared[key] = list(super().prepare_field(obj, field))  # type: ignore[misc]
        return self._prepared[key]


class FoldsQueries:
    """For a backend: every query is folded before it is asked; what is exact is ranked by the reader's page."""

    def search(self, query: str | SearchQuery, *args: Any, **kwargs: Any) -> Any:
        return super().search(folded(query), *args, **kwargs)  # type: ignore[misc]

    def autocomplete(self, query: str | SearchQuery, *args: Any, **kwargs: Any) -> Any:
        return super().autocomplete(folded(query), *args, **kwargs)  # type: ignore[misc]


def folded(query: str | SearchQuery) -> str | SearchQuery:
    """The same query with its words folded; combinations are followed to their words."""
    match query:
        case str():
            return _words(query)
        case PlainText():
            return PlainText(_words(query.query_string), operator=query.operator, boost=query.boost)
        case Phrase() | Fuzzy():
            return type(query)(_words(query.query_string))
        case And() | Or():
            return type(query)([folded(part) for part in query.subqueries])
        case Not():
            return Not(folded(query.subquery))
        case Boost():
            return Boost(folded(query.subquery), query.boost)
        case _:
            return query


def _words(text: str) -> str:
    """Folded and without signs, which FTS5 would read as its own language."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
