"""How long a message waits before the next try."""

from datetime import timedelta

LONGEST_WAIT = timedelta(hours=6)


def wait_before_retry(attempts: int) -> timedelta:
    """1, 2, 4 … minutes after the first, second, third failure, at most six hours."""
    return min(timedelta(minutes=2 ** min(attempts - 1, 12)), LONGEST_WAIT)
