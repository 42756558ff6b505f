"""`manage.py run_jobs`: releases, messages and housekeeping, until it is told to stop; `--once` does it one time."""

import os
import signal
import socket
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from cms.operations.jobs import run_all

PAUSE_SECONDS = 5


class Command(BaseCommand):
    help = "Chạy các việc định kỳ: phát hành đúng giờ, gửi tin, mở kỳ mới."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Làm một lượt rồi thôi.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = f"{socket.gethostname()}:{os.getpid()}"
        stop = threading.Event()
        if not once:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            for line in run_all(at=timezone.now(), worker=worker):
                self.stdout.write(line)
            if once:
                return
            close_old_connections()
            stop.wait(PAUSE_SECONDS)
