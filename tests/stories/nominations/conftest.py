import pytest

from cms.people.enums import Role
from stories.dossiers.actions import judge
from stories.dossiers.enums import Verdict
from stories.nominations.actions import (
    hand_over,
)
from stories.nominations.models import HandOver
from tests.factories.bodies import (
    NOW,
    Body,
    a_body,
    a_press_body,
    selected,
)
from tests.factories.newsroom import Newsroom


@pytest.fixture
def body(newsroom: Newsroom) -> Body:
    return a_body()


@pytest.fixture
def handed(newsroom: Newsroom) -> list[HandOver]:
    """To the newspaper and to the radio desk; one claim confirmed, one only told."""
    desks, nomination = a_press_body(newsroom), selected(newsroom)
    office = newsroom.people[Role.STANDING_OFFICE]
    sure, claim = nomination.exemplar.claims.all()
    judge(sure, verdict=Verdict.CONFIRMED, note="", said_by="Bà Năm, trưởng ấp 3", by=office, at=NOW)
    judge(claim, verdict=Verdict.DISPUTED, note="Hai hộ nói khác", by=office, at=NOW)
    return hand_over(nomination, desks=desks, brief="Có ảnh mùa nước nổi", by=office, at=NOW)
