"""Indexes on Wagtail's tables stand after every `migrate`, and Wagtail has not brought its own yet."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F, QuerySet
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.search.models import IndexEntry

from bench.plans import plan_of
from broadcasts.programmes.queries import aired
from cms.workflow.queries import on_the_road
from columns.slots.queries import without_place
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
OURS = {
    "sqlite": {
        "growth_page_edited",
        "growth_page_kind",
        "growth_page_drafts",
        "growth_road_waits",
        "growth_step_waits",
    },
}
OURS["postgresql"] = OURS["sqlite"] - {"growth_road_waits"} | {"growth_title_body"}


def names() -> set[str]:
    with connection.cursor() as cursor:
        constraints = [
            name
            for model in (Page, WorkflowState, TaskState, IndexEntry)
            for name, about in connection.introspection.get_constraints(cursor, model._meta.db_table).items()
            if about["index"]
        ]
    return {name for name in constraints if name.startswith("growth_")}


def test_migrate_makes_them_and_makes_them_again_when_they_were_lost() -> None:
    assert names() == OURS[connection.vendor]
    with connection.cursor() as cursor:
        for name in names():
            cursor.execute(f"DROP INDEX {name}")
    assert names() == set()
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0)
    assert names() == OURS[connection.vendor]


@pytest.mark.parametrize(
    "order",
    [
        F("latest_revision_created_at").desc(nulls_last=True),
        F("latest_revision_created_at").asc(nulls_first=True),
    ],
    ids=["newest first", "oldest first"],
)
def test_the_last_edited_pages_are_read_in_order(newsroom: Newsroom, order: object) -> None:
    """As the admin's lists ask for them."""
    library.stories(3, newsroom.column)
    sql, params = Page.objects.order_by(order).values("pk")[:2].query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = "\n".join(plan_of(sql, params))
    assert "growth_page_edited" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_stock_wagtail_still_has_no_such_indexes() -> None:
    """When this fails, a line of `cms.operations.growth.indexes` is no longer needed."""
    indexed = {name for index in Page._meta.indexes for name in index.fields}
    assert "latest_revision_created_at" not in indexed
    assert not Page._meta.get_field("latest_revision_created_at").db_index
    statuses = {
        name for model in (WorkflowState, TaskState) for index in model._meta.indexes for name in index.fields
    }
    assert "status" not in statuses
    assert [index.name for index in IndexEntry._meta.indexes if index.expressions] == []


def test_pages_of_one_kind_are_read_in_order(newsroom: Newsroom) -> None:
    """A few episodes among many stories."""
    episodes = aired().values("pk")[:3]
    sql, params = episodes.query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    assert "growth_page_kind" in "\n".join(plan_of(sql, params))


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        pytest.param(lambda: without_place()[:3], "growth_page_drafts", id="drafts"),
        pytest.param(lambda: on_the_road(), "growth_road_waits", id="road"),
        pytest.param(
            lambda: TaskState.objects.filter(status="in_progress", task__in=[1, 2]),
            "growth_step_waits",
            id="steps",
        ),
    ],
)
def test_the_few_that_wait_are_not_looked_for_among_all(
    newsroom: Newsroom, asked: Callable[[], QuerySet[Any]], index: str
) -> None:
    sql, params = asked().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    plan = "\n".join(plan_of(sql, params))
    assert index in plan or (connection.vendor, index) == ("postgresql", "growth_road_waits")
    assert "Seq Scan" not in plan
