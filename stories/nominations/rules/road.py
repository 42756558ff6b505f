"""The road of a nomination, on plain data: which step leads from where to where."""

from stories.nominations.enums import NominationState as S
from stories.nominations.enums import Step

ROAD: dict[Step, tuple[frozenset[S], S]] = {
    Step.HAND_TO_HEAD: (frozenset({S.DRAFT, S.MORE_ASKED}), S.SIGNING),
    Step.GIVE_BACK: (frozenset({S.SIGNING}), S.DRAFT),
    Step.SIGN: (frozenset({S.DRAFT, S.SIGNING, S.MORE_ASKED}), S.SENT),
    Step.ASK_MORE: (frozenset({S.SENT, S.VERIFYING}), S.MORE_ASKED),
    Step.TAKE_UP: (frozenset({S.SENT}), S.VERIFYING),
    Step.ASK_CONCURRENCE: (frozenset({S.VERIFYING, S.CONCURRENCE}), S.CONCURRENCE),
    Step.CONCUR: (frozenset({S.CONCURRENCE}), S.VERIFYING),
    Step.FIND_ELIGIBLE: (frozenset({S.VERIFYING}), S.ELIGIBLE),
    Step.DECLINE: (frozenset({S.SENT, S.MORE_ASKED, S.VERIFYING, S.CONCURRENCE, S.ELIGIBLE}), S.INELIGIBLE),
    Step.SELECT: (frozenset({S.ELIGIBLE}), S.SELECTED),
    Step.HAND_OVER: (frozenset({S.SELECTED, S.HANDED_OVER}), S.HANDED_OVER),
}
WITH_THE_BODY = frozenset({S.DRAFT, S.SIGNING, S.MORE_ASKED})


def next_state(state: S, step: Step) -> S | None:
    """Where the step leads, None where it cannot be taken."""
    begins, ends = ROAD[step]
    return ends if state in begins else None


def asked_after(step: Step, before: str, reason: str, was_sent: bool) -> str:
    """What the body still has to answer after the step: what the office asked, and below it what the head adds.

    It stays while the paper goes to and fro inside the body, and ends with the signature that answers it.
    """
    match step:
        case Step.HAND_TO_HEAD:
            return before
        case Step.GIVE_BACK:
            added = f"Thủ trưởng: {reason}" if was_sent else reason
            return f"{before}\n{added}" if before else added
        case _:
            return reason


def steps_from(state: S) -> list[Step]:
    return [step for step, (begins, _) in ROAD.items() if state in begins]
