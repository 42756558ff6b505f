from enum import StrEnum


class ProposalState(StrEnum):
    """What became of somebody's word about an exemplar."""

    NEW = "new"
    ACCEPTED = "accepted"
    MERGED = "merged"
    DECLINED = "declined"


class ReadingVerdict(StrEnum):
    """What the exemplar says of the whole piece before it is published."""

    YES = "yes"
    WRONG = "wrong"
    NO = "no"


class PointVerdict(StrEnum):
    """What the exemplar says of one claim."""

    RIGHT = "right"
    WRONG = "wrong"
    OMIT = "omit"
