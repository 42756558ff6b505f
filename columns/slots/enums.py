from enum import StrEnum


class SlotState(StrEnum):
    """A slot exists, dated, before any story does."""

    OPEN = "open"
    FILLED = "filled"
    RELEASED = "released"
    MISSED = "missed"
    SKIPPED = "skipped"
