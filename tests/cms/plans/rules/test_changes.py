import pytest

from cms.plans.rules import Change, Step, Stored, Table, changes_between

pytestmark = pytest.mark.rule

TARGET, BODY = Table.TARGET, Table.ORGANISATION


def row(table: Table = TARGET, key: str = "a", **values: object) -> Stored:
    return Stored(table, (key,), values, {"hour": 6})


@pytest.mark.parametrize(
    ("standing", "wanted", "steps"),
    [
        pytest.param({}, [], [], id="nothing"),
        pytest.param(
            {}, [row(number=2)], [Change(Step.ADD, TARGET, ("a",), {"hour": 6, "number": 2}, {})], id="new"
        ),
        pytest.param({(TARGET, ("a",)): {"number": 2, "hour": 9}}, [row(number=2)], [], id="setting-changed"),
        pytest.param(
            {(TARGET, ("a",)): {"number": 2, "tier": "x"}},
            [row(number=3, tier="x")],
            [Change(Step.CHANGE, TARGET, ("a",), {"number": 3}, {"number": 2})],
            id="fact-changed",
        ),
        pytest.param(
            {(TARGET, ("b",)): {"number": 2}},
            [],
            [Change(Step.REMOVE, TARGET, ("b",), {}, {"number": 2})],
            id="dropped",
        ),
        pytest.param({(BODY, ("b",)): {"name": "B"}}, [], [], id="dropped-body-stays"),
    ],
)
def test_changes_are_what_differs(standing: dict, wanted: list[Stored], steps: list[Change]) -> None:
    assert changes_between(standing, wanted) == steps
