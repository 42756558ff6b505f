"""Ten clerks of one commune hand in at the same moment, each from a process of its own: nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import House, said

pytestmark = pytest.mark.room
NOMINATE = str(Path(__file__).parent / "nominate.py")
CLERKS, PAPERS = 10, 3


def test_ten_clerks_at_once_lose_nothing(new_house: Callable[[], House], tmp_path: Path) -> None:
    house = new_house()
    prepared = house.run(NOMINATE, "people")
    assert prepared.returncode == 0, prepared.stderr
    meeting = tmp_path / "meeting"
    meeting.mkdir()
    clerks = [house.start(NOMINATE, "submit", str(number), str(meeting)) for number in range(CLERKS)]
    outputs = [said(clerk) for clerk in clerks]
    assert [clerk.returncode for clerk in clerks] == [0] * CLERKS, outputs
    counted = json.loads(house.run(NOMINATE, "count").stdout)
    names = sorted(f"Nguyễn Văn {number} {paper}" for number in range(CLERKS) for paper in range(PAPERS))
    assert counted == {
        "papers": [f"{name}: Việc của {name}" for name in names],
        "told": len(names),
        "keys": len(names),
        "logged": {"start": len(names), "hand_to_head": len(names), "sign": len(names)},
    }
