"""A process killed at a writing statement of the recall: a page is public or wholly down, and the next run ends it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import ON_POSTGRES, House

pytestmark = pytest.mark.room
SHARDS = 2
KILLED = str(Path(__file__).parent / "killed.py")
PUBLIC = {"live": True, "takedowns": 0, "logged": 0, "told": 0}
TAKEN = {"live": False, "takedowns": 1, "logged": 1, "told": 1}
FILES = {"has_its_file": True}


def half_done(pages: list[dict[str, object]]) -> list[dict[str, object]]:
    """Pages that are neither public nor wholly taken down, or whose file is lost."""
    whole = [PUBLIC | FILES | {"file_is_public": is_public} for is_public in (True, False)]
    whole += [TAKEN | FILES | {"file_is_public": is_public} for is_public in (True, False)]
    return [page for page in pages if page not in whole or (page["live"] and not page["file_is_public"])]


def was_shown(name: str) -> bool:
    """Of the story or the episode that had to go; the other story keeps its photo."""
    return name.startswith(("chan-du", "so-mau")) and not name.startswith("chan-dung-2")


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_killed_recall_leaves_no_half_takedown_and_the_next_run_ends_it(
    house_to_recall: Callable[[], House], shard: int
) -> None:
    stride = SHARDS * 9 if ON_POSTGRES else SHARDS
    done = house_to_recall().run(KILLED, str(shard + 1), str(stride), "recall")
    assert done.returncode == 0, done.stderr
    points = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(points) >= (3 if ON_POSTGRES else 15)
    assert [point["point"] for point in points if half_done(point["left"]["pages"])] == []
    sealed = TAKEN | FILES | {"file_is_public": False}
    ended = [sealed, PUBLIC | FILES | {"file_is_public": True}, sealed]
    assert [
        (point["point"], point["then"]["pages"]) for point in points if point["then"]["pages"] != ended
    ] == []
    assert [point["point"] for point in points if point["finished"]] == []
    assert {name for point in points for name in point["then"]["files"] if was_shown(name)} == set()
