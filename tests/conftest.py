"""What every test may use; skips are counted by name and forbidden where CI=true."""

import gc
import os
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import hypothesis
import pytest
from django.utils import timezone

from tests.houses import ON_POSTGRES, House, copy_database, drop, shared

# No test measures time: machines are noisy. Where CI=true, Hypothesis also tries the same examples each time.
hypothesis.settings.register_profile("without a clock", deadline=None)
hypothesis.settings.load_profile("without a clock")
LONG_WITH_TABLES = {"test_recall_property", "test_freshness", "test_nomination", "test_main_road"}
BLOCKER = pytest.StashKey[Any]()
REQUIRED = os.environ.get("CI") == "true"
CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(path)), ""
)


def is_listening(url: str) -> bool:
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname, parts.port), timeout=1).close()
    except OSError:
        return False
    return True


def missing() -> dict[str, str]:
    """What this machine lacks, by the mark of the tests that need it."""
    lacks = {}
    if not CHROMIUM:
        lacks["browser"] = "Chromium is not installed"
    for server in ("nginx", "varnishd"):
        if not shutil.which(server):
            lacks[server.removesuffix("d")] = f"{server} is not installed"
    if not is_listening(os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")):
        lacks["redis"] = "Redis does not answer"
    if os.environ.get("TEST_DATABASE") == "postgres" and not is_listening(os.environ["DATABASE_URL"]):
        lacks["room"] = "PostgreSQL does not answer"
    return lacks


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # After pytest-django has put tests with real transactions behind the others.
    items[:] = spread(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
    lacks = missing()
    if lacks and REQUIRED:
        raise pytest.UsageError(f"CI=true forbids skips, but: {'; '.join(lacks.values())}")
    for item in items:
        for mark, reason in lacks.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))
        if item.get_closest_marker("room") or item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.django_db)


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are processors: browsers, servers and databases let their tests wait."""
    return (os.cpu_count() or 1) + 2


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Where the workers of a run keep what they share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def migrated(run_folder: Path) -> Iterator[House]:
    """Nothing but migrations has been here."""
    yield from shared(run_folder / "migrated", "manage.py", "migrate", "--verbosity=0")


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The tests' own database is there before Django looks for it: `django_db_modify_db_settings` put it there.

    Hence `--create-db` and `--reuse-db` change nothing.
    """
    return True


@pytest.fixture(scope="session")
def django_db_createdb() -> bool:
    return False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, migrated: House
) -> Iterator[None]:
    """The worker's database begins as a copy of the migrated one, and goes with the worker."""
    from django.db import connections  # asks for settings, which pytest reads after this file

    name = connections["default"].creation._get_test_db_name()
    if ON_POSTGRES:
        drop(name)
        copy_database(migrated, name)
        yield
        connections.close_all()
        drop(name)
    else:
        with closing(sqlite3.connect(name, uri=True)) as memory:
            with closing(sqlite3.connect(migrated.database)) as file:
                file.backup(memory)
            yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker, request: pytest.FixtureRequest) -> None:  # type: ignore[no-untyped-def]
    """A provisioned house once for all: `provision` in a test then only looks whether anything is missing."""
    request.config.stash[BLOCKER] = django_db_blocker
    _provide_a_house(django_db_blocker)
    # All that is loaded by now stays to the end: the collector need not look through it again and again.
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test that empties the tables leaves a house to whatever comes next in its process, as the first one found it."""
    yield
    # After the last one the database itself is gone.
    if nextitem and _empties_tables(item) and (blocker := item.config.stash.get(BLOCKER, None)):
        _provide_a_house(blocker)


def _provide_a_house(blocker: Any) -> None:
    from cms.operations.provisioning import provision  # asks for settings, which pytest reads after this file
    from tests.factories.newsroom import plant_roots

    with blocker.unblock():
        plant_roots()
        provision(at=timezone.now())


@pytest.fixture(autouse=True)
def _nobody_has_tried_before() -> None:
    """Tries are counted in the cache, which a process keeps from one test to the next."""
    from django.core.cache import cache  # asks for settings, which pytest reads after this file

    cache.clear()


def spread(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Each worker's part of the list, one after the other, as long as pytest-xdist will cut it.

    A part begins with its share of the long tests, which ask processes of their own and leave the worker's database as
    it is, and ends with its share of those that empty its tables, the long ones first. So no worker is left alone with
    the long ones at the end; what others have left it takes.
    """
    alone = _in_turns([item for item in items if _asks_processes(item)])
    emptying = [item for item in items if _empties_tables(item) and item not in alone]
    emptying.sort(key=lambda item: item.path.stem not in LONG_WITH_TABLES)
    others = [item for item in items if item not in alone and item not in emptying]
    parts, left = [], len(items)
    for worker in range(workers):
        size = left // (workers - worker)
        left -= size
        head, tail = alone[worker::workers], emptying[worker::workers]
        middle = max(0, size - len(head) - len(tail))
        parts += [*head, *others[:middle], *tail]
        del others[:middle]
    return [*parts, *others]


def _in_turns(items: list[pytest.Item]) -> list[pytest.Item]:
    """One of each file, then the second of each: those of a file wait for the same house to be built."""
    files = groupby(sorted(items, key=lambda item: item.path), key=lambda item: item.path)
    turns = zip_longest(*(list(tests) for _, tests in files))
    return [item for turn in turns for item in turn if item is not None]


def _asks_processes(item: pytest.Item) -> bool:
    return item.path.parent.name == "processes" or item.path.stem == "test_walk_screens"


def _empties_tables(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in item.fixturenames  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    return CHROMIUM


@pytest.fixture
def newsroom(db: None):  # type: ignore[no-untyped-def]  # its class needs Django set up
    from tests.factories.newsroom import open_newsroom

    return open_newsroom()
