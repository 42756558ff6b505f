"""What a row or a value rests on: words of the text in the section named, or a reason given in words."""

from collections.abc import Iterator
from typing import Any

from cms.plans.enums import GroundKind
from cms.plans.rules.asks import is_words
from cms.plans.rules.faults import Draft, Fault, Table
from cms.plans.rules.plan_text import Span
from cms.plans.rules.profile import Ground

REASONED = (GroundKind.OUTSIDE, GroundKind.SETTING, GroundKind.UNKNOWN)
GROUND_KEYS = ("section", "quote", "also", *(kind.value for kind in REASONED))
ASKED = "“section” và “quote” của kế hoạch, hoặc lý do ở “outside”, “setting” hay “unknown”"


def ground_faults(draft: Draft, key: str, table: Table) -> Iterator[Fault]:
    """Faults of the ground of one row or value."""
    reasons = [kind.value for kind in REASONED if kind.value in table]
    if "quote" not in table and "section" not in table and not reasons:
        yield draft.fault(key, ASKED)
    for reason in reasons:
        if not is_words(table[reason]):
            yield draft.fault(f"{key}.{reason}", "lý do bằng chữ", table[reason])
    for where, quoted in quotations(key, table):
        yield from _quotation_faults(draft, where, quoted)


def _quotation_faults(draft: Draft, key: str, quoted: Any) -> Iterator[Fault]:
    if not isinstance(quoted, dict):
        yield draft.fault(key, "một bảng có “section” và “quote”", quoted)
        return
    section, quote = quoted.get("section"), quoted.get("quote")
    if not is_words(section):
        yield draft.fault(f"{key}.section", "mục của kế hoạch, ví dụ V.8", section)
    elif section not in draft.text.sections:
        yield draft.fault(f"{key}.section", "một mục có trong văn bản kế hoạch", section)
    if not is_words(quote):
        yield draft.fault(f"{key}.quote", "vài chữ trích đúng văn bản", quote)
    elif section in draft.text.sections and draft.text.find(str(quote), str(section)) is None:
        yield draft.fault(f"{key}.quote", f"đúng những chữ có ở mục {section} của văn bản", quote)


def quotations(key: str, table: Table) -> list[tuple[str, Any]]:
    """The quotations of a row or value, each with its key: its own first, then those of `also`."""
    own = [(key, table)] if "quote" in table or "section" in table else []
    also = table.get("also", [])
    if not isinstance(also, list):
        return [*own, (f"{key}.also", also)]
    return [*own, *((f"{key}.also[{n}]", each) for n, each in enumerate(also, start=1))]


def quoted_spans(draft: Draft, table: Table) -> list[Span]:
    """Where the quotations of a row stand in the text; what is not found is left out."""
    found = [
        draft.text.find(str(quoted.get("quote", "")), str(quoted.get("section", "")))
        for _, quoted in quotations("", table)
        if isinstance(quoted, dict)
    ]
    return [span for span in found if span]


def read_grounds(table: Table) -> tuple[Ground, ...]:
    """The grounds of a sound row or value."""
    texts = [Ground(GroundKind.TEXT, q["section"], q["quote"]) for _, q in quotations("", table)]
    return (*texts, *(Ground(kind, reason=table[kind.value]) for kind in REASONED if kind.value in table))
