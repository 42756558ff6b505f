"""What follows a takedown, delivered from the Outbox: letters, files, caches in front of the site."""

from typing import Any

from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.frontend_cache.utils import purge_pages_from_cache

from cms.notifications.letters import tell
from cms.people.enums import Role
from cms.people.queries import addresses_of
from stories.pages.actions import seal_files
from stories.pages.models import Takedown


def tell_editors(payload: dict[str, Any]) -> None:
    """What was taken down and what could not be reached; not why, which may be what somebody took back."""
    takedown = _takedown(payload)
    left = "".join(f"\n- {label}" for label in takedown.beyond_reach)
    body = (
        f"Đã gỡ khỏi trang, danh sách, tìm kiếm và nguồn tin lúc {timezone.localtime(takedown.at):%H:%M %d/%m/%Y}.\n"
        f"\nKhông thu hồi được:{left or ' không có.'}"
    )
    path = reverse("takedowns:takedown", args=[takedown.pk])
    tell(addresses_of(Role.MANAGING_EDITOR), f"Đã gỡ: {takedown.title}", body, path)


def clean_up(payload: dict[str, Any]) -> None:
    """After the commit: a cache that was purged inside the transaction could have fetched the old page again."""
    takedown = _takedown(payload)
    seal_files(takedown, at=takedown.at)
    page = takedown.page
    purge_pages_from_cache([page.specific, *page.get_ancestors().live().specific()])


def remove_old_files(payload: dict[str, Any]) -> None:
    for name in payload["names"]:
        default_storage.delete(name)


def _takedown(payload: dict[str, Any]) -> Takedown:
    return Takedown.objects.select_related("page").get(pk=payload["takedown"])
