"""tag: URIs (RFC 4151): names for entries that survive a new domain, a new slug and a new server."""

import re
from datetime import date

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_DNS_NAME = rf"{_LABEL}(?:\.{_LABEL})*"
_AUTHORITY = re.compile(rf"(?:[a-z0-9._-]+@)?{_DNS_NAME}")
_SPECIFIC = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})+")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def tag_uri(authority: str, day: date, specific: str) -> str:
    """Return `tag:<authority>,<day>:<specific>`.

    `authority` is a domain name or mail address in lower case (RFC 4151 §2.1) that was ours on `day`; keep
    that day for ever, also when the domain moves on. `specific` is ours to choose, in URI characters, not
    empty. The day is written in full, because RFC 4151 §2.4 compares tags character by character.

    Raises ValueError when a part does not fit the grammar.
    """
    if not _AUTHORITY.fullmatch(authority):
        raise ValueError(f"not a domain name or mail address in lower case: {authority!r}")
    if not _SPECIFIC.fullmatch(specific):
        raise ValueError(f"not made of URI characters: {specific!r}")
    return f"tag:{authority},{day.year:04}-{day.month:02}-{day.day:02}:{specific}"


def require_tag_uri(text: str) -> None:
    """Raise ValueError unless `text` is a tag: URI (RFC 4151 §2.1, without a fragment)."""
    scheme, _, rest = text.partition(":")
    entity, _, specific = rest.partition(":")
    authority, _, day = entity.partition(",")
    parts = (_AUTHORITY.fullmatch(authority), _DAY.fullmatch(day), _SPECIFIC.fullmatch(specific))
    if scheme != "tag" or not all(parts):
        raise ValueError(f"not a tag: URI: {text!r}")
