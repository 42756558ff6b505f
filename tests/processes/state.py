"""What a reader and an editor would find; run as a script it writes that as JSON."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from wagtail.models import ModelLogEntry, PageLogEntry  # noqa: E402

from cms.notifications.models import OutboxMessage  # noqa: E402
from columns.slots.models import Slot  # noqa: E402


def states() -> list[dict[str, object]]:
    return [_describe(slot) for slot in Slot.objects.order_by("at")]


def _describe(slot: Slot) -> dict[str, object]:
    pages = [item.page for item in slot.items.select_related("page")]
    return {
        "state": slot.state,
        "live": [page.live for page in pages],
        "published": [
            PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count() for page in pages
        ],
        "released": ModelLogEntry.objects.filter(action="slots.release", object_id=str(slot.pk)).count(),
        "messages": OutboxMessage.objects.filter(key=f"slot.released:{slot.pk}").count(),
    }


if __name__ == "__main__":
    json.dump(states(), sys.stdout)
