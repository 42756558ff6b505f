"""The plain site filled with what was told, straight into its tables: through its pages' own methods 20,000 take hours."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.db import models, transaction
from django.utils.text import slugify
from wagtail.images.models import Image
from wagtail.models import Page, Site

from bench.plain.models import Byline, Exemplar, Locality, Sector, Story, StoryIndex

BATCH = 500
Told = dict[str, Any]


@transaction.atomic
def fill(path: Path) -> None:
    root = Site.objects.get().root_page
    index = root.add_child(instance=StoryIndex(title="Câu chuyện", slug="cau-chuyen", show_in_menus=True))
    for title in ("Chuyên mục", "Phát thanh", "Lĩnh vực", "Địa phương"):
        root.add_child(instance=Page(title=title, slug=slugify(title), show_in_menus=True))
    numbers, inside = count(1), Rows()
    with path.open() as file:
        for batch in _batches(map(json.loads, file)):
            _insert(index, batch, numbers, inside)
    index.numchild = next(numbers) - 1
    index.save()


class Rows:
    """Each photo, sector, place and person once."""

    def __init__(self) -> None:
        self.photo = cache(_photo)
        self.sector: Callable[[str], Sector] = cache(lambda name: _named(Sector, name))
        self.place: Callable[[str], Locality] = cache(lambda name: _named(Locality, name))
        self.person: Callable[[str], Exemplar] = cache(lambda name: _named(Exemplar, name))


def _photo(path: str) -> Image:
    with open(path, "rb") as file:
        name = Path(path).name
        photo: Image = Image.objects.create(title=name, file=ImageFile(file, name=name))
    return photo


def _named(model: type[Any], name: str) -> Any:
    return model.objects.create(name=name, slug=slugify(name)[:50])


def _batches(told: Iterator[Told]) -> Iterable[list[Told]]:
    while batch := list(islice(told, BATCH)):
        yield batch


def _insert(index: StoryIndex, batch: Sequence[Told], numbers: Iterator[int], rows: Rows) -> None:
    """Rows of the tree and rows of stories apart, since Django's bulk_create does not know inheritance."""
    stories = [_story(index, told, next(numbers), rows) for told in batch]
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    pages = Page.objects.bulk_create(
        Page(**{name: getattr(story, name) for name in fields}) for story in stories
    )
    for story, page in zip(stories, pages, strict=True):
        story.pk = story.id = page.pk
        story.save_base(raw=True, force_insert=True)
    both = list(zip(stories, batch, strict=True))
    Byline.objects.bulk_create(
        Byline(page=story, pen_name=name) for story, told in both for name in told["bylines"]
    )
    _link(Story.sectors.through, "sector", rows.sector, [(story.pk, told["sectors"]) for story, told in both])
    _link(
        Story.localities.through, "locality", rows.place, [(story.pk, told["places"]) for story, told in both]
    )
    _link(
        Story.exemplars.through,
        "exemplar",
        rows.person,
        [(story.pk, told["exemplars"]) for story, told in both],
    )


def _link(
    through: type[models.Model], column: str, row: Callable[[str], Any], told: Sequence[tuple[int, list[str]]]
) -> None:
    through.objects.bulk_create(  # type: ignore[attr-defined]
        through(story_id=story, **{f"{column}_id": row(name).pk}) for story, names in told for name in names
    )


def _story(index: StoryIndex, told: Told, number: int, rows: Rows) -> Story:
    at = datetime.fromisoformat(told["at"])
    body = [
        (kind, {**value, "photo": rows.photo(value["photo"])} if kind == "photo" else value)
        for kind, value in told["body"]
    ]
    story = Story(
        title=told["title"], draft_title=told["title"], slug=told["slug"], kicker=told["kicker"],
        standfirst=told["standfirst"], dateline=told["dateline"], lead_caption=told["caption"], body=body,
        lead_photo=rows.photo(told["photo"]) if told["photo"] else None,
        first_published_at=at, last_published_at=at, live=True, locale=index.locale,
    )  # fmt: skip
    story.depth, story.url_path = index.depth + 1, f"{index.url_path}{told['slug']}/"
    story.path = Page._get_path(index.path, story.depth, number)
    return story
