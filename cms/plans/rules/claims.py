"""What rows say together: codes once, spans that run forwards, every "ít nhất NN" accounted for."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cms.plans.rules.asks import is_day
from cms.plans.rules.faults import Draft, Fault, Table
from cms.plans.rules.grounds import quoted_spans
from cms.plans.rules.plan_text import AtLeast
from cms.plans.rules.profile import LISTS

SPANS = (("period_from", "period_to"), ("due_from", "due_to"), ("valid_from", "valid_to"))
PLAN_ROW = re.compile(r"[PESCUVR]\d{1,2}")


def claim_faults(draft: Draft) -> Iterator[Fault]:
    """Faults that show only when rows are held against each other or against the whole text."""
    yield from _duplicate_codes(draft)
    for key, row in [("plan", draft.table("plan")), *draft.all_rows()]:
        yield from _backward_spans(draft, key, row)
    for key, row in draft.all_rows():
        yield from _strange_plan_rows(draft, key, row)
    yield from _vain_successions(draft)
    yield from _miscounted_targets(draft)
    yield from _unmapped(draft)


def _duplicate_codes(draft: Draft) -> Iterator[Fault]:
    for name in LISTS:
        for code, times in Counter(str(code) for code in draft.codes[name] if code).items():
            if times > 1:
                yield draft.fault(f"{name}.code", "mã chỉ dùng một lần trong danh sách", code)


def _backward_spans(draft: Draft, key: str, row: Table) -> Iterator[Fault]:
    for first, last in SPANS:
        start, end = _value(row.get(first)), _value(row.get(last))
        if is_day(start) and is_day(end) and start > end:
            yield draft.fault(f"{key}.{last}", f"ngày không sớm hơn {start}", end)


def _vain_successions(draft: Draft) -> Iterator[Fault]:
    """A body that would, step by step, succeed itself."""
    bodies = list(draft.rows("bodies"))
    heirs = {str(row.get("code")): str(_value(row.get("successor"))) for _, row in bodies}
    for key, row in bodies:
        seen, heir = {str(row.get("code"))}, heirs[str(row.get("code"))]
        while heir in heirs and heir not in seen:
            seen, heir = seen | {heir}, heirs[heir]
        if heir in seen:
            yield draft.fault(f"{key}.successor", "một cơ quan khác, không quay lại chính nó", heir)


def _value(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value


def _strange_plan_rows(draft: Draft, key: str, row: Table) -> Iterator[Fault]:
    rows = row.get("rows", [])
    for each in rows if isinstance(rows, list) else [rows]:
        if not PLAN_ROW.fullmatch(str(each)):
            yield draft.fault(f"{key}.rows", "mã dòng yêu cầu, ví dụ E9", each)


def _miscounted_targets(draft: Draft) -> Iterator[Fault]:
    """A target that quotes an "ít nhất NN" must ask for that number."""
    for key, row in draft.rows("targets"):
        for number in sorted({phrase.number for phrase in _quoted(draft, row)}):
            if row.get("number") != number:
                yield draft.fault(f"{key}.number", f"số {number} như văn bản trích", row.get("number"))


def _unmapped(draft: Draft) -> Iterator[Fault]:
    """An "ít nhất NN" of the text that no target and no exception quotes."""
    rows = [row for name in ("targets", "exceptions") for _, row in draft.rows(name)]
    mapped = {phrase for row in rows for phrase in _quoted(draft, row)}
    for phrase in draft.text.at_least():
        if phrase not in mapped:
            words = f"mục {phrase.section}: ít nhất {phrase.number:02}"
            yield draft.fault("targets", "một chỉ tiêu hoặc một ngoại lệ trích câu “ít nhất” này", words)


def _quoted(draft: Draft, row: Table) -> list[AtLeast]:
    spans = quoted_spans(draft, row)
    return [phrase for phrase in draft.text.at_least() if any(span.covers(phrase.span) for span in spans)]
