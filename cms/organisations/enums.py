from enum import StrEnum


class Tier(StrEnum):
    """Where a body stands; targets of the plans are set by tier (plan rows P3, E9)."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    DEPARTMENT = "department"
    PARTY = "party"
    MASS_ORGANISATION = "mass_organisation"
    PRESS = "press"
    SCHOOL = "school"
    ENTERPRISE = "enterprise"
    COUNCIL = "council"
    OTHER = "other"


class Medium(StrEnum):
    """Where a desk or a column appears; also the channel a consent is given for."""

    PRINT = "print"
    WEB = "web"
    RADIO = "radio"
    TELEVISION = "television"
    LOUDSPEAKER = "loudspeaker"


class BlockKind(StrEnum):
    BLOCK = "block"
    CLUSTER = "cluster"
