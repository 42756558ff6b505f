"""Run as a script: publishes one story again and again, and says each time when its readers must have the new one."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from stories.pages.models import StoryPage  # noqa: E402

TIMES = int(sys.argv[1])

story = StoryPage.objects.live().order_by("pk").first()
for number in range(1, TIMES + 1):
    story.title = f"Ông Tư giữ ruộng sen lần thứ ({number:04})"
    story.save_revision().publish()
    sys.stdout.write(f"{number} {time.monotonic()}\n")
    sys.stdout.flush()
