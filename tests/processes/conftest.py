"""Filled installations that the tests of processes share and copy."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.houses import House, copies, shared

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def template_house(run_folder: Path, migrated: House) -> Iterator[House]:
    """Three slots are due."""
    yield from shared(run_folder / "due", str(HERE / "build.py"), start=migrated)


@pytest.fixture
def new_house(template_house: House, tmp_path: Path) -> Iterator[Callable[[], House]]:
    """Each call gives a fresh copy of the filled installation."""
    yield from copies(template_house, tmp_path)


@pytest.fixture(scope="session")
def template_to_recall(run_folder: Path, migrated: House) -> Iterator[House]:
    """A story and an episode are public whose person is held."""
    yield from shared(run_folder / "to-recall", str(HERE / "build_recall.py"), start=migrated)


@pytest.fixture
def house_to_recall(template_to_recall: House, tmp_path: Path) -> Iterator[Callable[[], House]]:
    yield from copies(template_to_recall, tmp_path)
