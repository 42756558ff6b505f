from enum import StrEnum


class NominationState(StrEnum):
    """Where a nomination stands between the commune and the desks (E5–E7)."""

    DRAFT = "draft"
    SIGNING = "signing"
    SENT = "sent"
    MORE_ASKED = "more_asked"
    VERIFYING = "verifying"
    CONCURRENCE = "concurrence"
    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    SELECTED = "selected"
    HANDED_OVER = "handed_over"


class Step(StrEnum):
    """What moves a nomination on."""

    HAND_TO_HEAD = "hand_to_head"
    GIVE_BACK = "give_back"
    SIGN = "sign"
    ASK_MORE = "ask_more"
    TAKE_UP = "take_up"
    ASK_CONCURRENCE = "ask_concurrence"
    CONCUR = "concur"
    FIND_ELIGIBLE = "find_eligible"
    DECLINE = "decline"
    SELECT = "select"
    HAND_OVER = "hand_over"


class Opinion(StrEnum):
    """What the second committee says of a nomination (E7)."""

    AGREED = "agreed"
    OBJECTED = "objected"


class HandOverState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    RETURNED = "returned"
