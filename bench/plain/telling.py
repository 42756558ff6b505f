"""Our stories told in a file, a line each, in the words of the plain site."""

import json
from pathlib import Path
from typing import Any

from django.db.models import Prefetch, QuerySet

from stories.pages.models import StoryPage, Subject


def tell(stories: QuerySet[StoryPage], path: Path) -> None:
    parts = (
        "bylines",
        "sectors",
        "localities",
        Prefetch("subjects", Subject.objects.select_related("exemplar")),
    )
    told = stories.select_related("lead_photo").prefetch_related(*parts)
    unfinished = path.with_suffix(".part")
    with unfinished.open("w") as file:
        for story in told.iterator(chunk_size=500):
            file.write(json.dumps(_words(story)) + "\n")
    unfinished.rename(path)


def _words(story: StoryPage) -> dict[str, Any]:
    return {
        "title": story.title,
        "slug": story.slug,
        "at": story.first_published_at.isoformat(),
        "kicker": story.kicker,
        "standfirst": story.standfirst,
        "dateline": story.dateline,
        "photo": story.lead_photo.file.path if story.lead_photo else "",
        "caption": story.lead_caption,
        "body": list(map(_part, story.body)),
        "sectors": [row.name for row in story.sectors.all()],
        "places": [row.name for row in story.localities.all()],
        "exemplars": [subject.exemplar.name for subject in story.subjects.all()],
        "bylines": [row.pen_name for row in story.bylines.all()],
    }


def _part(block: Any) -> tuple[str, Any]:
    """What the plain site has no block for becomes a list or a paragraph."""
    value, kind = block.value, block.block_type
    match kind:
        case "paragraph":
            return "paragraph", value.source
        case "crosshead":
            return "crosshead", value
        case "quote":
            return "quote", {"text": value["text"], "name": value["name"]}
        case "photo":
            return "photo", {"photo": value["photo"].file.path, "caption": value["caption"]}
        case "how":
            return "list", list(map(str, value["steps"]))
        case "figures":
            return "list", [f"{row['value']}: {row['label']}" for row in value["items"]]
        case _:
            return "paragraph", ""
