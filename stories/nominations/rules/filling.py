"""What a nomination must say before its head may sign it (P11), on plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST_DEEDS = 5
REQUIRED = {
    "subject_type": "Hãy chọn cá nhân, tập thể, hộ gia đình hay mô hình.",
    "name": "Hãy ghi họ tên, hoặc tên gọi của tập thể, mô hình.",
    "locality": "Hãy chọn xã, phường hiện nay.",
    "sector": "Hãy chọn lĩnh vực.",
    "contact_name": "Hãy ghi tên người ở đơn vị mà Cơ quan Thường trực có thể hỏi thêm.",
    "contact_phone": "Hãy ghi số điện thoại của người đó.",
}
NO_DEED = "Hãy kể ít nhất một việc làm, kèm con số nếu có."
NO_PROOF = "Việc này dựa vào đâu: giấy tờ gì, ai thấy, ai xác nhận?"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing the nominee did, and what it rests on; each becomes a claim to be verified by itself (E8)."""

    text: str
    proof: str


def deeds_of(rows: Sequence[Mapping[str, str]]) -> list[Deed]:
    """The rows that say something, in their order."""
    deeds = [Deed(row.get("text", "").strip(), row.get("proof", "").strip()) for row in rows[:MOST_DEEDS]]
    return [deed for deed in deeds if deed.text or deed.proof]


def missing(values: Mapping[str, Any], deeds: Sequence[Deed]) -> dict[str, str]:
    """By field: what still has to be filled in, in words that say what to do. `deed_2` is the second deed's text."""
    faults = {name: sentence for name, sentence in REQUIRED.items() if not values.get(name)}
    if not deeds:
        faults["deed_1"] = NO_DEED
    for number, deed in enumerate(deeds, start=1):
        if not deed.text:
            faults[f"deed_{number}"] = NO_DEED
        if not deed.proof:
            faults[f"proof_{number}"] = NO_PROOF
    return faults
