"""Whether every key is there and is what it must be."""

from collections.abc import Iterator
from typing import Any

from cms.plans.enums import GroundKind, Precision
from cms.plans.rules.asks import Ask, asks_of, is_words
from cms.plans.rules.faults import Draft, Fault, Table
from cms.plans.rules.grounds import GROUND_KEYS, ground_faults
from cms.plans.rules.profile import ABSENCES, LISTS, MAY_BE_EMPTY, NEVER_LISTED, PlanFacts


def shape_faults(draft: Draft) -> Iterator[Fault]:
    """Faults of single tables: strange and missing keys, wrong kinds of value, grounds."""
    yield from _strange(draft, "", draft.raw, {"plan", *LISTS, *ABSENCES})
    if isinstance(draft.raw.get("plan"), dict):
        yield from _table_faults(draft, "plan", draft.table("plan"), asks_of(PlanFacts))
    else:
        yield draft.fault("plan", "bảng [plan]", draft.raw.get("plan"))
    for name, shape in LISTS.items():
        yield from _list_faults(draft, name, asks_of(shape))
    for name in ABSENCES:
        yield from _absence_faults(draft, name)


def _list_faults(draft: Draft, name: str, asks: dict[str, Ask]) -> Iterator[Fault]:
    found = draft.raw.get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        yield draft.fault(name, f"các dòng [[{name}]]", found)
    explained = name in MAY_BE_EMPTY or any(name in draft.table(absence) for absence in ABSENCES)
    if not found and not explained:
        yield draft.fault(
            name, f"ít ra một dòng [[{name}]], hoặc lý do ở [unknown.{name}] hay [not_asked.{name}]"
        )
    for key, row in draft.rows(name):
        yield from _table_faults(draft, key, row, asks, also=(*GROUND_KEYS, "rows"))
        yield from ground_faults(draft, key, row)


def _absence_faults(draft: Draft, absence: str) -> Iterator[Fault]:
    for name, table in draft.table(absence).items():
        key = f"{absence}.{name}"
        if name not in {*LISTS, *NEVER_LISTED}:
            yield draft.fault(key, "tên một danh sách của hồ sơ", name)
        if not isinstance(table, dict) or not is_words(table.get("reason")):
            yield draft.fault(f"{key}.reason", "lý do bằng chữ")
        elif "quote" in table or "section" in table:
            yield from ground_faults(draft, key, table)


def _table_faults(
    draft: Draft, key: str, table: Table, asks: dict[str, Ask], also: tuple[str, ...] = ()
) -> Iterator[Fault]:
    yield from _strange(draft, f"{key}.", table, {*asks, *also})
    for name, ask in asks.items():
        if name in table:
            check = _grounded_faults if ask.has_ground else _plain_faults
            yield from check(draft, f"{key}.{name}", table[name], ask)
        elif ask.required:
            yield draft.fault(f"{key}.{name}", ask.expected)


def _grounded_faults(draft: Draft, key: str, table: Any, ask: Ask) -> Iterator[Fault]:
    """A value with a ground of its own: `{ value = …, section = …, quote = … }`, or `{ unknown = "…" }`."""
    if not isinstance(table, dict):
        yield draft.fault(key, "bảng { value = …, section = …, quote = … } hoặc { unknown = lý do }", table)
        return
    yield from _strange(draft, f"{key}.", table, {"value", "precision", *GROUND_KEYS})
    yield from ground_faults(draft, key, table)
    unknown = GroundKind.UNKNOWN.value in table
    if unknown and ask.known:
        yield draft.fault(f"{key}.unknown", "một giá trị: điều này không được bỏ trống", table["unknown"])
    elif "value" in table and unknown:
        yield draft.fault(f"{key}.value", "bỏ trống khi đã ghi “unknown”", table["value"])
    elif not unknown:
        yield from _plain_faults(draft, f"{key}.value", table.get("value"), ask)
    if table.get("precision", Precision.DAY) not in list(Precision):
        yield draft.fault(f"{key}.precision", "một trong: " + ", ".join(Precision), table["precision"])


def _plain_faults(draft: Draft, key: str, value: Any, ask: Ask) -> Iterator[Fault]:
    if not ask.many:
        yield from _one_fault(draft, key, value, ask)
    elif not isinstance(value, list) or (ask.required and not value):
        yield draft.fault(key, f"danh sách, mỗi phần tử là {ask.expected}", value)
    else:
        for place, each in enumerate(value, start=1):
            yield from _one_fault(draft, f"{key}[{place}]", each, ask)


def _one_fault(draft: Draft, key: str, value: Any, ask: Ask) -> Iterator[Fault]:
    if not ask.accepts(value) or (ask.refers and value not in draft.codes[ask.refers]):
        yield draft.fault(key, ask.expected, value)


def _strange(draft: Draft, prefix: str, table: Table, known: set[str]) -> Iterator[Fault]:
    for name in table:
        if name not in known:
            yield draft.fault(f"{prefix}{name}", "khóa có trong mẫu hồ sơ (khóa này lạ)", name)
