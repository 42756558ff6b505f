import datetime
from decimal import Decimal
from typing import Any

import pytest

from cms.plans.rules import Table, parse, rows_of
from cms.plans.rules.rows import Stored

pytestmark = pytest.mark.rule


def rows(raw: dict[str, Any], table: Table) -> list[Stored]:
    return [row for row in rows_of(parse(raw)) if row.table is table]


def test_plan_keeps_what_is_known_and_says_what_is_not(raw: dict) -> None:
    plan = rows(raw, Table.PLAN)[0]
    assert plan.values["name"] == "Tuyên truyền gương"
    assert "number" not in plan.values
    assert plan.values["unknowns"]["number"] == "Bản hiện có không ghi."


def test_target_is_valid_for_the_term_of_the_plan_unless_it_says_otherwise(raw: dict) -> None:
    raw["targets"][0]["valid_from"] = {"value": datetime.date(2024, 1, 1), "setting": "Thử."}
    values = rows(raw, Table.TARGET)[0].values
    assert (values["valid_from"], values["valid_to"]) == (
        datetime.date(2024, 1, 1),
        datetime.date(2025, 12, 31),
    )
    assert (values["number"], values["measure"], values["tier"]) == (Decimal(2), "publicised", "commune")


@pytest.mark.parametrize(
    ("measures", "tiers", "codes"),
    [
        pytest.param(["publicised"], ["commune"], ["moi-xa"], id="one-of-each"),
        pytest.param(
            ["publicised", "bodies_with_plan"],
            ["commune"],
            ["moi-xa-publicised", "moi-xa-bodies-with-plan"],
            id="two-measures",
        ),
        pytest.param(
            ["publicised"], ["commune", "district"], ["moi-xa-commune", "moi-xa-district"], id="two-tiers"
        ),
    ],
)
def test_target_is_stored_once_for_each_measure_and_tier(
    raw: dict, measures: list[str], tiers: list[str], codes: list[str]
) -> None:
    raw["targets"][0] |= {"measures": measures, "tiers": tiers}
    assert [row.key for row in rows(raw, Table.TARGET)] == [(code,) for code in codes]


def test_column_keeps_facts_apart_from_settings(raw: dict) -> None:
    raw["columns"][0]["default"] = {"value": "FREQ=WEEKLY;BYDAY=FR", "setting": "Chọn thứ Sáu."}
    column = rows(raw, Table.PLANNED_COLUMN)[0]
    assert column.initial == {
        "name": "Gương",
        "rrule": "FREQ=WEEKLY;BYDAY=FR",
        "default_hour": datetime.time(6),
    }
    assert column.values["settings_note"] == "Để thử.\nChọn thứ Sáu."


def test_column_without_a_default_takes_the_rhythm_of_the_text(raw: dict) -> None:
    assert rows(raw, Table.PLANNED_COLUMN)[0].values["rrule"] == "FREQ=WEEKLY"


def test_duties_are_numbered_within_the_section_that_gives_them(raw: dict) -> None:
    place = {"section": "I.1", "quote": "Mỗi xã"}
    raw["duties"] = [
        {"code": "a", "bodies": ["ubnd", "cac-xa"], "text": "Một.", **place},
        {"code": "b", "bodies": ["ubnd"], "text": "Hai.", **place},
    ]
    assert [(row.key, row.values["text"]) for row in rows(raw, Table.DUTY)] == [
        (("ubnd", "x I.1", 1), "Một."),
        (("cac-xa", "x I.1", 1), "Một."),
        (("ubnd", "x I.1", 2), "Hai."),
    ]
