"""Ten people propose at once: nothing is lost, and a double press is one proposal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import House

pytestmark = pytest.mark.room


def test_ten_proposals_at_once_lose_nothing(new_house: Callable[[], House]) -> None:
    done = new_house().run(str(Path(__file__).parent / "proposing.py"))
    assert done.returncode == 0, done.stderr
    stored = json.loads(done.stdout)
    assert stored == {
        "answers": [200] * 12,
        "names": [f"Ông Thứ {number}" for number in range(10)],
        "codes": 10,
        "logged": 10,
        "told": 10,
    }
