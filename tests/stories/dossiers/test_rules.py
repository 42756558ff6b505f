from datetime import date

import pytest

from stories.dossiers.enums import ConsentItem, Signer
from stories.dossiers.rules import Agreement, Missing, age_on, missing_consents, signers_needed

pytestmark = pytest.mark.rule
DAY = date(2026, 11, 21)
WEB_NAME = ("web", ConsentItem.NAME)
SELF, GUARDIAN = Signer.SELF, Signer.LEGAL_REPRESENTATIVE


def agreement(signer: Signer = SELF, **dates: date) -> Agreement:
    values = {"given_on": date(2026, 1, 1), "expires_on": None, "withdrawn_on": None} | dates
    return Agreement(signer=signer, grants=frozenset({WEB_NAME}), **values)


@pytest.mark.parametrize(
    ("born_on", "born_in", "age"),
    [
        pytest.param(date(2019, 11, 21), None, 7, id="on the seventh birthday"),
        pytest.param(date(2019, 11, 22), None, 6, id="the day before"),
        pytest.param(None, 2008, 17, id="the year alone counts as the younger age"),
        pytest.param(None, None, None, id="nothing known"),
    ],
)
def test_age_on(born_on: date | None, born_in: int | None, age: int | None) -> None:
    assert age_on(DAY, born_on, born_in) == age


@pytest.mark.parametrize(
    ("age", "signers"),
    [
        pytest.param(6, {GUARDIAN}, id="under seven the representative"),
        pytest.param(7, {SELF, GUARDIAN}, id="from seven both"),
        pytest.param(17, {SELF, GUARDIAN}, id="at seventeen both"),
        pytest.param(18, {SELF}, id="from eighteen the person"),
        pytest.param(None, {SELF}, id="unknown age"),
    ],
)
def test_signers_needed(age: int | None, signers: set[Signer]) -> None:
    assert signers_needed(age) == signers


@pytest.mark.parametrize(
    ("agreements", "age", "missing"),
    [
        pytest.param([agreement()], 40, [], id="an adult agreed"),
        pytest.param([], 40, [SELF], id="silence is no consent"),
        pytest.param([agreement(given_on=date(2026, 11, 22))], 40, [SELF], id="not yet given"),
        pytest.param([agreement(expires_on=date(2026, 11, 20))], 40, [SELF], id="expired yesterday"),
        pytest.param([agreement(expires_on=DAY)], 40, [], id="its last day still counts"),
        pytest.param([agreement(withdrawn_on=DAY)], 40, [SELF], id="withdrawn today"),
        pytest.param([agreement(GUARDIAN)], 10, [SELF], id="a child of ten did not sign"),
        pytest.param([agreement()], 10, [GUARDIAN], id="its representative did not sign"),
        pytest.param([agreement(), agreement(GUARDIAN)], 10, [], id="both signed"),
        pytest.param([agreement(GUARDIAN)], 5, [], id="for a child of five the representative is enough"),
    ],
)
def test_missing_consents(agreements: list[Agreement], age: int, missing: list[Signer]) -> None:
    expected = [Missing("web", ConsentItem.NAME, signer) for signer in missing]
    assert missing_consents([WEB_NAME], agreements, age, DAY) == expected


def test_a_consent_for_one_channel_says_nothing_of_another() -> None:
    radio = ("radio", ConsentItem.NAME)
    assert missing_consents([radio], [agreement()], 40, DAY) == [Missing("radio", ConsentItem.NAME, SELF)]
