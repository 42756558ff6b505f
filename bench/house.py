"""One seeded house in a process of its own, for `growth.py`: `python -m bench.house` with DATA_DIR or DATABASE_URL set.

It first writes the names of its surfaces. Then it reads a name a line, does the act once, and writes its milliseconds.
"""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.surfaces import House  # noqa: E402
from cms.operations.demo.people import provide_people, sample_user  # noqa: E402


def main() -> None:
    setup_test_environment()
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    provide_people(at=timezone.now())
    house = House(sample_user)
    print(json.dumps(list(house.acts)), flush=True)
    for line in sys.stdin:
        print(json.dumps(house.time(line.strip())), flush=True)


if __name__ == "__main__":
    main()
