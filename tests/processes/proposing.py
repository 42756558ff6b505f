"""Run as a script: ten people press “Gửi” at the same moment, two of them twice; what is stored goes out as JSON."""

import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import ModelLogEntry  # noqa: E402

from cms.notifications.models import OutboxMessage  # noqa: E402
from cms.people.models import AccessLink  # noqa: E402
from stories.letters.models import Proposal  # noqa: E402
from tests.factories.letters import posted  # noqa: E402

PEOPLE, TWICE = 10, 2
FORMS = [posted(name=f"Ông Thứ {number}") for number in range(PEOPLE)]
PRESSES = FORMS + FORMS[:TWICE]
together = threading.Barrier(len(PRESSES))


def press(form: dict[str, str]) -> int:
    together.wait()
    try:
        return Client(SERVER_NAME="127.0.0.1").post("/gioi-thieu-guong/", form).status_code
    finally:
        connection.close()


with ThreadPoolExecutor(len(PRESSES)) as pool:
    answers = list(pool.map(press, PRESSES))

stored = {
    "answers": answers,
    "names": sorted(Proposal.objects.values_list("name", flat=True)),
    "codes": AccessLink.objects.count(),
    "logged": ModelLogEntry.objects.filter(action="letters.propose").count(),
    "told": OutboxMessage.objects.filter(kind="proposal.received").count(),
}
json.dump(stored, sys.stdout)
