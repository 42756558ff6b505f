"""“Below this page” on SQLite: a range of paths, which the index of paths serves.

Treebeard and Wagtail ask `path__startswith`. SQLite's LIKE takes no account of case, so it does not use the index, and
each question about a subtree (is a child live, what may this editor explore) reads every page of the site.
"""

from typing import Any

from django.db.models.lookups import StartsWith
from wagtail.models import Collection, Page

# Behind every letter of a path, which are digits and capitals.
AFTER = "~"


class PathStartsWith(StartsWith):
    """`startswith` for paths of a tree, whose letters are digits and capitals."""

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        if not isinstance(self.rhs, str):
            return super().as_sql(compiler, connection)
        lhs, params = compiler.compile(self.lhs)
        return f"({lhs} >= %s AND {lhs} < %s)", [*params, self.rhs, *params, self.rhs + AFTER]


def mend() -> None:
    for model in (Page, Collection):
        model._meta.get_field("path").register_lookup(PathStartsWith)
