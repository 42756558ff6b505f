"""What a page shows, noted while it is made."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection

from cms.delivery.registries import frames, rows, unshown

# Held by every ready page; for what all of them show: the site itself, addresses, a new version of the house.
EVERYTHING = "everything"
_TABLES = re.compile(r'(?:FROM|JOIN)\s+"(\w+)"')


@dataclass
class Record:
    """`is_offered` when a public view said that its answer is the same for every reader."""

    tags: set[str] = field(default_factory=lambda: {EVERYTHING})
    is_offered: bool = False
    unknown: set[str] = field(default_factory=set)


_current: ContextVar[Record | None] = ContextVar("delivery_record", default=None)


@contextmanager
def recording() -> Iterator[Record]:
    """Note what is shown until the end of the block."""
    record = Record()
    token = _current.set(record)
    try:
        with connection.execute_wrapper(_note_tables):
            yield record
    finally:
        _current.reset(token)


def offer() -> None:
    """Say that the answer being made is the same for every reader: called by public views, outside previews."""
    if record := _current.get():
        record.is_offered = True


def shows(*tags: str) -> None:
    """Say that the page being made shows this list, so that a row that enters it drops the page."""
    if record := _current.get():
        record.tags.update(tags)


def note_row(sender: type[Any], instance: Any, **_: Any) -> None:
    """Receiver of `post_init` of watched models."""
    if record := _current.get():
        record.tags.update(rows[sender._meta.label](instance))


def table_tag(table: str) -> str:
    return f"table:{table}"


def _note_tables(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    record = _current.get()
    if record is not None:
        for table in _TABLES.findall(sql):
            kind = _kinds().get(table)
            if kind == "frame":
                record.tags.add(table_tag(table))
            elif kind is None:
                record.unknown.add(table)
    return execute(sql, params, many, context)


@cache
def _kinds() -> dict[str, str]:
    """By table name. Rooms speak while the apps start, so this does not change afterwards."""
    kinds = dict.fromkeys(unshown.names(), "unshown")
    for label in rows.names():
        kinds[apps.get_model(label)._meta.db_table] = "row"
    for label in frames.names():
        kinds[apps.get_model(label)._meta.db_table] = "frame"
    return kinds
