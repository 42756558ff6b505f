"""Every cell of `docs/quyen.md`, asked of the rooms' sentences and tried at the real doors.

The document is what was agreed: a grant that nobody meant is named by role and action, whichever of the three says so.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from slugify import slugify

from cms.operations.matrix import AREAS, Matrix, ask_everybody
from cms.operations.matrix import newsroom as newsroom_rows
from cms.operations.matrix.figures import COLUMNS
from cms.people.enums import Role
from cms.people.queries import group_name
from stories.assignments.views import VERBS as WORK_VERBS
from stories.dossiers.views import VERBS as DOSSIER_VERBS
from tests.factories.doors import House, Visit, fill
from tests.factories.knocks import KNOCKS
from tests.factories.newsroom import open_newsroom

pytestmark = pytest.mark.room
Row = tuple[str, str]
# Sentences that close no door: a line of the menu, shown to those who may walk in without it too.
# They say what a menu or a list offers; the doors behind it ask sentences of their own.
NO_DOOR = {"may_propose_inside", "may_see_drafts", "may_write_stories", "may_oversee", "may_see_the_tree"}


def agreed() -> Matrix:
    """The table of the document, read back."""
    area, cells = "", {}
    for line in (settings.ROOT / "docs/quyen.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            area = line[3:]
        elif line.startswith("|") and not line.startswith(("| Việc", "| ---")):
            label, *marks = [cell.strip() for cell in line.strip("|").split("|")]
            cells[area, label] = dict(zip(COLUMNS, [mark == "✓" for mark in marks], strict=True))
    return cells


def wrong(found: Matrix, table: Matrix) -> list[str]:
    """Every cell that differs, in words."""
    said = {True: "được", False: "không được"}
    return [
        f"{column}: {label} ({area}): bảng ghi {said[table[area, label][column]]}, thật ra {said[is_allowed]}"
        for (area, label), cells in found.items()
        for column, is_allowed in cells.items()
        if table[area, label][column] is not is_allowed
    ]


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker) -> Iterator[House]:  # type: ignore[no-untyped-def]
    """Built once for the module; every knock is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(open_newsroom())
        transaction.set_rollback(True)


# What the rooms' sentences say


def test_the_document_is_what_the_command_prints(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    found, table = ask_everybody(timezone.localdate()), agreed()
    assert set(found) == set(table)
    assert wrong(found, table) == []
    call_command("permissions")
    assert capsys.readouterr().out == (settings.ROOT / "docs/quyen.md").read_text("utf-8")


def test_asking_leaves_nothing_behind(house: House) -> None:
    before = {model: model._default_manager.count() for model in apps.get_models()}
    ask_everybody(timezone.localdate())
    assert {model: model._default_manager.count() for model in apps.get_models()} == before


@pytest.mark.rule
def test_every_sentence_of_every_room_is_asked() -> None:
    rows = " ".join(file.read_text("utf-8") for file in Path(newsroom_rows.__file__).parent.glob("*.py"))
    in_tables = {verb.may.__name__ for verb in [*DOSSIER_VERBS.values(), *WORK_VERBS.values()]}
    unasked = set()
    for file in sorted(settings.ROOT.glob("*/*/permissions.py")):
        room = file.read_text("utf-8")
        # A sentence inside another one is asked with it.
        unasked |= {name for name in re.findall(r"^def (may_\w+)", room, re.MULTILINE)
                    if name not in rows and room.count(f"{name}(") < 2}  # fmt: skip
    assert unasked - in_tables == NO_DOOR


# What the doors say


def try_doors(house: House, area: str) -> Matrix:
    """Every knock of an area by everybody, each undone."""
    found: Matrix = {(area, label): {} for label in KNOCKS[area]}
    for column, user in house.people.items():
        client = Client()
        if user:
            client.force_login(user)
        for label, knock in KNOCKS[area].items():
            with transaction.atomic():
                found[area, label][column] = knock(Visit(house, client, user))
                transaction.set_rollback(True)
    return found


@pytest.mark.rule
def test_every_row_has_a_knock() -> None:
    assert {area: list(knocks) for area, knocks in KNOCKS.items()} == {
        area.title: [deed.label for deed in area.deeds] for area in AREAS
    }


@pytest.mark.parametrize("area", KNOCKS, ids=slugify)
def test_every_cell_holds_at_the_door(house: House, area: str) -> None:
    assert wrong(try_doors(house, area), agreed()) == []


def test_a_wrong_grant_is_named_with_its_role_and_action(house: House) -> None:
    journalists = Group.objects.get(name=group_name(Role.JOURNALIST))
    journalists.permissions.add(Permission.objects.get(codename="judge_claim"))
    judging = "Phóng viên: Kết luận thẩm định (Điển hình và hồ sơ): bảng ghi không được, thật ra được"
    # Whoever vouches for the facts sees what is made for the air: the grant opens that door too.
    episodes = "Phóng viên: Xem danh sách số phát sóng (Bài viết và số phát thanh): bảng ghi không được, thật ra được"
    assert wrong(ask_everybody(timezone.localdate()), agreed()) == [judging, episodes]
    assert wrong(try_doors(house, "Điển hình và hồ sơ"), agreed()) == [judging]
