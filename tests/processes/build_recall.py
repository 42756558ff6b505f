"""Run as a script: a house with two published stories and an episode of both; a hold stands on the first one."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from cms.people.models import User  # noqa: E402
from tests.factories.newsroom import open_newsroom  # noqa: E402
from tests.factories.told import told  # noqa: E402

TITLES = ["Ông Bách giữ ruộng sen cho cả xóm cùng làm", "Bà Diệp giữ ruộng sen cho cả xóm cùng làm"]


def build() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    newsroom = open_newsroom()
    # Without addresses there are no letters, and no hundred statements that only deliver them.
    User.objects.update(email="")
    house = told(newsroom, timezone.now(), ["Trần Văn Bách", "Lê Thị Diệp"], TITLES)
    # A reader has opened it, so that its photo has its sizes.
    assert Client(headers={"host": "127.0.0.1"}).get(house.stories[0].get_url_parts()[2]).status_code == 200
    house.jobs()
    house.hold(house.people[0])


build()
