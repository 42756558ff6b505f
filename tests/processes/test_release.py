"""Processes that run at once, and processes that are killed: every slot goes out whole, and once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes.conftest import House

pytestmark = pytest.mark.room
KILLED = str(Path(__file__).parent / "killed.py")
DONE = [
    {"state": "released", "live": [True] * n, "published": [1] * n, "released": 1, "messages": 1}
    for n in (3, 1, 1)
]


def half_done(slots: list[dict[str, object]]) -> list[dict[str, object]]:
    """Slots that are neither untouched nor wholly out."""

    def is_whole(slot: dict[str, object]) -> bool:
        count = len(slot["live"])
        untouched = {
            "state": "filled",
            "live": [False] * count,
            "published": [0] * count,
            "released": 0,
            "messages": 0,
        }
        out = {
            "state": "released",
            "live": [True] * count,
            "published": [1] * count,
            "released": 1,
            "messages": 1,
        }
        return slot in (untouched, out)

    return [slot for slot in slots if not is_whole(slot)]


def test_two_run_jobs_at_once_release_each_slot_once(new_house: Callable[[], House]) -> None:
    house = new_house()
    racers = [house.start("manage.py", "run_jobs", "--once") for _ in range(2)]
    outputs = [racer.communicate(timeout=300) for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0], outputs
    assert house.state() == DONE


def test_a_killed_run_leaves_nothing_half_done_and_the_next_one_finishes(
    new_house: Callable[[], House],
) -> None:
    total = int(new_house().run(KILLED, "1000000").stderr.rpartition("statements: ")[2])
    steps = range(1, total + 1, max(1, total // 12))
    for step in steps:
        house = new_house()
        assert house.run(KILLED, str(step)).returncode == -9
        assert half_done(house.state()) == [], f"killed before statement {step} of {total}"
        assert house.run("manage.py", "run_jobs", "--once").returncode == 0
        assert house.state() == DONE, f"killed before statement {step} of {total}"
