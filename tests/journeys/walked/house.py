"""A house that stands for a whole run: built once, copied and served by a process of its own for each worker."""

import fcntl
import json
import os
import shutil
import socket
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

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@dataclass(frozen=True)
class WalkedHouse:
    url: str
    # By role: the key of an open session.
    sessions: dict[str, str]
    # By the number of a page: its type, whether it is out, whether it is on its road.
    kinds: dict[str, str]
    # By name: addresses of screens that tests open by themselves.
    places: dict[str, str]


def environment(folder: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DATA_DIR"}
    }
    return kept | {"DATA_DIR": str(folder), "SECRET_KEY": "only-for-tests"}


def built(template: Path) -> Path:
    """The workers of a run build one house together: the first builds, the others wait for it."""
    with (template.parent / "walked.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (template / "walk.json").exists():
            shutil.rmtree(template, ignore_errors=True)
            (template / "static").mkdir(parents=True)
            command = [sys.executable, str(HERE / "build.py")]
            done = subprocess.run(
                command, cwd=ROOT, env=environment(template), capture_output=True, text=True, timeout=400
            )
            assert done.returncode == 0, done.stderr
    return template


@contextmanager
def served(template: Path, folder: Path) -> Iterator[WalkedHouse]:
    shutil.copytree(template, folder, dirs_exist_ok=True)
    url = f"http://127.0.0.1:{_free_port()}"
    command = [sys.executable, "manage.py", "runserver", "--noreload", url.removeprefix("http://")]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=log, stderr=log)
        try:
            _wait_for(f"{url}/robots.txt")
            yield WalkedHouse(url, **_known(folder))
        finally:
            server.terminate()
            server.wait(timeout=30)


def _known(folder: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((folder / "walk.json").read_text())
    return known


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise AssertionError(f"{address} never answered")
