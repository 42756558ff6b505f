"""The first render of a story against plain Wagtail's on the same content: `python -m bench.first`.

Ready pages answer every reader but the first; this is what the first one waits for. Both houses are on SQLite and hold
the same stories, photos, sectors and places; `plain/` shows them as Wagtail's documentation says. The two processes take
turns, story by story. “noise” is our house against itself.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median

from bench.growth import FOLDER, ROOT, build, environment
from bench.measure import milliseconds, ratio, spread

STORIES, SIZE, ROUNDS = 40, 1000, int(os.environ.get("ROUNDS") or 5)
EXPORT = FOLDER / "plain" / "stories.json"


def main() -> None:
    build(SIZE)
    EXPORT.parent.mkdir(parents=True, exist_ok=True)
    ours = _Child("ours", environment(str(SIZE)) | {"READY_DIR": "off"})
    again = _Child("ours", environment(str(SIZE)) | {"READY_DIR": "off"})
    theirs = _Child("theirs", environment("plain") | {"DJANGO_SETTINGS_MODULE": "bench.plain.settings"})
    samples: dict[str, list[float]] = {"ours": [], "again": [], "theirs": []}
    for turn in range(ROUNDS * STORIES):
        order = [("ours", ours), ("again", again), ("theirs", theirs)]
        for name, child in order[turn % 3 :] + order[: turn % 3]:
            samples[name].append(child.time(turn % STORIES))
    queries = {name: child.ask("queries") for name, child in (("ours", ours), ("theirs", theirs))}
    sys.stdout.write(
        f"first render, plain Wagtail / ours: {ratio(samples['theirs'], samples['ours']):.2f}\n"
        f"noise, ours / ours: {ratio(samples['again'], samples['ours']):.2f}\n"
        f"medians: ours {median(samples['ours']):.1f} ms ±{spread(samples['ours']):.0%}, "
        f"plain {median(samples['theirs']):.1f} ms ±{spread(samples['theirs']):.0%}; "
        f"queries: ours {queries['ours']:.0f}, plain {queries['theirs']:.0f}\n"
    )


class _Child:
    """A house in a process of its own: it reads the number of a story and writes its milliseconds."""

    def __init__(self, which: str, variables: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.first", which],
            cwd=ROOT,
            env=variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.process.stdout.readline()

    def time(self, story: int) -> float:
        return self.ask(str(story))

    def ask(self, line: str) -> float:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def _serve(addresses: list[str]) -> None:
    """Warm everything once, then answer."""
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    house = get_wsgi_application()
    asks: list[Callable[[], object]] = [partial(_get, house, address) for address in addresses]
    for ask in asks:
        ask()
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "queries":
            with CaptureQueriesContext(connection) as queries:
                asks[0]()
            print(len(queries), flush=True)
        else:
            print(milliseconds(asks[int(line)]), flush=True)


def _get(house: Callable[..., Iterable[bytes]], address: str) -> bytes:
    """As a server asks: none of the test client's additions are measured."""
    answers: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": address, "QUERY_STRING": "", "SCRIPT_NAME": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000", "HTTP_HOST": "localhost:8000", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr,
    }  # fmt: skip
    answer = house(environ, lambda status, headers, exc_info=None: answers.append(status))
    body = b"".join(answer)
    answer.close()  # type: ignore[attr-defined]
    assert answers == ["200 OK"], (address, answers)
    return body


def ours() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")
    import django

    django.setup()
    from stories.pages.models import StoryPage

    stories = StoryPage.objects.live().order_by("first_published_at")[200 : 200 + STORIES]
    told = [
        {
            "title": story.title,
            "slug": story.slug,
            "kicker": story.kicker,
            "standfirst": story.standfirst,
            "dateline": story.dateline,
            "photo": story.lead_photo.file.path if story.lead_photo else "",
            "caption": story.lead_caption,
            "body": list(map(_part, story.body)),
            "sectors": [row.name for row in story.sectors.all()],
            "places": [row.name for row in story.localities.all()],
            "exemplars": [row.name for row in story.exemplars()],
            "bylines": [row.pen_name for row in story.bylines.all()],
        }
        for story in stories
    ]
    EXPORT.write_text(json.dumps(told))
    _serve([story.url for story in stories])


def _part(block: object) -> tuple[str, object]:
    """A block in the words of the plain site; what it has no block for becomes a list or a paragraph."""
    value, kind = block.value, block.block_type  # type: ignore[attr-defined]
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


def theirs() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from bench.plain.models import Story

    if not Story.objects.exists():
        _fill(json.loads(EXPORT.read_text()))
    _serve([story.url for story in Story.objects.order_by("pk")])


def _fill(told: list[dict[str, object]]) -> None:
    from django.core.files.images import ImageFile
    from django.utils import timezone
    from django.utils.text import slugify
    from wagtail.images.models import Image
    from wagtail.models import Page, Site

    from bench.plain.models import Byline, Exemplar, Locality, Sector, Story, StoryIndex

    index = StoryIndex(title="Câu chuyện", slug="cau-chuyen", show_in_menus=True)
    Site.objects.get().root_page.add_child(instance=index)
    for title in ("Chuyên mục", "Phát thanh", "Lĩnh vực", "Địa phương"):
        Site.objects.get().root_page.add_child(
            instance=Page(title=title, slug=slugify(title), show_in_menus=True)
        )
    photos: dict[str, Image] = {}

    def photo(path: str) -> Image | None:
        if path and path not in photos:
            with open(path, "rb") as file:
                name = Path(path).name
                photos[path] = Image.objects.create(title=name, file=ImageFile(file, name=name))
        return photos.get(path)

    for story in told:
        body = [
            (kind, {**value, "photo": photo(value["photo"])} if kind == "photo" else value)
            for kind, value in story["body"]  # type: ignore[attr-defined]
        ]
        page = Story(
            title=story["title"], slug=story["slug"], kicker=story["kicker"], standfirst=story["standfirst"],
            dateline=story["dateline"], lead_photo=photo(story["photo"]), lead_caption=story["caption"],
            body=body, first_published_at=timezone.now(),
        )  # fmt: skip
        page.bylines.set([Byline(pen_name=name) for name in story["bylines"]])  # type: ignore[attr-defined]
        index.add_child(instance=page)
        for model, field, names in (
            (Sector, page.sectors, story["sectors"]),
            (Locality, page.localities, story["places"]),
        ):
            field.set([model.objects.get_or_create(name=name, slug=slugify(name))[0] for name in names])  # type: ignore[attr-defined]
        page.exemplars.set([Exemplar.objects.get_or_create(name=name)[0] for name in story["exemplars"]])  # type: ignore[attr-defined]
        page.save_revision().publish()


if __name__ == "__main__":
    {"ours": ours, "theirs": theirs}.get("".join(sys.argv[1:]), main)()
