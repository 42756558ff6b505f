"""Run as a script with a number: do the jobs once and die by SIGKILL before that statement reaches the database.

Writes nothing when it dies; writes to standard error how many statements there were when it got to the end.
"""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from cms.operations.jobs import run_all  # noqa: E402

last = int(sys.argv[1])
count = 0


def kill_at(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)


with connection.execute_wrapper(kill_at):
    run_all(at=timezone.now(), worker="killed")
sys.stderr.write(f"statements: {count}")
