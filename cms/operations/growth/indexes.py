"""Indexes on tables of Wagtail's that it sorts or looks through without one.

Made after every `migrate` and not in a migration: when a migration of Wagtail's alters such a table on SQLite, Django
copies the table and with it only the indexes that it knows of.
"""

from typing import Any

from django.db import connections

PAGE, ENTRY = "wagtailcore_page", "wagtailsearch_indexentry"
# Lists of pages in the admin, the last edited first; pages without a revision stand at the end, as Wagtail asks.
EDITED = f'CREATE INDEX growth_page_edited ON "{PAGE}" (latest_revision_created_at DESC'
# What lies directly below a page, in the same order: without it every page below is read and sorted.
BELOW = f'CREATE INDEX growth_page_below ON "{PAGE}" (depth, latest_revision_created_at DESC'
# Search asks `title || body`, and without this reads and joins the text of every story.
TITLE_BODY = f'CREATE INDEX growth_title_body ON "{ENTRY}" USING gin ((title || body))'
WANTED = {
    "sqlite": {"growth_page_edited": f"{EDITED})", "growth_page_below": f"{BELOW})"},
    "postgresql": {
        "growth_page_edited": f"{EDITED} NULLS LAST)",
        "growth_page_below": f"{BELOW} NULLS LAST)",
        "growth_title_body": TITLE_BODY,
    },
}


def make_indexes(using: str, **kwargs: Any) -> None:
    """A receiver of `post_migrate`; does nothing where the indexes stand."""
    connection = connections[using]
    if not {PAGE, ENTRY} <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        standing = {
            name
            for table in (PAGE, ENTRY)
            for name in connection.introspection.get_constraints(cursor, table)
        }
        for name, statement in WANTED.get(connection.vendor, {}).items():
            if name not in standing:
                cursor.execute(statement)
