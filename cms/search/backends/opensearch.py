"""OpenSearch 3 with folded text, for houses whose database should not also search."""

from typing import Any

from django.db.models import Model
from modelsearch.backends import opensearch3
from modelsearch.index import AutocompleteField, BaseField, SearchField

from cms.core.text import fold
from cms.search.backends.folding import FoldsQueries


class FoldingMapping(opensearch3.OpenSearch3Mapping):
    """Folds what is searched; what is filtered by stays as it is in the database."""

    def _get_document_field_data(self, field: BaseField, obj: Model) -> tuple[str, Any, list[Any]]:
        name, value, edgengrams = super()._get_document_field_data(field, obj)
        if isinstance(field, SearchField | AutocompleteField):
            value, edgengrams = _folded(value), [_folded(part) for part in edgengrams]
        return name, value, edgengrams


def _folded(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


class QueryCompiler(opensearch3.OpenSearch3SearchQueryCompiler):
    # As both databases do: who types two words wants both.
    DEFAULT_OPERATOR = "and"


class AutocompleteCompiler(opensearch3.OpenSearch3AutocompleteQueryCompiler):
    DEFAULT_OPERATOR = "and"


class SearchBackend(FoldsQueries, opensearch3.OpenSearch3SearchBackend):
    mapping_class = FoldingMapping
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
