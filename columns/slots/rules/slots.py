"""What may be done with a slot, when to try again, how late it is."""

from collections.abc import Collection
from datetime import datetime, timedelta

from cms.organisations.enums import Medium
from columns.slots.enums import SlotState

LATE_AFTER = timedelta(minutes=10)
MOST_DOUBLINGS = 5
SPOKEN = frozenset({Medium.RADIO, Medium.TELEVISION, Medium.LOUDSPEAKER})


def takes_another(state: SlotState, several_pieces: bool) -> bool:
    """An open slot takes a piece; a filled one only where the column is a special page."""
    return state == SlotState.OPEN or (state == SlotState.FILLED and several_pieces)


def is_planned(state: SlotState) -> bool:
    """Still ahead in the plan: its content may be moved."""
    return state in {SlotState.OPEN, SlotState.FILLED}


def takes_kind(media: Collection[str], is_spoken: bool) -> bool:
    """What is only heard or watched takes only what can be; a written piece has no sound."""
    return is_spoken or not media or not set(media) <= SPOKEN


def wait_before_retry(attempts: int) -> timedelta:
    """1, 2, 4 … minutes, at most 32: a blocked slot goes out soon after its cause is mended."""
    return timedelta(minutes=2 ** min(max(attempts - 1, 0), MOST_DOUBLINGS))


def minutes_late(planned: datetime, at: datetime) -> int:
    """Whole minutes past the planned hour, 0 within the grace of ten minutes."""
    late = at - planned
    return int(late.total_seconds() // 60) if late > LATE_AFTER else 0
