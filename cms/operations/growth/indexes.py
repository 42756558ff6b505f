"""Indexes on tables of Wagtail's that it sorts or looks through without one.

Made after every `migrate` and not in a migration: when a migration of Wagtail's alters such a table on SQLite, Django
copies the table and with it only the indexes that it knows of.
"""

from typing import Any

from django.db import connections

PAGE, ENTRY = "wagtailcore_page", "wagtailsearch_indexentry"
ROAD, STEP = "wagtailcore_workflowstate", "wagtailcore_taskstate"
TABLES = (PAGE, ROAD, STEP, ENTRY)
# Lists of pages in the admin, the last edited first; pages without a revision stand at the end, as Wagtail asks.
EDITED = f'CREATE INDEX growth_page_edited ON "{PAGE}" (latest_revision_created_at DESC'
# (No index by depth for the explorer: SQLite would then look for the few children of any page among all of its depth.)
# Pages of one kind, the newest first: a few episodes among many stories.
KIND = f'CREATE INDEX growth_page_kind ON "{PAGE}" (content_type_id, first_published_at DESC'
# What is not out, the last edited first: the pieces that a planner may place.
DRAFTS = f'CREATE INDEX growth_page_drafts ON "{PAGE}" (latest_revision_created_at DESC'
# Pieces on the road and steps in progress are few among all that ever were; everybody's home asks for them. Of the road
# Wagtail has an index of just these, which SQLite cannot use for a status that is bound as a parameter.
ROADS = f'CREATE INDEX growth_road_waits ON "{ROAD}" (status, base_content_type_id)'
STEPS = f'CREATE INDEX growth_step_waits ON "{STEP}" (status, task_id)'
# Search asks `title || body`, and without this reads and joins the text of every story.
TITLE_BODY = f'CREATE INDEX growth_title_body ON "{ENTRY}" USING gin ((title || body))'
WANTED = {
    "sqlite": {
        "growth_page_edited": f"{EDITED})",
        "growth_page_kind": f"{KIND})",
        "growth_page_drafts": f"{DRAFTS}) WHERE NOT live",
        "growth_road_waits": ROADS,
        "growth_step_waits": STEPS,
    },
    "postgresql": {
        "growth_page_edited": f"{EDITED} NULLS LAST)",
        "growth_page_kind": f"{KIND})",
        "growth_page_drafts": f"{DRAFTS}) WHERE NOT live",
        "growth_step_waits": STEPS,
        "growth_title_body": TITLE_BODY,
    },
}


def make_indexes(using: str, **kwargs: Any) -> None:
    """A receiver of `post_migrate`; does nothing where the indexes stand."""
    connection = connections[using]
    if not set(TABLES) <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        standing = {
            name for table in TABLES for name in connection.introspection.get_constraints(cursor, table)
        }
        for name, statement in WANTED.get(connection.vendor, {}).items():
            if name not in standing:
                cursor.execute(statement)
