"""The first render of a story against plain Wagtail's on the same content: `python -m bench.first 1000 20000`.

Ready pages answer every reader but the first; this is what the first one waits for. Both houses are on SQLite and hold
the same stories, photos, sectors and places, as many as the size says; `plain/` shows them as Wagtail's documentation
says. The two processes take turns, story by story, on 40 stories from the oldest to the newest. “noise” is our house
against itself.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from bench.growth import FOLDER, ROOT, build, environment
from bench.measure import milliseconds, ratio, spread

STORIES, ROUNDS = 40, int(os.environ.get("ROUNDS") or 5)


def main() -> None:
    for size in map(int, sys.argv[1:] or ["1000"]):
        _compare(size)


def _compare(size: int) -> None:
    build(size)
    told = FOLDER / f"plain_{size}" / "stories.jsonl"
    told.parent.mkdir(parents=True, exist_ok=True)
    mine = environment(str(size)) | {"READY_DIR": "off", "TOLD": str(told)}
    plain = environment(told.parent.name) | {
        "DJANGO_SETTINGS_MODULE": "bench.plain.settings",
        "TOLD": str(told),
    }
    ours, again, theirs = _Child("ours", mine), _Child("ours", mine), _Child("theirs", plain)
    samples: dict[str, list[float]] = {"ours": [], "again": [], "theirs": []}
    for turn in range(ROUNDS * STORIES):
        order = [("ours", ours), ("again", again), ("theirs", theirs)]
        for name, child in order[turn % 3 :] + order[: turn % 3]:
            samples[name].append(child.time(turn % STORIES))
    queries = {name: child.ask("queries") for name, child in (("ours", ours), ("theirs", theirs))}
    sys.stdout.write(
        f"{size} stories: first render, plain Wagtail / ours: {ratio(samples['theirs'], samples['ours']):.2f}; "
        f"noise, ours / ours: {ratio(samples['again'], samples['ours']):.2f}\n"
        f"  medians: ours {median(samples['ours']):.1f} ms ±{spread(samples['ours']):.0%}, "
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
    from bench.plain.telling import tell
    from stories.pages.models import StoryPage

    stories = StoryPage.objects.live().order_by("first_published_at", "pk")
    told = Path(os.environ["TOLD"])
    if not told.exists():
        tell(stories, told)
    _serve([story.url for story in _across(stories)])


def theirs() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from bench.plain.filling import fill
    from bench.plain.models import Story

    if not Story.objects.exists():
        fill(Path(os.environ["TOLD"]))
    _serve([story.url for story in _across(Story.objects.order_by("first_published_at", "pk"))])


def _across(stories: Any) -> list[Any]:
    """So many, from the oldest to the newest."""
    step = stories.count() // STORIES
    return list(stories[step - 1 :: step])[:STORIES]


if __name__ == "__main__":
    {"ours": ours, "theirs": theirs}.get("".join(sys.argv[1:]), main)()
