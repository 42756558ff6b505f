"""Run as a script: die by SIGKILL at one turning point after the other, each time on a fresh copy of the house.

    killed.py FIRST STRIDE [release | recall]

Reads change nothing, and what a transaction wrote before it was killed is gone: so dying before every BEGIN, which comes
right after the COMMIT before it, passes through every state that can be left in the database. Files know no transaction:
before every tenth INSERT, UPDATE and DELETE of one, and before its last, somebody dies too. Django is loaded once and
forked: a child does the jobs and dies, another looks, a third does the jobs again. Writes one line of JSON a point. What
the recall does to files is undone for each point too.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

import psycopg  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402
from state import left_in_public, public_states, states  # noqa: E402

from cms.operations.jobs import run_all  # noqa: E402

ALONE = "ALONE"
WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN")
TEMPLATE = connection.settings_dict["NAME"]
ON_POSTGRES = connection.vendor == "postgresql"
MEDIA = Path(settings.MEDIA_ROOT)
# What is looked at, and how many runs of the jobs finish it: a takedown's old files go with the letters of the next.
RELEASE = (states, 1)
RECALL = (lambda: {"pages": public_states(), "files": left_in_public()}, 2)


def main(first: int, stride: int, looks: Callable[[], object], runs: int) -> None:
    with copy_of_the_house(0) as name:
        points = turning_points(look(name, written))
    for point in points[first - 1 :: stride]:
        with copy_of_the_house(point) as name:
            status = in_child(partial(run_and_die, point), name)
            if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
                sys.exit(f"the child at point {point} was not killed: {status}")
            after_kill = look(name, looks)
            finished = in_child(partial(finish, runs), name)
            line = {"point": point, "left": after_kill, "finished": finished, "then": look(name, looks)}
            print(json.dumps(line), flush=True)  # noqa: T201


def turning_points(verbs: list[str]) -> list[int]:
    """Numbers of the writing statements to die at, from 1.

    On PostgreSQL the driver says BEGIN by itself, and nobody hears it: there every statement is one.
    """
    begins = [number for number, verb in enumerate(verbs, 1) if verb == "BEGIN"]
    if not begins:
        return list(range(1, len(verbs) + 1))
    ends = [*(begin - 1 for begin in begins[1:]), len(verbs)]
    points = {number for number, verb in enumerate(verbs, 1) if verb == ALONE}
    for begin, end in zip(begins, ends, strict=True):
        points |= {*range(begin, end, 10), end}
    return sorted(points)


def written() -> list[str]:
    """What a run that nobody kills writes, in order: BEGIN, a WRITE within a transaction, one that stands ALONE."""
    verbs: list[str] = []

    def keep(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        if sql.startswith(WRITES):
            begins = sql.startswith("BEGIN")
            verbs.append("BEGIN" if begins else "WRITE" if connection.in_atomic_block else ALONE)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        run_all(at=timezone.now(), worker="alive")
    return verbs


def finish(runs: int) -> None:
    for _ in range(runs):
        run_all(at=timezone.now(), worker="next")


def run_and_die(point: int) -> None:
    left = point

    def kill_before_writing(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        nonlocal left
        if sql.startswith(WRITES):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kill_before_writing):
        run_all(at=timezone.now(), worker="killed")


def look(name: str, looks: Callable[[], object]) -> Any:
    """What a process finds in that copy: a reader, an editor."""
    read, write = os.pipe()
    assert in_child(lambda: os.write(write, json.dumps(looks()).encode()), name) == 0
    os.close(write)
    with os.fdopen(read) as pipe:
        return json.load(pipe)


def in_child(act: Callable[[], object], name: str) -> int:
    """Do it in a process of its own, connected to that copy; returns how the process ended (`os.waitpid`)."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        connection.settings_dict["NAME"] = name
        act()
        os._exit(0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)


@contextmanager
def copy_of_the_house(point: int) -> Iterator[str]:
    name = _copied(point)
    try:
        yield name
    finally:
        remove(name)


def _copied(point: int) -> str:
    MEDIA.mkdir(exist_ok=True)
    pristine = MEDIA.with_name("media.pristine")
    if not pristine.exists():
        shutil.copytree(MEDIA, pristine)
    shutil.rmtree(MEDIA)
    shutil.copytree(pristine, MEDIA)
    if ON_POSTGRES:
        name = f"{TEMPLATE}_{os.getpid()}_{point}"
        _sql(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return name
    folder = Path(tempfile.mkdtemp(prefix="guong-sang-killed-"))
    return str(shutil.copy(TEMPLATE, folder / "house.sqlite3"))


def remove(name: str) -> None:
    if ON_POSTGRES:
        _sql(f"DROP DATABASE {name} WITH (FORCE)")
    else:
        shutil.rmtree(Path(name).parent)


def _sql(statement: str) -> None:
    with psycopg.connect(os.environ["ADMIN_DATABASE_URL"], autocommit=True) as admin:
        admin.execute(statement)  # type: ignore[arg-type]


main(int(sys.argv[1]), int(sys.argv[2]), *(RECALL if "recall" in sys.argv else RELEASE))
