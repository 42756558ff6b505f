"""What happens to a nomination on its road from the commune to the desks."""

from stories.nominations.actions.desks import accept, give_back_to_office, hand_over
from stories.nominations.actions.office import (
    ask_concurrence,
    ask_more,
    concur,
    decline,
    find_eligible,
    select,
    take_up,
)
from stories.nominations.actions.photos import (
    WrongOffset,
    add_part,
    add_photo,
    announce_photo,
    remove_photo,
)
from stories.nominations.actions.refusals import EditedElsewhere, Incomplete, NominationRefused
from stories.nominations.actions.writing import (
    give_back,
    hand_to_head,
    save_draft,
    sign,
    start,
    throw_away,
    tidied,
)

__all__ = [
    "EditedElsewhere",
    "Incomplete",
    "NominationRefused",
    "WrongOffset",
    "accept",
    "add_part",
    "add_photo",
    "announce_photo",
    "ask_concurrence",
    "ask_more",
    "concur",
    "decline",
    "find_eligible",
    "give_back",
    "give_back_to_office",
    "hand_over",
    "hand_to_head",
    "remove_photo",
    "save_draft",
    "select",
    "sign",
    "start",
    "take_up",
    "throw_away",
    "tidied",
]
