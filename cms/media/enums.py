from enum import StrEnum


class Rights(StrEnum):
    """On what ground a picture or file may be shown."""

    OWN = "own"
    GIVEN = "given"
    ARCHIVE = "archive"
    LICENSED = "licensed"
    SAMPLE = "sample"
