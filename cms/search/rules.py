"""What comes first among found pieces, on plain data."""

from cms.core.text import normalise

LONGEST_QUERY = 200


def cleaned(query: str) -> str:
    """What somebody typed, repaired, composed and not longer than 200 characters."""
    return normalise(query).strip()[:LONGEST_QUERY]


def exactness(query: str, title: str, standfirst: str) -> int:
    """Smaller is nearer: 0 the words with their tones in the title, 1 in the standfirst, 2 only without tones."""
    wanted = query.casefold()
    if wanted in normalise(title).casefold():
        return 0
    return 1 if wanted in normalise(standfirst).casefold() else 2
