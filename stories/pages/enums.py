from enum import StrEnum


class Genre(StrEnum):
    """Thể loại, in the newsroom's own terms (glossary)."""

    NEWS = "news_item"
    ARTICLE = "article"
    REPORTAGE = "reportage"
    SKETCH = "sketch"
    LITERARY = "literary_reportage"
    PROFILE = "profile"


class TakedownReason(StrEnum):
    """Why readers may no longer have a page."""

    HOLD = "hold"
    CONSENT = "consent"
    PHOTO = "photo"
    ORDER = "order"
    MISTAKE = "mistake"
    SOURCE = "source"


class Standing(StrEnum):
    """Where a piece is, in the newsroom's words; a published piece whose change is on the road is at two places."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    TAKEN_DOWN = "taken_down"
