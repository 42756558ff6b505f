from enum import StrEnum


class Role(StrEnum):
    """Who works in the pipeline; each role is one Django group of this code."""

    CLERK = "clerk"
    HEAD = "head_of_body"
    STANDING_OFFICE = "standing_office"
    COUNCIL_MEMBER = "council_member"
    PROPAGANDA = "propaganda_committee"
    JOURNALIST = "journalist"
    CONTRIBUTOR = "contributor"
    DESK_EDITOR = "desk_editor"
    RADIO_EDITOR = "radio_editor"
    MANAGING_EDITOR = "managing_editor"
    EDITOR_IN_CHIEF = "editor_in_chief"
    PHOTO_DESK = "photo_desk"
    ADMINISTRATOR = "administrator"


class Purpose(StrEnum):
    """What a secret link or code is for; it opens nothing else."""

    PROPOSAL = "proposal"
    READING = "reading"


class LinkState(StrEnum):
    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"
