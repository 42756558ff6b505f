from enum import StrEnum


class SlotState(StrEnum):
    """A slot exists, dated, before any story does."""

    OPEN = "open"
    FILLED = "filled"
    RELEASED = "released"
    MISSED = "missed"
    SKIPPED = "skipped"


class Every(StrEnum):
    """The rhythms that a newsroom speaks of."""

    WEEK = "week"
    DAY_OF_MONTH = "day_of_month"
    WEEKDAY_OF_MONTH = "weekday_of_month"
