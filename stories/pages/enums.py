from enum import StrEnum


class Genre(StrEnum):
    """Thể loại, in the newsroom's own terms (glossary)."""

    NEWS = "news_item"
    ARTICLE = "article"
    REPORTAGE = "reportage"
    SKETCH = "sketch"
    LITERARY = "literary_reportage"
    PROFILE = "profile"
