from collections.abc import Mapping


class NominationRefused(Exception):
    """What was asked cannot be done with this nomination now; the text says why and what to do."""


class Incomplete(NominationRefused):
    """Something that the head would answer for is missing; `faults` says what, by field."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__("Phiếu còn thiếu: " + " ".join(self.faults.values()))


class EditedElsewhere(NominationRefused):
    """Somebody saved another edition meanwhile; what is stored now goes with the refusal."""
