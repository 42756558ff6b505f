"""Why a published page is recalled, what readers are told, and when a version is stale: on plain data."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from stories.pages.enums import TakedownReason
from stories.pages.models import DerivedVersion
from stories.pages.rules import SENTENCES, reason_of

pytestmark = pytest.mark.rule


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        pytest.param({"stories.length"}, None, id="a long headline recalls nothing"),
        pytest.param({"dossiers.not_confirmed"}, None, id="a doubted claim is corrected, not recalled"),
        pytest.param({"dossiers.no_consent"}, TakedownReason.CONSENT, id="no consent"),
        pytest.param({"dossiers.no_consent", "exemplars.hold"}, TakedownReason.HOLD, id="a hold says most"),
        pytest.param({"stories.taken_down"}, TakedownReason.SOURCE, id="its story was taken down"),
    ],
)
def test_the_reason_of_a_recall(codes: set[str], reason: TakedownReason | None) -> None:
    assert reason_of(codes) == reason


@pytest.mark.parametrize("reason", list(TakedownReason))
def test_no_public_sentence_names_a_hold(reason: TakedownReason) -> None:
    assert SENTENCES[reason].startswith("Bài này đã được gỡ")
    assert "tạm dừng" not in SENTENCES[reason]


def test_a_derived_version_is_stale_from_the_correction_on() -> None:
    read = DerivedVersion.is_stale.fget
    assert [
        read(SimpleNamespace(stale_since=since)) for since in (None, datetime(2026, 11, 20, tzinfo=UTC))
    ] == [False, True]
