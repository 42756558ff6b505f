"""Which statements of an act read a whole table of stories or of what hangs on them, by the database's own plan."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection

# A walk along an index that stops at a limit is no scan; FTS5 (a virtual table) is asked with MATCH or by rowid.
SQLITE = re.compile(r"SCAN (?P<name>\S+)(?P<how>.*)")
POSTGRES = re.compile(r"(?:Parallel )?Seq Scan on (?P<name>\w+)")
LARGE = 1000


def whole_reads(act: Callable[[], object], prefer_indexes: bool = False) -> list[dict[str, str]]:
    """Statements with a scan of a table of a thousand rows or more, each once, with their plan.

    `prefer_indexes`, in a transaction: PostgreSQL would rather read a small table whole; asked is then whether an index
    could serve.
    """
    statements = captured(act)
    large = _large_tables()
    found = []
    for sql, params in statements:
        if prefer_indexes and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_seqscan = off")
        plan = plan_of(sql, params)
        read = sorted({name for line in plan for name in _scanned(line, sql) if name in large})
        if read:
            found.append({"tables": ", ".join(read), "sql": sql, "plan": "\n".join(plan)})
    return found


def captured(act: Callable[[], object]) -> list[tuple[str, Any]]:
    """The statements of an act that read or change rows, each form once, with the parameters it first had."""
    seen: dict[str, Any] = {}

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH")) and not many:
            seen.setdefault(sql, params)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return list(seen.items())


def plan_of(sql: str, params: Any) -> list[str]:
    prefix = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        cursor.execute(prefix + sql, params)
        return [str(row[-1]) for row in cursor.fetchall()]


def _scanned(line: str, sql: str) -> list[str]:
    if connection.vendor != "sqlite":
        return [match["name"] for match in POSTGRES.finditer(line)]
    match = SQLITE.match(line)
    if not match or "VIRTUAL TABLE INDEX 0:M" in match["how"] or _stops_early(match["how"], sql):
        return []
    return [_table(match["name"], sql)]


def _stops_early(how: str, sql: str) -> bool:
    return "INDEX" in how and "LIMIT" in sql


def _table(name: str, sql: str) -> str:
    """SQLite names a table by its alias."""
    match = re.search(rf'"(\w+)" (?:AS )?"?{re.escape(name)}"?\b', sql)
    return match[1] if match else name


def _large_tables() -> set[str]:
    with connection.cursor() as cursor:
        names = [table.name for table in connection.introspection.get_table_list(cursor)]
        return {name for name in names if _has_many_rows(cursor, name)}


def _has_many_rows(cursor: Any, name: str) -> bool:
    quoted = connection.ops.quote_name(name)
    cursor.execute(f"SELECT count(*) FROM (SELECT 1 FROM {quoted} LIMIT {LARGE}) AS few")
    return bool(cursor.fetchone()[0] >= LARGE)
