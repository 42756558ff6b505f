"""What happens to words from outside."""

from stories.letters.actions.proposals import (
    accept,
    decline,
    forget_contact,
    forget_old_contacts,
    merge,
    propose,
)
from stories.letters.actions.readings import answer_reading, ask_reading, override_reading, revoke_reading
from stories.letters.actions.refusals import AlreadySent, LetterRefused, NotAnswered

__all__ = [
    "AlreadySent",
    "LetterRefused",
    "NotAnswered",
    "accept",
    "answer_reading",
    "ask_reading",
    "decline",
    "forget_contact",
    "forget_old_contacts",
    "merge",
    "override_reading",
    "propose",
    "revoke_reading",
]
