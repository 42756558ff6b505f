from enum import StrEnum


class ClaimKind(StrEnum):
    FIGURE = "figure"
    AWARD = "award"
    DATE = "date"
    QUOTE = "quote"
    DEED = "deed"


class Verdict(StrEnum):
    UNCHECKED = "unchecked"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    REFUTED = "refuted"


class EvidenceKind(StrEnum):
    DOCUMENT = "document"
    WITNESS = "witness"
    PHOTO = "photo"
    FIELD_CHECK = "field_check"


class ConsentItem(StrEnum):
    """What a person allows to be shown (law 91/2025)."""

    NAME = "name"
    PHOTO = "photo"
    VOICE = "voice"
    ADDRESS = "address"
    SENSITIVE = "sensitive"


class Signer(StrEnum):
    SELF = "self"
    LEGAL_REPRESENTATIVE = "legal_representative"
