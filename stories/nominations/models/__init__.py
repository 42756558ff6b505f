"""From the commune to the desks: nomination, joint verification, selection, hand-over (E5–E7, S5, P11)."""

from stories.nominations.models.decisions import Concurrence, Selection
from stories.nominations.models.hand_overs import HandOver, HandOverQuerySet
from stories.nominations.models.nominations import STATE_LABELS, Nomination, NominationKey, NominationQuerySet
from stories.nominations.models.photos import NominationPhoto, PhotoPart, private_storage

__all__ = [
    "STATE_LABELS",
    "Concurrence",
    "HandOver",
    "HandOverQuerySet",
    "Nomination",
    "NominationKey",
    "NominationPhoto",
    "NominationQuerySet",
    "PhotoPart",
    "Selection",
    "private_storage",
]
