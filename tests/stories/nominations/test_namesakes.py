"""Who may be the same, shown while a clerk types the name."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.localities.models import Locality
from cms.people.enums import Role
from stories.exemplars.models import Exemplar
from stories.nominations.actions import (
    decline,
)
from stories.nominations.models import Nomination
from tests.factories import library
from tests.factories.bodies import NOW, Body, a_body, a_draft, a_nomination
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom
from tests.factories.papers import PAPERS

pytestmark = pytest.mark.room


def test_namesakes_are_shown_while_typing_but_not_what_others_wrote(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    an_exemplar("Nguyễn Văn Kiềm")
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    a_nomination(other, name="Ông Nguyễn Văn Kiềm", deeds=[{"text": "Chuyện riêng", "proof": "x"}])
    a_draft(other, name="Lê Thị Sáu")
    mine = a_draft(body, name="", alias="")
    client.force_login(body.clerk)
    shown = client.get(f"{PAPERS}{mine.pk}/trung-ten/", {"name": "nguyen van kiem"}).content.decode()
    assert "(đã có hồ sơ)" in shown
    assert "đơn vị khác đã giới thiệu" in shown
    assert "Chuyện riêng" not in shown
    assert client.get(f"{PAPERS}{mine.pk}/trung-ten/", {"name": "Lê Thị Sáu"}).content.decode().strip() == ""


def asked(client: Client, nomination: Nomination, **typed: object) -> str:
    """The fragment that the page fetches while one types."""
    return client.get(f"{PAPERS}{nomination.pk}/trung-ten/", typed).content.decode().strip()


def test_of_another_bodys_nomination_one_learns_only_that_there_is_one(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    a_nomination(other, name="Ông Nguyễn Văn Kiềm", alias="Tư Kiềm", birth_year=1968)
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    shown = asked(client, mine, name="Tư Kiềm", birth_year="1968")
    assert "<li>Tư Kiềm: đơn vị khác đã giới thiệu</li>" in shown
    for fact in ("Nguyễn", "Tháp Mười", "cùng tên", "cùng địa bàn", "Khác"):
        assert fact not in shown, fact
    office = newsroom.people[Role.STANDING_OFFICE]
    decline(Nomination.objects.get(organisation=other.organisation), reason="Đã khen", by=office, at=NOW)
    assert asked(client, mine, name="Tư Kiềm", birth_year="1968") == ""
    client.force_login(other.clerk)
    theirs = a_draft(other, name="", alias="", birth_year=None)
    assert "phiếu của đơn vị mình" in asked(client, theirs, name="Tư Kiềm", birth_year="1968")


def test_the_place_the_kind_and_the_year_just_typed_are_what_counts(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    here, former = library.places()
    home = Locality.objects.get(level="province", scheme=here.scheme)
    elsewhere = Locality.objects.create(
        scheme=here.scheme, code="W1", level="commune", name="Xã Khác", slug="xa-khac", parent=home
    )
    a_nomination(a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác"), name="Nguyễn Văn Kiềm")
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    name = "Nguyễn Văn Kiềm"
    found = {
        "here": asked(client, mine, name=name, locality=here.pk),
        "under its old name": asked(client, mine, name=name, locality=former.pk),
        "elsewhere": asked(client, mine, name=name, locality=elsewhere.pk),
        "a person": asked(client, mine, name=name, subject_type="individual"),
        "a collective": asked(client, mine, name=name, subject_type="collective"),
        "of another year": asked(client, mine, name=name, birth_year="1990"),
        "no year at all": asked(client, mine, name=name, birth_year="²"),
        "no place at all": asked(client, mine, name=name, locality="9" * 30),
    }
    assert {case for case, shown in found.items() if shown} == {
        "here", "under its old name", "a person", "no year at all", "no place at all",
    }  # fmt: skip


def test_namesakes_that_are_somebody_else_do_not_hide_the_one_that_is_meant(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    meant = an_exemplar("Nguyễn Văn Kiềm")
    for year in range(1900, 1908):
        stranger = an_exemplar("Nguyễn Văn Kiềm")
        Exemplar.objects.filter(pk=stranger.pk).update(birth_year=year, sort_name="")
        a_draft(body, birth_year=year)
    Exemplar.objects.filter(pk=meant.pk).update(birth_year=1968)
    wanted, mine = a_draft(body, birth_year=1969), a_draft(body, name="", alias="", birth_year=None)
    Nomination.objects.filter(pk=wanted.pk).update(state_since=datetime(2020, 1, 1, tzinfo=UTC))
    client.force_login(body.clerk)
    shown = asked(client, mine, name="nguyen van kiem", birth_year="1968")
    assert ("(đã có hồ sơ)" in shown, "phiếu của đơn vị mình" in shown) == (True, True)


def test_a_shortened_name_and_a_birth_order_are_found_too(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    a_draft(body, name="Nguyễn Văn Kiềm", alias="", birth_year=1968)
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    for name in ("Nguyễn Kiềm", "Ông Tư Kiềm", "nguyen v. kiem"):
        assert "Nguyễn Văn Kiềm" in asked(client, mine, name=name, birth_year="1968"), name
        assert asked(client, mine, name=name) == "", name


def test_the_namesakes_ask_the_same_number_of_queries_for_1_and_30(
    newsroom: Newsroom, body: Body, client: Client
) -> None:
    mine = a_draft(body, name="", alias="", birth_year=None)
    client.force_login(body.clerk)
    counts = []
    for so_many in (1, 29):
        for _ in range(so_many):
            an_exemplar("Nguyễn Văn Kiềm")
            a_draft(body, birth_year=1968)
        with CaptureQueriesContext(connection) as captured:
            assert "Nguyễn Văn Kiềm" in asked(client, mine, name="Nguyễn Văn Kiềm")
        counts.append(len(captured))
    assert counts[0] == counts[1]
