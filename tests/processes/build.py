"""Run as a script: a filled database in DATA_DIR (or DATABASE_URL) with three due slots, one of them with three pieces."""

import os
import sys
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from cms.people.models import User  # noqa: E402
from columns.slots.models import Slot  # noqa: E402
from tests.factories.newsroom import open_newsroom  # noqa: E402


def build() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    newsroom = open_newsroom()
    # Without addresses there are no letters, and no hundred statements that only deliver them.
    User.objects.update(email="")
    now = timezone.now()
    pieces = [
        newsroom.approved(f"Ông Tư giữ ruộng sen cho xóm lần {n}") for n in ("một", "hai", "ba", "tư", "năm")
    ]
    newsroom.slot(now - timedelta(minutes=5), pieces[:3], several=True)
    newsroom.slot(now - timedelta(minutes=4), pieces[3:4])
    newsroom.slot(now - timedelta(minutes=3), pieces[4:])
    assert Slot.objects.due(now).count() == 3


build()
