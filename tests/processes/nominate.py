"""Run as a script in a house: `nominate.py people` appoints a head and ten clerks of one commune; `nominate.py submit N
FOLDER` is one of these clerks, who waits for the others and then hands in three papers that the head signs at once;
`nominate.py count` writes what is there as JSON.

They go through the pages' own doors, so sessions, saves, logs and messages are written in between.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")

import django

django.setup()

from django.test import Client  # noqa: E402
from wagtail.models import ModelLogEntry  # noqa: E402

from cms.localities.models import Locality  # noqa: E402
from cms.notifications.models import OutboxMessage  # noqa: E402
from cms.people.enums import Role  # noqa: E402
from cms.people.models import User  # noqa: E402
from cms.plans.models import Sector  # noqa: E402
from stories.nominations.models import Nomination  # noqa: E402
from tests.factories.bodies import a_body, appoint  # noqa: E402

CLERKS, PAPERS = 10, 3
ADDRESS = "/phieu-gioi-thieu/"


def people() -> None:
    body = a_body().organisation
    Sector.objects.create(slug="nong-nghiep", name="Nông nghiệp")
    for number in range(CLERKS):
        appoint(User.objects.create_user(f"can-bo-{number}"), body, Role.CLERK)


def submit(number: int, folder: Path) -> None:
    clerk, head = signed_in(f"can-bo-{number}"), signed_in("head_of_body-ubnd-xa-thap-muoi")
    (folder / f"{number}.ready").touch()
    while len(list(folder.glob("*.ready"))) < CLERKS:
        time.sleep(0.02)
    for paper in range(PAPERS):
        address = clerk.post(f"{ADDRESS}moi/")["Location"]
        typed = filled_in(f"Nguyễn Văn {number} {paper}")
        for client, edition, verb in ((clerk, 0, "hand_to_head"), (head, 1, "sign")):
            answer = client.post(address, typed | {"edition": edition, "verb": verb})
            assert answer.status_code == 302, answer.content.decode()


def signed_in(username: str) -> Client:
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(username=username))
    return client


def filled_in(name: str) -> dict[str, object]:
    return {
        "subject_type": "individual", "name": name, "kind": "good_deed", "deed_1": f"Việc của {name}",
        "proof_1": "Trưởng ấp", "locality": Locality.objects.get(slug="xa-thap-muoi").pk,
        "sector": Sector.objects.get().pk, "contact_name": "Lê Thị Ngân", "contact_phone": "0277 385 1234",
    }  # fmt: skip


def count() -> None:
    logged = ModelLogEntry.objects.filter(action__startswith="nominations.")
    sent = Nomination.objects.filter(state="sent", signed_by__isnull=False)
    found = {
        "papers": sorted(f"{one.name}: {one.deeds[0]['text']}" for one in sent),
        "told": OutboxMessage.objects.filter(kind="nomination.sent").count(),
        "keys": sum(one.keys.count() for one in sent),
        "logged": {
            verb: logged.filter(action=f"nominations.{verb}").count()
            for verb in ("start", "hand_to_head", "sign")
        },
    }
    json.dump(found, sys.stdout)


match sys.argv[1:]:
    case ["people"]:
        people()
    case ["submit", number, folder]:
        submit(int(number), Path(folder))
    case ["count"]:
        count()
