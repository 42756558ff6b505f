"""What a reader and an editor would find; run as a script it writes the slots as JSON."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.core.files.storage import default_storage  # noqa: E402
from wagtail.models import ModelLogEntry, Page, PageLogEntry  # noqa: E402

from broadcasts.programmes.models import EpisodePage  # noqa: E402
from cms.notifications.models import OutboxMessage  # noqa: E402
from columns.slots.models import Slot  # noqa: E402
from stories.pages.models import StoryPage, Takedown  # noqa: E402


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


def public_states() -> list[dict[str, object]]:
    """The stories and the episode: on the site or taken down, and their files."""
    stories, episodes = StoryPage.objects.order_by("pk"), EpisodePage.objects.order_by("pk")
    return [
        *(_public(story, story.lead_photo.file.name, "chan-dung") for story in stories),
        *(_public(episode, episode.audio.file.name, "so-mau") for episode in episodes),
    ]


def _public(page: Page, file: str, known_name: str) -> dict[str, object]:
    """`file_is_public` says whether the address that readers had still answers."""
    takedowns = Takedown.objects.filter(page=page.pk)
    told = [
        OutboxMessage.objects.filter(key__startswith=f"takedown.done:{one.pk}:").count() for one in takedowns
    ]
    return {
        "live": page.live,
        "takedowns": takedowns.count(),
        "logged": PageLogEntry.objects.filter(page=page.pk, action="stories.take_down").count(),
        "told": sum(told),
        "has_its_file": default_storage.exists(file),
        "file_is_public": known_name in file,
    }


def left_in_public() -> list[str]:
    """Names of the files that lie under the public root."""
    folders = ["original_images", "images", "documents"]
    return sorted(
        name
        for folder in folders
        if default_storage.exists(folder)
        for name in default_storage.listdir(folder)[1]
    )


if __name__ == "__main__":
    json.dump(states(), sys.stdout)
