"""Adopting a profile: everything at once, once."""

import dataclasses
import datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from wagtail.models import ModelLogEntry

from cms.localities.models import Locality
from cms.organisations.models import Duty, Organisation
from cms.plans.actions import adopt
from cms.plans.models import Criterion, Milestone, Plan, PlannedColumn, Sector, Target
from cms.plans.rules import Change, Profile, Step, Value
from cms.plans.signals import adopted

pytestmark = pytest.mark.room

NOW = datetime.datetime(2026, 11, 21, 8, tzinfo=datetime.UTC)


def steps(changes: list[Change]) -> list[tuple[Step, tuple[Any, ...], dict[str, Any]]]:
    return [(change.step, change.key, dict(change.values)) for change in changes]


@pytest.mark.plan("P1")
def test_plan_is_stored_with_what_it_leaves_open(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    plan = Plan.objects.get(code="dong-thap")
    assert (plan.number, plan.issued_on, plan.signer) == ("", None, "Phạm Thiện Nghĩa")
    assert plan.carries_out == "1526/QĐ-TTg ngày 09/12/2022 của Thủ tướng Chính phủ"
    assert plan.replaces == "175/KH-UBND ngày 24/07/2020 của UBND tỉnh Đồng Tháp"
    assert plan.unknowns["number"] == "Bản hiện có để trống số kế hoạch."
    assert plan.issuing_body.name == "UBND tỉnh Đồng Tháp"


@pytest.mark.plan("P2")
@pytest.mark.plan("P7")
@pytest.mark.plan("E9")
@pytest.mark.plan("S2")
@pytest.mark.plan("S3")
def test_all_rows_of_the_plan_are_stored(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    rows = {model.__name__: model.objects.count() for model in (Milestone, Sector, Criterion, PlannedColumn)}
    assert rows == {"Milestone": 6, "Sector": 3, "Criterion": 4, "PlannedColumn": 3}
    assert sorted(Target.objects.values_list("code", "tier", "number")) == [
        ("giao-luu-commune", "commune", 1),
        ("giao-luu-department", "department", 1),
        ("giao-luu-district", "district", 1),
        ("gui-trung-uong", "province", 2),
        ("ke-hoach-va-tieu-chuan-bodies-with-criteria", "province", 100),
        ("ke-hoach-va-tieu-chuan-bodies-with-plan", "province", 100),
        ("moi-huyen-publicised", "district", 5),
        ("moi-huyen-replicated", "district", 5),
        ("moi-so-publicised", "department", 1),
        ("moi-so-replicated", "department", 1),
        ("moi-xa-publicised", "commune", 2),
        ("moi-xa-replicated", "commune", 2),
        ("toan-tinh-publicised", "province", 15),
        ("toan-tinh-replicated", "province", 15),
    ]


@pytest.mark.plan("P3")
def test_bodies_get_their_duties_and_successors(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    newspaper = Organisation.objects.get(code="bao-dong-thap")
    assert newspaper.successor == Organisation.objects.get(code="dai-ptth-dong-thap").successor
    assert list(Duty.objects.filter(organisation=newspaper).values_list("source", "order")) == [
        ("dong-thap V.6", 1),
        ("dong-thap V.6", 2),
        ("dong-thap V.6", 3),
        ("dong-thap V.6", 4),
    ]


@pytest.mark.usefixtures("old_province")
def test_units_of_the_time_become_bodies_of_their_tier(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    commune = Organisation.objects.get(tier="commune")
    assert (commune.name, commune.valid_to) == ("UBND xã Trường Xuân", datetime.date(2025, 6, 30))
    assert commune.parent == Organisation.objects.get(tier="district")
    assert commune.locality == Locality.objects.get(code="W30037")


@pytest.mark.usefixtures("old_province")
def test_second_time_nothing_changes(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    assert adopt(profile, by=None, at=NOW) == []
    assert ModelLogEntry.objects.filter(action="plans.adopt").count() == 1


def test_units_follow_when_localities_are_loaded_later(
    profile: Profile, request: pytest.FixtureRequest
) -> None:
    adopt(profile, by=None, at=NOW)
    request.getfixturevalue("old_province")
    added = [change.key for change in adopt(profile, by=None, at=NOW) if change.step is Step.ADD]
    assert added == [("ubnd-2024-d872",), ("ubnd-2024-w30037",)]


def test_adoption_is_logged_once_and_announced(profile: Profile) -> None:
    heard: list[int] = []

    def hear(changes: list[Change], **_: object) -> None:
        heard.append(len(changes))

    clerk = get_user_model().objects.create(username="clerk")
    adopted.connect(hear)
    try:
        done = adopt(profile, by=clerk, at=NOW)
    finally:
        adopted.disconnect(hear)
    entry = ModelLogEntry.objects.get(action="plans.adopt")
    assert (entry.user, entry.timestamp, entry.data) == (clerk, NOW, {"add": len(done)})
    assert heard == [len(done)]


def test_only_what_differs_is_changed(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    Target.objects.filter(code="moi-xa-publicised").update(number=3)
    Milestone.objects.create(
        plan=Plan.objects.get(), code="cu", name="Mốc cũ", day_from="2024-01-01", day_to="2024-01-01"
    )
    assert steps(adopt(profile, by=None, at=NOW)) == [
        (Step.REMOVE, ("cu",), {}),
        (Step.CHANGE, ("moi-xa-publicised",), {"number": 2}),
    ]
    assert Target.objects.get(code="moi-xa-publicised").number == 2


def test_settings_and_unknown_values_that_people_filled_in_stay(profile: Profile) -> None:
    adopt(profile, by=None, at=NOW)
    PlannedColumn.objects.filter(slug="guong-nguoi-tot-viec-tot").update(default_hour=datetime.time(9))
    Organisation.objects.filter(code="so-tttt-dong-thap").update(valid_to=datetime.date(2025, 2, 28))
    Plan.objects.update(number="1/KH-UBND")
    sector = Sector.objects.order_by("order")[0]
    Sector.objects.filter(pk=sector.pk).update(name="Ruộng vườn", order=7)
    assert adopt(profile, by=None, at=NOW) == []


def test_sector_of_another_plan_is_shared_as_it_is(profile: Profile) -> None:
    Sector.objects.create(slug="an-sinh-xa-hoi", name="An sinh", order=9)
    adopt(profile, by=None, at=NOW)
    assert adopt(profile, by=None, at=NOW) == []
    assert Sector.objects.get(slug="an-sinh-xa-hoi").name == "An sinh"


def test_nothing_is_stored_when_one_row_fails(profile: Profile) -> None:
    plan = profile.plan
    backwards = dataclasses.replace(plan, period_to=Value(datetime.date(2020, 1, 1), plan.period_to.grounds))
    with pytest.raises(DatabaseError):
        adopt(dataclasses.replace(profile, plan=backwards), by=None, at=NOW)
    assert Organisation.objects.count() == 0
