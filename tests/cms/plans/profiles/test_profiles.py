"""Every profile that is shipped is sound, and what the plan's text asks is in it."""

import datetime
import tomllib
from pathlib import Path

import pytest

from cms.organisations.enums import Medium, Tier
from cms.plans.enums import Measure, MilestoneKind, Period, RelationKind
from cms.plans.imports import PROFILES, read_profile, text_path
from cms.plans.rules import Profile, faults_of
from cms.plans.rules.plan_text import read_text
from cms.plans.rules.rows import unknowns

pytestmark = pytest.mark.rule

SHIPPED = sorted(PROFILES.glob("*.toml"))


@pytest.fixture(scope="module")
def dong_thap() -> Profile:
    return read_profile(PROFILES / "dong-thap.toml")


@pytest.mark.plan("P1")
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SHIPPED])
def test_shipped_profile_has_no_faults(path: Path) -> None:
    text = text_path(path).read_text(encoding="utf-8")
    assert faults_of(tomllib.loads(path.read_text(encoding="utf-8")), text, file=path.name) == []


@pytest.mark.plan("P1")
def test_dong_thap_carries_out_1526_and_replaces_175(dong_thap: Profile) -> None:
    assert [(row.kind, row.number, row.issued_on) for row in dong_thap.relations] == [
        (RelationKind.CARRIES_OUT, "1526/QĐ-TTg", datetime.date(2022, 12, 9)),
        (RelationKind.REPLACES, "175/KH-UBND", datetime.date(2020, 7, 24)),
    ]


@pytest.mark.plan("P1")
def test_dong_thap_leaves_open_what_its_text_does_not_say(dong_thap: Profile) -> None:
    assert sorted(dict(unknowns(dong_thap))) == [
        "blocks",
        "bodies.ban-dan-van-dong-thap.valid_to",
        "bodies.ban-tuyen-giao-dong-thap.valid_to",
        "bodies.ban-tuyen-giao-va-dan-van-dong-thap.valid_from",
        "bodies.so-tttt-dong-thap.successor",
        "bodies.so-tttt-dong-thap.valid_to",
        "issued_on",
        "movements",
        "number",
        "sectors",
    ]


@pytest.mark.plan("P2")
def test_dong_thap_is_reviewed_in_june_2024_by_both_texts(dong_thap: Profile) -> None:
    review = next(row for row in dong_thap.milestones if row.kind is MilestoneKind.INTERIM_REVIEW)
    assert (review.due_from.value, review.due_to.value) == (
        datetime.date(2024, 6, 1),
        datetime.date(2024, 6, 30),
    )
    assert [ground.section for ground in review.grounds] == ["III.2", "V.1"]


@pytest.mark.plan("P3")
def test_dong_thap_gives_each_body_of_section_five_its_duties(dong_thap: Profile) -> None:
    bodies = {body.code: body.grounds[0].section for body in dong_thap.bodies}
    sections = {bodies[body] for duty in dong_thap.duties for body in duty.bodies}
    assert {f"V.{number}" for number in range(1, 9)} <= sections


@pytest.mark.plan("P3")
def test_newspaper_and_station_share_their_successor(dong_thap: Profile) -> None:
    heirs = {body.code: body.successor.value for body in dong_thap.bodies if body.successor}
    assert heirs["bao-dong-thap"] == heirs["dai-ptth-dong-thap"] == "bao-va-phat-thanh-truyen-hinh-dong-thap"


@pytest.mark.plan("E9")
def test_dong_thap_targets_are_those_of_the_table(dong_thap: Profile) -> None:
    shown = (Measure.PUBLICISED, Measure.REPLICATED)
    everywhere = (Tier.DEPARTMENT, Tier.DISTRICT, Tier.COMMUNE)
    own = (Measure.BODIES_WITH_PLAN, Measure.BODIES_WITH_CRITERIA)
    assert [(t.tiers, t.measures, t.each, t.number, t.percent, t.period) for t in dong_thap.targets] == [
        ((Tier.PROVINCE,), shown, False, 15, False, Period.YEAR),
        ((Tier.DISTRICT,), shown, True, 5, False, Period.YEAR),
        ((Tier.COMMUNE,), shown, True, 2, False, Period.YEAR),
        ((Tier.DEPARTMENT,), shown, True, 1, False, Period.YEAR),
        (everywhere, (Measure.EXCHANGE_EVENTS,), True, 1, False, Period.YEAR),
        ((Tier.PROVINCE,), (Measure.FORWARDED,), False, 2, False, Period.MONTH),
        ((Tier.PROVINCE,), own, False, 100, True, Period.TERM),
    ]


@pytest.mark.plan("E9")
def test_dong_thap_says_at_least_seven_times_and_all_are_targets(dong_thap: Profile) -> None:
    text = read_text(text_path(PROFILES / "dong-thap.toml").read_text(encoding="utf-8"))
    assert [(phrase.section, phrase.number) for phrase in text.at_least()] == [
        ("II.3", 15),
        ("IV.3b", 1),
        ("V.1", 2),
        ("V.8", 15),
        ("V.8", 5),
        ("V.8", 2),
        ("V.8", 1),
    ]
    assert dong_thap.exceptions == ()


@pytest.mark.plan("S2")
@pytest.mark.plan("S3")
def test_dong_thap_columns_have_the_rhythm_of_the_text(dong_thap: Profile) -> None:
    assert [(column.code, column.media, column.rhythm.value) for column in dong_thap.columns] == [
        ("guong-nguoi-tot-viec-tot", (Medium.PRINT,), "FREQ=WEEKLY"),
        ("chuyen-trang-thi-dua-khen-thuong", (Medium.PRINT,), "FREQ=MONTHLY"),
        ("huong-sen-dong-thap", (Medium.RADIO, Medium.TELEVISION), "FREQ=MONTHLY"),
    ]


@pytest.mark.plan("P7")
def test_dong_thap_has_four_common_criteria(dong_thap: Profile) -> None:
    assert [(row.grounds[0].section, row.sector) for row in dong_thap.criteria] == [("IV.2b", None)] * 4
