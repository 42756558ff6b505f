import datetime

import pytest

from cms.plans.rules import LocalUnit, organisations_of, parse

pytestmark = pytest.mark.rule

END = datetime.date(2025, 6, 30)
UNITS = [
    LocalUnit(2024, "P1", "Tỉnh X", "province", "", None, END),
    LocalUnit(2024, "D1", "Huyện Y", "district", "P1", None, END),
    LocalUnit(2024, "W1", "Xã Z", "commune", "D1", None, END),
]


def test_group_is_no_body_of_its_tier(raw: dict) -> None:
    tiers = {row.key[0]: row.values["tier"] for row in organisations_of(parse(raw), [])}
    assert tiers == {"ubnd": "province", "cac-xa": "other"}


def test_successor_comes_before_the_body_it_succeeds(raw: dict) -> None:
    raw["bodies"][0]["successor"] = {"value": "moi", "outside": "Thử."}
    raw["bodies"].append({"code": "moi", "name": "UBND tỉnh mới", "tier": "province", "outside": "Thử."})
    assert [row.key[0] for row in organisations_of(parse(raw), [])] == ["cac-xa", "moi", "ubnd"]


def test_unknown_end_is_left_to_people(raw: dict) -> None:
    raw["bodies"][0]["valid_to"] = {"unknown": "Không nêu."}
    assert "valid_to" not in organisations_of(parse(raw), [])[0].values


def test_only_units_of_the_tiers_that_are_named_become_bodies(raw: dict) -> None:
    raw["plan"]["locality"] = {"value": "P1", "outside": "Danh mục."}
    commune = organisations_of(parse(raw), UNITS)[-1]
    assert [row.key[0] for row in organisations_of(parse(raw), UNITS)] == ["ubnd", "cac-xa", "ubnd-2024-w1"]
    assert commune.values == {
        "name": "UBND xã Z",
        "tier": "commune",
        "locality": (2024, "W1"),
        "parent": "ubnd",
        "valid_to": END,
    }


def test_commune_stands_under_its_district_when_both_are_bodies(raw: dict) -> None:
    raw["plan"]["locality"] = {"value": "P1", "outside": "Danh mục."}
    raw["bodies"].append({**raw["bodies"][1], "code": "cac-huyen", "tier": "district"})
    parents = {row.key[0]: row.values.get("parent") for row in organisations_of(parse(raw), UNITS)}
    assert (parents["ubnd-2024-w1"], parents["ubnd-2024-d1"]) == ("ubnd-2024-d1", "ubnd")
