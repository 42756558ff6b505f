"""`make demo` as a newcomer runs it: it builds, serves, keeps what is there, and says plainly what is wrong."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.houses import ROOT, free_port, said

pytestmark = pytest.mark.journey


def environment(folder: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    }
    kept.pop("SECRET_KEY", None)
    return kept | {"DATA_DIR": str(folder)}


def demo(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "manage.py", "demo", *arguments]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def counted(folder: Path) -> dict[str, int]:
    tables = [
        "stories_storypage",
        "broadcasts_episodepage",
        "exemplars_exemplar",
        "people_user",
        "slots_slotitem",
        "media_photo",
        "letters_proposal",
        "nominations_nomination",
        "nominations_handover",
    ]
    with sqlite3.connect(folder / "guong-sang.sqlite3") as database:
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def states_of_nominations(folder: Path) -> list[str]:
    """All of them samples, with nobody left to be told."""
    with sqlite3.connect(folder / "guong-sang.sqlite3") as database:
        waiting = "SELECT count(*) FROM notifications_outboxmessage WHERE delivered_at IS NULL"
        assert database.execute(f"{waiting} AND kind LIKE 'nomination.%'").fetchone() == (0,)
        rows = database.execute("SELECT state FROM nominations_nomination WHERE is_sample ORDER BY state")
        return [state for (state,) in rows]


def wait_for(address: str) -> str:
    for _ in range(600):
        try:
            return urllib.request.urlopen(address, timeout=5).read().decode()
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"{address} never answered")


def test_the_demo_is_built_served_stopped_and_built_again_without_loss(tmp_path: Path) -> None:
    first, _ = said(demo(tmp_path, "--no-serve"))
    assert "Mật khẩu chỉ in lần này" in first, first
    built = counted(tmp_path)
    assert built["stories_storypage"] >= 24
    assert (built["broadcasts_episodepage"], built["people_user"]) == (3, 13)
    assert states_of_nominations(tmp_path) == [
        "draft", "handed_over", "more_asked", "selected", "sent", "signing", "verifying",
    ]  # fmt: skip

    port = free_port()
    serving = demo(tmp_path, "--port", str(port))
    home = wait_for(f"http://127.0.0.1:{port}/")
    assert "Dữ liệu mẫu" in home
    feed = json.loads(wait_for(f"http://127.0.0.1:{port}/feeds/stories.json"))
    assert len(feed["items"]) >= 18
    serving.send_signal(signal.SIGINT)
    again, _ = said(serving)
    assert serving.returncode == 0, again
    assert "mật khẩu in ở lần chạy đầu" in again
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    assert counted(tmp_path) == built


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = demo(tmp_path, "--port", str(port))
        words, _ = said(process)
    assert process.returncode == 1
    assert f"Cổng {port} đang có chương trình khác dùng" in words
    assert f"make demo PORT={port + 1}" in words
