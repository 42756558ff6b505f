"""`faults_of` names everything that is wrong, at once; `parse` reads what is sound."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from cms.organisations.enums import Medium, Tier
from cms.plans.enums import GroundKind, Measure, Precision
from cms.plans.rules import Fault, faults_of, parse

pytestmark = pytest.mark.rule

Break = Callable[[dict[str, Any]], object]


def keys(raw: dict[str, Any], text: str) -> list[str]:
    return [fault.key for fault in faults_of(raw, text)]


def put(*path: str | int, value: object) -> Break:
    """A change of one value of a profile, by its path."""

    def change(raw: Any) -> None:
        *way, last = path
        for step in way:
            raw = raw[step]
        raw[last] = value

    return change


def drop(*path: str | int) -> Break:
    def change(raw: Any) -> None:
        *way, last = path
        for step in way:
            raw = raw[step]
        del raw[last]

    return change


def test_sound_profile_has_no_faults(raw: dict, text: str) -> None:
    assert faults_of(raw, text) == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        pytest.param(drop("plan"), "plan", id="no-plan"),
        pytest.param(drop("plan", "signer"), "plan.signer", id="missing-key"),
        pytest.param(put("plan", "sigher", value="A"), "plan.sigher", id="strange-key"),
        pytest.param(put("planets", value=[]), "planets", id="strange-table"),
        pytest.param(put("plan", "name", value="Tên trơn"), "plan.name", id="value-without-ground"),
        pytest.param(put("plan", "name", value={"value": "Tên"}), "plan.name", id="value-with-empty-ground"),
        pytest.param(put("plan", "kind", "value", value="law"), "plan.kind.value", id="unknown-choice"),
        pytest.param(
            put("plan", "period_from", "value", value="2023-01-01"),
            "plan.period_from.value",
            id="day-in-quotes",
        ),
        pytest.param(
            put("plan", "period_to", "value", value=datetime.date(2022, 1, 1)),
            "plan.period_to",
            id="backwards",
        ),
        pytest.param(
            put("plan", "period_to", "precision", value="week"), "plan.period_to.precision", id="precision"
        ),
        pytest.param(
            put("plan", "number", value={"unknown": " "}), "plan.number.unknown", id="unknown-without-reason"
        ),
        pytest.param(
            put("plan", "number", value={"unknown": "Trống.", "value": "1"}),
            "plan.number.value",
            id="unknown-and-known",
        ),
        pytest.param(
            put("plan", "issuing_body", "value", value="ai"), "plan.issuing_body.value", id="dangling-body"
        ),
        pytest.param(
            put("plan", "name", "quote", value="không có"), "plan.name.quote", id="quote-not-in-text"
        ),
        pytest.param(
            put("plan", "name", "section", value="I.1"), "plan.name.quote", id="quote-in-another-section"
        ),
        pytest.param(
            put("plan", "name", "section", value="IX"), "plan.name.section", id="section-not-in-text"
        ),
        pytest.param(drop("bodies", 0, "quote"), "bodies[1].quote", id="section-without-quote"),
        pytest.param(put("bodies", 1, "also", value=["V.8"]), "bodies[2].also[1]", id="also-without-quote"),
        pytest.param(put("bodies", 1, "tier", value="hamlet"), "bodies[2].tier", id="unknown-tier"),
        pytest.param(put("bodies", 1, "group", value="có"), "bodies[2].group", id="flag-in-words"),
        pytest.param(put("bodies", 1, "code", value="ubnd"), "bodies.code", id="duplicate-code"),
        pytest.param(
            put("plan", "period_to", value={"unknown": "Trống."}),
            "plan.period_to.unknown",
            id="must-be-known",
        ),
        pytest.param(
            put("bodies", 1, "successor", value={"value": "cac-xa", "outside": "Thử."}),
            "bodies[2].successor",
            id="successor-of-itself",
        ),
        pytest.param(drop("not_asked", "sectors"), "sectors", id="empty-list-without-reason"),
        pytest.param(
            put("not_asked", "sectors", value={}), "not_asked.sectors.reason", id="absence-without-reason"
        ),
        pytest.param(
            put("unknown", "stars", value={"reason": "Xa."}), "unknown.stars", id="absence-of-no-list"
        ),
        pytest.param(
            put("columns", 0, "rhythm", "value", value="FREQ=OFTEN"), "columns[1].rhythm.value", id="rrule"
        ),
        pytest.param(
            put("columns", 0, "rhythm", "value", value="mỗi tuần"),
            "columns[1].rhythm.value",
            id="rrule-words",
        ),
        pytest.param(
            put("columns", 0, "hour", "value", value="06:00"), "columns[1].hour.value", id="hour-in-quotes"
        ),
        pytest.param(
            put("columns", 0, "media", value=["print", "drum"]), "columns[1].media[2]", id="unknown-medium"
        ),
        pytest.param(put("columns", 0, "media", value="print"), "columns[1].media", id="not-a-list"),
        pytest.param(drop("targets", 0, "measures"), "targets[1].measures", id="target-without-measure"),
        pytest.param(
            put("targets", 0, "measures", value=[]), "targets[1].measures", id="target-with-no-measures"
        ),
        pytest.param(put("targets", 0, "number", value=0), "targets[1].number", id="number-not-positive"),
        pytest.param(
            put("targets", 0, "number", value=3), "targets[1].number", id="number-other-than-quoted"
        ),
        pytest.param(put("targets", 0, "period", value="week"), "targets[1].period", id="unknown-period"),
        pytest.param(put("targets", 0, "rows", value=["X1"]), "targets[1].rows", id="no-row-of-the-plans"),
        pytest.param(put("exceptions", value=[]), "targets", id="at-least-neither-target-nor-exception"),
        pytest.param(put("targets", value={"code": "x"}), "targets", id="list-that-is-a-table"),
    ],
)
def test_fault_is_named_where_it_stands(raw: dict, text: str, change: Break, key: str) -> None:
    change(raw)
    assert key in keys(raw, text)


def test_all_faults_are_listed_at_once(raw: dict, text: str) -> None:
    for change in (
        drop("plan", "signer"),
        put("plan", "period_to", "value", value="2025"),
        put("bodies", 1, "tier", value="hamlet"),
        put("columns", 0, "body", value="ai"),
        put("columns", 0, "quote", value="không có"),
        drop("targets", 0, "measures"),
        drop("exceptions"),
    ):
        change(raw)
    assert keys(raw, text) == [
        "plan.period_to.value",
        "plan.signer",
        "bodies[2].tier",
        "columns[1].body",
        "columns[1].quote",
        "targets[1].measures",
        "targets",
    ]


def test_fault_says_file_key_and_what_is_expected(raw: dict, text: str) -> None:
    raw["targets"][0]["number"] = "hai"
    fault = faults_of(raw, text, file="x.toml")[0]
    assert fault == Fault("x.toml", "targets[1].number", "một số nguyên dương", "“hai”")
    assert str(fault) == "x.toml: targets[1].number: cần một số nguyên dương; hiện: “hai”"


def test_missing_key_is_said_to_be_missing(raw: dict, text: str) -> None:
    del raw["plan"]["code"]
    assert [str(fault) for fault in faults_of(raw, text, file="x.toml")] == [
        "x.toml: plan.code: cần một đoạn chữ; hiện: thiếu"
    ]


def test_profile_is_read_into_frozen_data(raw: dict) -> None:
    profile = parse(raw)
    target, column = profile.targets[0], profile.columns[0]
    assert (target.measures, target.tiers, target.number) == ((Measure.PUBLICISED,), (Tier.COMMUNE,), 2)
    assert (column.media, column.rhythm.value, column.default) == ((Medium.PRINT,), "FREQ=WEEKLY", None)
    assert profile.plan.period_to.value == datetime.date(2025, 12, 31)
    assert profile.plan.period_to.precision is Precision.YEAR
    assert [absence.list for absence in profile.unknown] == ["blocks"]


def test_unknown_value_is_none_with_its_reason(raw: dict) -> None:
    number = parse(raw).plan.number
    assert number.value is None
    assert [(ground.kind, ground.reason) for ground in number.grounds] == [
        (GroundKind.UNKNOWN, "Bản hiện có không ghi.")
    ]
