"""A house that stands for a whole run: built once, copied and served by a process of its own for each worker."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.houses import ROOT, House, free_port

BUILD = str(Path(__file__).with_name("build.py"))


@dataclass(frozen=True)
class WalkedHouse:
    url: str
    # By role: the key of an open session.
    sessions: dict[str, str]
    # By the number of a page: its type, whether it is out, whether it is on its road.
    kinds: dict[str, str]
    # By name: addresses of screens that tests open by themselves.
    places: dict[str, str]


@contextmanager
def served(house: House) -> Iterator[WalkedHouse]:
    url = f"http://127.0.0.1:{free_port()}"
    command = [sys.executable, "manage.py", "runserver", "--noreload", url.removeprefix("http://")]
    with (house.folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=house.environment(), stdout=log, stderr=log)
        try:
            _wait_for(f"{url}/robots.txt")
            yield WalkedHouse(url, **_known(house.folder))
        finally:
            server.terminate()
            server.wait(timeout=30)


def _known(folder: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((folder / "walk.json").read_text())
    return known


def _wait_for(address: str) -> None:
    for _ in range(1200):
        try:
            urllib.request.urlopen(address, timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise AssertionError(f"{address} never answered")
