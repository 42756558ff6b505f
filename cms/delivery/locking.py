"""Marks in the stream of changes, and the lock under which a page is kept or dropped.

The race: a page is made of old rows, somebody commits new ones, and only then the page is put in its place. So a maker
takes a mark before the first query and looks for newer changes while nobody can commit one; whoever changes something
writes the change in the same transaction and drops pages after the commit.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

# Any number that no one else of this database uses.
_KEY = 0x6775_6F6E
_PATIENCE_MS = 200


class Busy(Exception):
    """Somebody is changing something right now; the page can be kept another time."""


def take_mark() -> str:
    """Where in the stream of changes we are, for `Change.objects.since`."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_current_snapshot()::text")
            return str(cursor.fetchone()[0])
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'delivery_change'")
        found = cursor.fetchone()
        return str(found[0] if found else 0)


def while_changing() -> None:
    """Held to the end of the transaction by all who change something; they do not hinder each other."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_KEY])


@contextmanager
def nobody_changes() -> Iterator[None]:
    """A transaction in which no change can be committed. Raises Busy rather than letting a reader wait."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_KEY])
            if not cursor.fetchone()[0]:
                raise Busy
            yield
        return
    with _short_patience(), transaction.atomic():
        yield


@contextmanager
def _short_patience() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        before = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    try:
        yield
    except OperationalError as error:
        if "locked" not in str(error):
            raise
        raise Busy from error
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {before}")
