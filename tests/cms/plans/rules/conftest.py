"""A small sound profile and its text, to be broken by the tests."""

import datetime

import pytest

TEXT = """ỦY BAN NHÂN DÂN TỈNH X
KẾ HOẠCH Tuyên truyền gương
I. MỤC TIÊU
1. Chung
Mỗi xã có ít nhất
02 điển hình.
2. Riêng
a) Báo có chuyên mục mỗi tuần.
b) Từ năm 2023 đến năm 2025.
II. KINH PHÍ
Ngân sách; phải có ít nhất 03 chữ ký.
Nơi nhận:
CHỦ TỊCH
"""

HEAD = {"section": "mở đầu", "quote": "KẾ HOẠCH"}
TERM = {"section": "I.2b", "quote": "Từ năm 2023 đến năm 2025"}
UNKNOWN = {"unknown": "Bản hiện có không ghi."}
COMMUNE = {"section": "I.1", "quote": "Mỗi xã có ít nhất 02 điển hình"}


def sound_profile() -> dict:
    plan = {
        "code": "x",
        "name": {"value": "Tuyên truyền gương", **HEAD},
        "kind": {"value": "plan", **HEAD},
        "issuing_body": {"value": "ubnd", **HEAD},
        "period_from": {"value": datetime.date(2023, 1, 1), "precision": "year", **TERM},
        "period_to": {"value": datetime.date(2025, 12, 31), "precision": "year", **TERM},
        "subject_types": {"value": ["individual"], "setting": "Để thử."},
        "scheme": {"value": 2024, "outside": "Danh mục."},
    }
    plan |= dict.fromkeys(
        ("number", "issued_on", "signer", "signer_title", "locality", "verifies_with"), UNKNOWN
    )
    lists = ("relations", "goals", "milestones", "duties", "sectors", "criteria", "movements")
    return {
        "plan": plan,
        "bodies": [
            {"code": "ubnd", "name": "UBND tỉnh X", "tier": "province", **HEAD},
            {"code": "cac-xa", "name": "Các xã", "tier": "commune", "group": True, **COMMUNE},
        ],
        "columns": [
            {
                "code": "guong",
                "name": {"value": "Gương", "setting": "Để thử."},
                "kind": "column",
                "media": ["print"],
                "body": "ubnd",
                "rhythm": {"value": "FREQ=WEEKLY", "section": "I.2a", "quote": "mỗi tuần"},
                "hour": {"value": datetime.time(6), "setting": "Để thử."},
                "section": "I.2a",
                "quote": "Báo có chuyên mục",
            }
        ],
        "targets": [
            {
                "code": "moi-xa",
                "name": "Điển hình của mỗi xã",
                "measures": ["publicised"],
                "tiers": ["commune"],
                "bodies": ["cac-xa"],
                "each": True,
                "number": 2,
                "percent": False,
                "period": "year",
                "rows": ["E9"],
                **COMMUNE,
            }
        ],
        "exceptions": [
            {
                "code": "chu-ky",
                "reason": "Là số chữ ký.",
                "section": "II",
                "quote": "phải có ít nhất 03 chữ ký",
            }
        ],
        "unknown": {"blocks": {"reason": "Không kê tên."}},
        "not_asked": {name: {"reason": "Không nêu."} for name in (*lists, "funding")},
    }


@pytest.fixture
def raw() -> dict:
    return sound_profile()


@pytest.fixture
def text() -> str:
    return TEXT
