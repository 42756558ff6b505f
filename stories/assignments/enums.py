from enum import StrEnum


class AssignmentState(StrEnum):
    """What a desk has to do, from the hand-over to the piece."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DONE = "done"
    DROPPED = "dropped"


class Priority(StrEnum):
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"
