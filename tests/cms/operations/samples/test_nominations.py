"""The sample nominations stand at every point of the road that a newcomer wants to see."""

import pytest

from cms.operations.demo.dossiers import SECTORS
from cms.operations.demo.samples import read_nominations
from stories.nominations.enums import NominationState as S
from stories.nominations.rules import Candidate, deeds_of, missing, name_keys

pytestmark = pytest.mark.rule
SAMPLES = read_nominations()
FILLED_IN_BY_THE_DEMO = {"locality", "contact_name", "contact_phone"}


def test_one_stands_at_each_point_of_the_road() -> None:
    states = [sample.state for sample in SAMPLES]
    assert states == [S.DRAFT, S.SIGNING, S.SENT, S.MORE_ASKED, S.VERIFYING, S.SELECTED, S.HANDED_OVER]


def test_what_was_handed_to_the_head_is_complete_and_the_draft_is_not() -> None:
    lacking = {
        sample.state: set(missing(sample.values, deeds_of(sample.values["deeds"]))) for sample in SAMPLES
    }
    assert lacking.pop(S.DRAFT) - FILLED_IN_BY_THE_DEMO == {"proof_1"}
    assert [state for state, fields in lacking.items() if fields - FILLED_IN_BY_THE_DEMO] == []


def test_they_are_different_people_of_sectors_that_exist() -> None:
    assert {sample.values["sector"] for sample in SAMPLES} <= {slug for slug, _ in SECTORS}
    keys = [name_keys(Candidate(sample.values["name"])) for sample in SAMPLES]
    assert len(frozenset().union(*keys)) == len(SAMPLES)
