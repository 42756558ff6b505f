"""Press bodies of today get their four desks, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.operations.provisioning import provision
from cms.operations.provisioning.desks import provide_desks
from cms.organisations.enums import Medium, Tier
from cms.organisations.models import Desk, Organisation
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
YESTERDAY = timezone.localdate() - timedelta(days=1)
FOUR = {
    ("Ban Báo in", Medium.PRINT),
    ("Ban Báo điện tử", Medium.WEB),
    ("Ban Phát thanh", Medium.RADIO),
    ("Ban Truyền hình", Medium.TELEVISION),
}


def desks_of(body: Organisation) -> set[tuple[str, str]]:
    return set(body.desks.values_list("name", "medium"))


def test_a_press_body_of_today_gets_four_desks(newsroom: Newsroom) -> None:
    press = newsroom.column.organisation
    assert provision(at=timezone.now()) == [
        "Ban Báo in, Báo và Đài", "Ban Báo điện tử, Báo và Đài",
        "Ban Phát thanh, Báo và Đài", "Ban Truyền hình, Báo và Đài",
    ]  # fmt: skip
    assert desks_of(press) == FOUR


def test_a_second_run_adds_nothing(newsroom: Newsroom) -> None:
    provide_desks()
    assert (provision(at=timezone.now()), Desk.objects.count()) == ([], 4)


def test_a_body_that_has_a_desk_keeps_what_it_has(newsroom: Newsroom) -> None:
    press = newsroom.column.organisation
    Desk.objects.create(organisation=press, medium=Medium.RADIO, name="Phòng Phát thanh")
    assert provide_desks() == []
    assert desks_of(press) == {("Phòng Phát thanh", Medium.RADIO)}


@pytest.mark.parametrize(
    ("tier", "ends"),
    [
        pytest.param(Tier.PRESS, YESTERDAY, id="a press body that is gone"),
        pytest.param(Tier.DEPARTMENT, None, id="a department"),
    ],
)
def test_others_get_no_desk(newsroom: Newsroom, tier: Tier, ends: object) -> None:
    other = Organisation.objects.create(code="khac", name="Cơ quan khác", tier=tier, valid_to=ends)
    provide_desks()
    assert desks_of(other) == set()
