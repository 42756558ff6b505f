import pytest
from django.utils import timezone

from tests.factories.newsroom import Newsroom
from tests.factories.told import NAME, OTHER, OTHER_TITLE, TITLE, Told, told


@pytest.fixture
def house(newsroom: Newsroom) -> Told:
    return told(newsroom, timezone.now(), [NAME, OTHER], [TITLE, OTHER_TITLE])
