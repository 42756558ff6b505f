from collections.abc import Callable

import pytest

from cms.core.registries import AlreadyRegistered, NotRegistered, Registry

pytestmark = pytest.mark.rule


@pytest.fixture
def measures() -> Registry[Callable[[], int]]:
    return Registry("measure")


def test_registry_lists_its_entries_by_name_whatever_came_first(measures):
    def two() -> int:
        return 2

    def one() -> int:
        return 1

    measures.register("b", two)
    measures.register("a", one)
    assert (measures.names(), list(measures), measures.items(), len(measures)) == (
        ["a", "b"], [one, two], [("a", one), ("b", two)], 2,
    )  # fmt: skip


def test_registry_takes_a_decorated_function_and_gives_it_back(measures):
    @measures.register("five")
    def five() -> int:
        return 5

    assert (five(), measures["five"], "five" in measures) == (5, five, True)


def test_registry_takes_none_as_an_entry():
    registry: Registry[None] = Registry("job")
    registry.register("idle", None)
    assert registry.items() == [("idle", None)]


def test_registry_refuses_a_name_that_is_taken(measures):
    measures.register("a", int)
    with pytest.raises(AlreadyRegistered, match="The measure 'a' exists already"):
        measures.register("a", int)


def test_registry_names_what_there_is_when_a_name_is_unknown(measures):
    measures.register("b", int)
    measures.register("a", int)
    with pytest.raises(NotRegistered, match="No measure 'c'; there are: a, b"):
        measures["c"]


def test_registry_says_none_when_it_is_empty(measures):
    with pytest.raises(NotRegistered, match="No measure 'c'; there are: none"):
        measures["c"]
    assert "c" not in measures
