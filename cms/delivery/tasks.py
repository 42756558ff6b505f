"""What follows dropped pages, delivered from the Outbox."""

from typing import Any

from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache


def purge(payload: dict[str, Any]) -> None:
    """Tell the cache in front of the site exactly which addresses are new."""
    purge_urls_from_cache(payload["urls"])
