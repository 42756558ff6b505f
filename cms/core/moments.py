"""Moments as feeds write them: always UTC and whole seconds, so that equal moments give equal bytes.

Nothing here depends on the locale: the standard library's `email.utils` has its own English names.
"""

from datetime import UTC, datetime
from email.utils import format_datetime


def require_aware(*moments: datetime) -> None:
    """Raise ValueError for a moment without a time zone: nobody outside could tell when it was."""
    for moment in moments:
        if moment.utcoffset() is None:
            raise ValueError(f"a moment without a time zone: {moment!r}")


def utc_second(moment: datetime) -> datetime:
    """Return the moment in UTC, cut to the second."""
    require_aware(moment)
    return moment.astimezone(UTC).replace(microsecond=0)


def rfc822(moment: datetime) -> str:
    """Return the date as RSS and OPML want it (RFC 822, long years): `Fri, 20 Nov 2026 01:00:00 +0000`."""
    return format_datetime(utc_second(moment))


def rfc3339(moment: datetime) -> str:
    """Return the date as Atom wants it (RFC 3339): `2026-11-20T01:00:00+00:00`."""
    return utc_second(moment).isoformat()
