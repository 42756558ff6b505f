"""Serve the site and run the jobs side by side until somebody stops them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

ADDRESS = "127.0.0.1"
PATIENCE_SECONDS = 10


class PortTaken(Exception):
    pass


def require_free_port(port: int) -> None:
    """Raises PortTaken, said plainly, when something listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise PortTaken(
                f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: make demo PORT={port + 1}"
            ) from error


def serve(port: int) -> int:
    """Start the web server and the jobs; stop both on Ctrl-C or when either of them ends. Returns an exit code."""
    environment = os.environ | {"PORT": str(port)}
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", ADDRESS, "--port", str(port)]
    web += ["--workers", "1", "--blocking-threads", "4", "--log-level", "warning", "cms.wsgi:application"]
    jobs = [sys.executable, "manage.py", "run_jobs"]
    # In sessions of their own: Ctrl-C reaches only this process, which then stops the two in order.
    running = [subprocess.Popen(command, env=environment, start_new_session=True) for command in (web, jobs)]
    # Named, because a shell that starts us in the background has SIGINT ignored, and Python then leaves it so.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        while all(process.poll() is None for process in running):
            time.sleep(0.5)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(running)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            # The whole session: a server's workers would outlive it and keep the port.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
