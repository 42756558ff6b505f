from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_tries_before() -> Iterator[None]:
    """The limits live in the shared cache; those of the test before would count."""
    cache.clear()
    yield
    cache.clear()
