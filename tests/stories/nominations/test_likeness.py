"""Who is probably the same: two hundred pairs, labelled by who they are and not by what the rule says of them."""

import csv
from pathlib import Path

import pytest

from stories.nominations.rules import Candidate, likeness, name_keys

pytestmark = pytest.mark.rule
PAIRS = Path(__file__).with_name("pairs.csv")
# Today's communes and what went into them on 1/7/2025.
FORMER = {
    "Xã Tháp Mười": ["Thị trấn Mỹ An", "Xã Mỹ Hòa", "Xã Mỹ An"],
    "Xã Tân Phú Đông": ["Xã Phú Thạnh", "Xã Phú Đông", "Xã Phú Tân"],
    "Phường Cao Lãnh": ["Xã Hòa An", "Xã Tịnh Thới", "Xã Tân Thuận Đông"],
    "Phường Sa Đéc": ["Xã Tân Khánh Đông", "Xã Tân Quy Tây"],
    "Phường Mỹ Tho": ["Phường Tân Long"],
    "Xã Tân Hồng": ["Thị trấn Sa Rài", "Xã Bình Phú", "Xã Tân Công Chí"],
    "Xã Tràm Chim": ["Thị trấn Tràm Chim", "Xã Tân Công Sính"],
    "Xã Mỹ Quí": ["Xã Mỹ Quý", "Xã Mỹ Đông", "Xã Láng Biển"],
    "Xã Mỹ Hiệp": ["Xã Mỹ Long", "Xã Bình Thạnh"],
    "Xã Thanh Bình": ["Thị trấn Thanh Bình", "Xã Tân Phú", "Xã Tân Mỹ"],
    "Xã Lai Vung": ["Xã Định An", "Xã Định Yên", "Xã Tân Thành"],
}
SUBJECTS = {"": True, "hộ": True, "tập thể": False, "mô hình": False}
Row = dict[str, str]


def candidate(row: Row, prefix: str) -> Candidate:
    place = row[f"{prefix}place"].removesuffix(" (cũ)")
    families = [{new, *old} for new, old in FORMER.items() if place == new or place in old]
    return Candidate(
        name=row[f"{prefix}name"],
        aliases=tuple(filter(None, [row[f"{prefix}alias"]])),
        places=frozenset().union(*families),
        birth_year=int(row[f"{prefix}year"]) if row[f"{prefix}year"] else None,
        is_person=SUBJECTS[row[f"{prefix}subject"]],
    )


def pairs() -> list[Row]:
    with PAIRS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def judged() -> list[tuple[Row, bool]]:
    return [(row, bool(likeness(candidate(row, ""), candidate(row, "other_")))) for row in pairs()]


def test_the_fixture_holds_a_hundred_of_each_and_every_place_is_known() -> None:
    rows = pairs()
    assert [row["same"] for row in rows].count("yes") == [row["same"] for row in rows].count("no") == 100
    places = {row[f"{prefix}place"].removesuffix(" (cũ)") for row in rows for prefix in ("", "other_")}
    assert places - {"", *FORMER, *(name for old in FORMER.values() for name in old)} == set()
    assert len({tuple(row.values()) for row in rows}) == 200


def test_the_rule_finds_ninety_five_of_a_hundred_and_is_right_as_often() -> None:
    answers = judged()
    missed = [row for row, said in answers if row["same"] == "yes" and not said]
    wrong = [row for row, said in answers if row["same"] == "no" and said]
    found = sum(said for row, said in answers if row["same"] == "yes")
    told = [f"{row['why']}: {row['name']} / {row['other_name']}" for row in (*missed, *wrong)]
    assert found / 100 >= 0.95, told
    assert found / (found + len(wrong)) >= 0.95, told


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("ho thi kim loan", "Hồ Thị Kim Loan", True),
        ("chu van an", "Chu Văn An", True),
        ("ong sau do", "Sáu Đò", True),
        ("ba nguyen thi sau", "Nguyễn Thị Sáu", True),
        ("ba nhan", "Ba Nhân", True),
        ("Bà Nhân", "Ba Nhân", False),
        ("Nguyễn V. Bảy", "Nguyễn Thị Bảy", False),
        ("", "", False),
        ("...", "Ông", False),
    ],
)
def test_what_is_a_title_and_what_a_name(one: str, other: str, are_alike: bool) -> None:
    place = frozenset({"W30037"})
    found = likeness(Candidate(one, (), place, 1960), Candidate(other, (), place, 1960))
    assert bool(found) is are_alike


def test_while_nobody_has_said_what_it_is_both_readings_are_tried() -> None:
    place = frozenset({"W30037"})
    typed = Candidate("THT trồng sen", (), place, None, None)
    assert likeness(typed, Candidate("Tổ hợp tác trồng sen", (), place, None, False)) == (
        "cùng tên",
        "cùng địa bàn",
    )
    assert name_keys(typed) == {"tht trong sen", "to hop tac trong sen"}


def test_likeness_does_not_depend_on_who_comes_first() -> None:
    for row in pairs():
        one, other = candidate(row, ""), candidate(row, "other_")
        assert bool(likeness(one, other)) == bool(likeness(other, one)), row
