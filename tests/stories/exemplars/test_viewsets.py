"""Picking an exemplar: by any name, and only for those who write or edit."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.people.enums import Role
from stories.exemplars.actions import add_alias
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
WRITES = {
    Role.STANDING_OFFICE, Role.JOURNALIST, Role.CONTRIBUTOR, Role.DESK_EDITOR, Role.RADIO_EDITOR,
    Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF,
}  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_write_may_look_for_exemplars(newsroom: Newsroom, client: Client, role: Role) -> None:
    person = an_exemplar("Nguyễn Văn Kiềm")
    client.force_login(newsroom.people[role])
    doors = ["", "results/", f"chosen/{person.pk}/", f"chosen-multiple/?id={person.pk}"]
    answers = [client.get(f"/admin/chon-dien-hinh/{door}") for door in doors]
    sees = [answer.status_code == 200 and "Kiềm" in answer.content.decode() for answer in answers]
    # The first answers as JSON with its HTML escaped, like the last two.
    said = ["Ki\\u1ec1m" in answer.content.decode() for answer in answers]
    assert [a or b for a, b in zip(sees, said, strict=True)] == [role in WRITES] * 4


@pytest.mark.parametrize("words", ["van kiem", "Văn Kiềm", "tu kiem", "TƯ KIỀM"])
def test_names_and_aliases_are_found_with_or_without_diacritics(
    newsroom: Newsroom, client: Client, words: str
) -> None:
    add_alias(an_exemplar("Nguyễn Văn Kiềm"), "Tư Kiềm", by=None, at=timezone.now())
    an_exemplar("Lê Thị Sáu")
    client.force_login(newsroom.people[Role.JOURNALIST])
    found = client.get("/admin/chon-dien-hinh/results/", {"q": words}).content.decode()
    assert ("Nguyễn Văn Kiềm" in found, "Lê Thị Sáu" in found) == (True, False)
    assert ("Tiêu đề" in found, "Tên" in found) == (False, True)


def test_the_chooser_asks_the_same_number_of_queries_for_1_and_30(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.JOURNALIST])
    an_exemplar("Nguyễn Văn Kiềm")
    few = _count(client)
    for number in range(29):
        an_exemplar(f"Nguyễn Văn Kiềm {number}")
    assert _count(client) == few


def _count(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/admin/chon-dien-hinh/results/").status_code == 200
    return len(captured)
