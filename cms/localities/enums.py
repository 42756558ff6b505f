from enum import IntEnum, StrEnum


class Scheme(IntEnum):
    """The official list a code belongs to; the same code meant another unit before (P82 was Tiền Giang)."""

    UNTIL_2025 = 2024
    SINCE_2025 = 2025


class Level(StrEnum):
    """The tier of administration; districts ended on 30/6/2025."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
