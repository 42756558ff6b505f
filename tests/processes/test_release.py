"""Processes that run at once, and processes that are killed: every slot goes out whole, and once."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import ON_POSTGRES, House, said

pytestmark = pytest.mark.room
SHARDS = 2
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
    outputs = [said(racer) for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0], outputs
    assert house.state() == DONE


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_killed_run_leaves_nothing_half_done_and_the_next_one_finishes(
    new_house: Callable[[], House], shard: int
) -> None:
    # A copy of a PostgreSQL database costs more than one of a file; there every ninth point is tried.
    stride = SHARDS * 9 if ON_POSTGRES else SHARDS
    done = new_house().run(KILLED, str(shard + 1), str(stride))
    assert done.returncode == 0, done.stderr
    points = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(points) >= (3 if ON_POSTGRES else 25)
    assert [point["point"] for point in points if half_done(point["left"])] == []
    assert [point["point"] for point in points if point["finished"] or point["then"] != DONE] == []
