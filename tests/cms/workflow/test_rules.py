from datetime import UTC, date, datetime

import pytest

from cms.workflow.rules import Placement, breaks_four_eyes, channels_of, due_on

pytestmark = pytest.mark.rule


@pytest.mark.parametrize(
    ("user", "last_editor", "submitter", "broken"),
    [
        pytest.param(1, 1, 2, True, id="the last editor"),
        pytest.param(2, 1, 2, True, id="who handed it in"),
        pytest.param(3, 1, 2, False, id="somebody else"),
        pytest.param(3, None, None, False, id="a text without an editor"),
        pytest.param(None, None, None, False, id="the system"),
    ],
)
def test_four_eyes(user: int | None, last_editor: int | None, submitter: int | None, broken: bool) -> None:
    assert breaks_four_eyes(user, last_editor, submitter) is broken


def test_channels_of_placements_always_include_the_web() -> None:
    noon = datetime(2026, 11, 26, 5, tzinfo=UTC)
    radio = Placement(noon, frozenset({"radio"}), "Hương sen")
    printed = Placement(noon, frozenset({"print"}), "Gương Người tốt, Việc tốt")
    assert channels_of([radio, printed]) == {"web", "radio", "print"}
    assert channels_of([]) == {"web"}


def test_due_on_counts_calendar_days() -> None:
    assert due_on(date(2026, 12, 30), 3) == date(2027, 1, 2)
