"""What every test may use; skips are counted by name and forbidden where CI=true."""

import os
import shutil
import socket
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

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
    """One more than there are processors: browsers, servers and databases let their tests wait."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:  # type: ignore[no-untyped-def]
    """A provisioned house once for all: `provision` in a test then only looks whether anything is missing."""
    from cms.operations.provisioning import provision

    with django_db_blocker.unblock():
        provision(at=timezone.now())


@pytest.fixture(autouse=True)
def _nobody_has_tried_before() -> None:
    """Tries are counted in the cache, which a process keeps from one test to the next."""
    from django.core.cache import cache  # asks for settings, which pytest reads after this file

    cache.clear()


def spread(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Every worker begins with its share of the long tests, so that none is left with all of them at the end.

    These ask processes of their own and leave the database of the worker as it is. A worker's first part of the list is
    as long as everybody's; what is left of it others take.
    """
    long = [
        item
        for item in items
        if item.path.parent.name == "processes" or item.path.stem == "test_walk_screens"
    ]
    short = [item for item in items if item not in long]
    size = -(-len(items) // workers)
    parts = [long[worker::workers] for worker in range(workers)]
    for part in parts:
        missing = size - len(part)
        part += short[:missing]
        del short[:missing]
    return [item for part in parts for item in part]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    return CHROMIUM


@pytest.fixture
def newsroom(db: None):  # type: ignore[no-untyped-def]  # its class needs Django set up
    from tests.factories.newsroom import open_newsroom

    return open_newsroom()
