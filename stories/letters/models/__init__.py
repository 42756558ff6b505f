"""Words from outside: proposals of exemplars, and what an exemplar says of a piece before it is published."""

from stories.letters.models.proposals import STATE_LABELS, Proposal
from stories.letters.models.readings import Reading, ReadingPoint

__all__ = ["STATE_LABELS", "Proposal", "Reading", "ReadingPoint"]
