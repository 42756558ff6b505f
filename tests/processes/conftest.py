"""Real processes on a database of their own: SQLite files, or PostgreSQL databases made from a template."""

import fcntl
import json
import os
import shutil
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
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ON_POSTGRES = os.environ.get("TEST_DATABASE") == "postgres"


@dataclass(frozen=True)
class House:
    """One filled installation that processes can be started in."""

    folder: Path
    database_url: str = ""

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
        )

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*command, **variables)
        out, err = process.communicate(timeout=300)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def state(self) -> list[dict[str, object]]:
        done = self.run(str(HERE / "state.py"))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def _admin_url() -> str:
    return os.environ["DATABASE_URL"]


def _sql(statement: str) -> None:
    with psycopg.connect(_admin_url(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _with_name(name: str) -> str:
    return urlunsplit(urlsplit(_admin_url())._replace(path=f"/{name}"))


def _shared(script: str, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[House]:
    """The workers of a run share one: the first that wants it builds it, the last that had it takes it away."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / f"{Path(script).stem}-template"
    folder.mkdir(exist_ok=True)
    users = folder.with_suffix(".users")
    name = f"guong_sang_{sha1(str(folder).encode()).hexdigest()[:12]}"
    house = House(folder, _with_name(name) if ON_POSTGRES else "")
    with _locked(folder):
        if not _count(users, 0):
            _build(house, name, script)
        _count(users, 1)
    yield house
    with _locked(folder):
        if not _count(users, -1):
            shutil.rmtree(folder)
            if ON_POSTGRES:
                _sql(f"DROP DATABASE {name} WITH (FORCE)")


def _build(house: House, name: str, script: str) -> None:
    if ON_POSTGRES:
        # A run that was killed left its own behind.
        _sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        _sql(f"CREATE DATABASE {name}")
    built = house.run(str(HERE / script))
    assert built.returncode == 0, built.stderr


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


def _copies(template: House, tmp_path: Path) -> Iterator[Callable[[], House]]:
    made: list[str] = []

    def copy() -> House:
        folder = tmp_path / uuid.uuid4().hex[:8]
        shutil.copytree(template.folder, folder)
        if not ON_POSTGRES:
            return House(folder)
        made.append(f"guong_sang_test_{uuid.uuid4().hex[:8]}")
        _sql(f"CREATE DATABASE {made[-1]} TEMPLATE {urlsplit(template.database_url).path[1:]}")
        return House(folder, _with_name(made[-1]))

    yield copy
    for name in made:
        _sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def template_house(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[House]:
    """Three slots are due."""
    yield from _shared("build.py", tmp_path_factory, worker_id)


@pytest.fixture
def new_house(template_house: House, tmp_path: Path) -> Iterator[Callable[[], House]]:
    """Each call gives a fresh copy of the filled installation."""
    yield from _copies(template_house, tmp_path)


@pytest.fixture(scope="session")
def template_to_recall(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[House]:
    """A story and an episode are public whose person is held."""
    yield from _shared("build_recall.py", tmp_path_factory, worker_id)


@pytest.fixture
def house_to_recall(template_to_recall: House, tmp_path: Path) -> Iterator[Callable[[], House]]:
    yield from _copies(template_to_recall, tmp_path)
