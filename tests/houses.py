"""Installations on databases of their own: SQLite files, or PostgreSQL databases made from a template.

Every one begins as a copy of a database that the run has migrated once: two hundred migrations take half a minute.
"""

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).parents[1]
STATE = str(ROOT / "tests" / "processes" / "state.py")
ON_POSTGRES = os.environ.get("TEST_DATABASE") == "postgres"
# Nobody waits so long; a process that hangs must not hang the run. Machines are noisy, so it is no measure of speed.
PATIENCE = 900


@dataclass(frozen=True)
class House:
    """One installation that processes can be started in."""

    folder: Path
    database_url: str = ""

    @property
    def database(self) -> str:
        """The path of its file, or its name on the server."""
        if self.database_url:
            return urlsplit(self.database_url).path[1:]
        return str(self.folder / "guong-sang.sqlite3")

    def environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        }
        more = {"DATA_DIR": str(self.folder), "SECRET_KEY": "only-for-tests"}
        if self.database_url:
            more |= {"DATABASE_URL": self.database_url, "ADMIN_DATABASE_URL": _admin_url()}
        return kept | more

    def start(self, *command: str, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment() | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*command, **variables)
        out, err = said(process)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def state(self) -> list[dict[str, object]]:
        done = self.run(STATE)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def said(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What it wrote until its end; one that outlives PATIENCE is killed with its children (raises TimeoutExpired)."""
    try:
        return process.communicate(timeout=PATIENCE)
    except BaseException:
        if os.getpgid(process.pid) == process.pid:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.communicate()
        raise


def shared(folder: Path, *command: str, start: House | None = None) -> Iterator[House]:
    """The workers of a run share one: the first that wants it builds it, the last that had it takes it away.

    It begins as a copy of `start`, or empty; `command` does the rest.
    """
    users = folder.with_suffix(".users")
    name = f"guong_sang_{sha1(str(folder).encode()).hexdigest()[:12]}"
    house = House(folder, _with_name(name) if ON_POSTGRES else "")
    with _locked(folder):
        folder.mkdir(exist_ok=True)
        if not _count(users, 0):
            if ON_POSTGRES:
                # Of a build that failed, or of an earlier run in the same folder. What a killed run had stays.
                drop(name)
            copy_database(start, name if ON_POSTGRES else house.database)
            built = house.run(*command)
            assert built.returncode == 0, built.stderr
        _count(users, 1)
    yield house
    with _locked(folder):
        if not _count(users, -1):
            shutil.rmtree(folder)
            if ON_POSTGRES:
                drop(name)


def copies(template: House, tmp_path: Path) -> Iterator[Callable[[], House]]:
    """Each call gives a copy of its own, with its files."""
    made: list[str] = []

    def copy() -> House:
        folder = tmp_path / uuid.uuid4().hex[:8]
        shutil.copytree(template.folder, folder)
        if not ON_POSTGRES:
            return House(folder)
        made.append(f"guong_sang_test_{uuid.uuid4().hex[:8]}")
        copy_database(template, made[-1])
        return House(folder, _with_name(made[-1]))

    try:
        yield copy
    finally:
        for name in made:
            drop(name)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def copy_database(source: House | None, target: str) -> None:
    """Make a database: a file at that path, or one of that name on the server; without a source it is empty."""
    if ON_POSTGRES:
        _sql(f'CREATE DATABASE "{target}"' + (f' TEMPLATE "{source.database}"' if source else ""))
    elif source:
        shutil.copy(source.database, target)


def drop(name: str) -> None:
    _sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _admin_url() -> str:
    return os.environ["DATABASE_URL"]


def _sql(statement: str) -> None:
    with psycopg.connect(_admin_url(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _with_name(name: str) -> str:
    return urlunsplit(urlsplit(_admin_url())._replace(path=f"/{name}"))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _count(file: Path, more: int) -> int:
    """How many workers have the house now."""
    users = (int(file.read_text()) if file.exists() else 0) + more
    file.write_text(str(users))
    return users
