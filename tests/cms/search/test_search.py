"""Readers and editors find stories as they type them: with tones, without, decomposed, by old names and nicknames."""

from unicodedata import normalize

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.search.rules import exactness
from cms.workflow.actions import release
from stories.exemplars.actions import add_alias, register
from stories.exemplars.enums import ExemplarKind, SubjectType
from stories.exemplars.models import Exemplar
from stories.pages.models import Subject
from tests.factories import library
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room
SEN = "Ông Tư giữ ruộng sen cho cả xóm cùng làm"
MA = "Má Năm nấu cháo cho người bệnh nghèo mỗi sáng"
MA_HORSE = "Người giữ mã số vùng trồng xoài ở cù lao"


@pytest.fixture
def shelf(newsroom: Newsroom) -> Newsroom:
    """Three published stories; the first of Nguyễn Văn Kiềm, called Tư Kiềm, of today's Xã Tháp Mười."""
    today, old = library.places()
    kiem = Exemplar(
        name="Nguyễn Văn Kiềm",
        subject_type=SubjectType.COLLECTIVE,
        kind=ExemplarKind.GOOD_DEED,
        locality=today,
        unit_then=old,
    )
    register(kiem, by=None, at=timezone.now())
    add_alias(kiem, "Tư Kiềm", by=None, at=timezone.now())
    for title in (SEN, MA, MA_HORSE):
        page = newsroom.draft(title)
        if title == SEN:
            page.body = [("paragraph", "<p>Hòa bình trên cánh đồng, bà con thuý liễu.</p>")]
            page.subjects.add(Subject(exemplar=kiem))
            page.localities.set([today])
            page.save()
            page.save_revision(user=newsroom.people["journalist"])
        page = newsroom.hand_in(fresh(page))
        for role in ("desk_editor", "standing_office", "managing_editor"):
            page = newsroom.approve(page, role)
        release(page, by=None, at=timezone.now())
    return newsroom


def titles(client: Client, query: str) -> list[str]:
    answer = client.get("/tim-kiem/", {"q": query})
    assert answer.status_code == 200
    return [card.headline for card in answer.context_data["cards"]]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ruộng sen", id="with tones"),
        pytest.param("ruong sen", id="without"),
        pytest.param(normalize("NFD", "ruộng sen"), id="decomposed"),
        pytest.param("RUỘNG SEN", id="in capitals"),
        pytest.param("Tháp Mười", id="today's place"),
        pytest.param("huyen thap muoi", id="the district that ended"),
        pytest.param("Xã Mỹ Hòa", id="the commune that was merged"),
        pytest.param("my hoà", id="the other place for the tone"),
        pytest.param("Tư Kiềm", id="the nickname"),
        pytest.param("nguyen van kiem", id="the name without tones"),
        pytest.param("thúy liễu", id="the other spelling of thuý"),
        pytest.param("sen thap muoi", id="words of two fields"),
    ],
)
def test_the_story_is_found(shelf: Newsroom, client: Client, query: str) -> None:
    assert titles(client, query)[:1] == [SEN]


def test_exact_words_come_before_folded_ones(shelf: Newsroom, client: Client) -> None:
    assert titles(client, "mã")[0] == MA_HORSE
    assert titles(client, "má")[0] == MA
    assert set(titles(client, "ma")) == {MA, MA_HORSE}


@pytest.mark.parametrize(
    "query", ["", "   ", "'\"*()", "a" * 5000, "không có gì giống vậy", "NOT AND OR", "%_\\"]
)
def test_any_query_is_answered(shelf: Newsroom, client: Client, query: str) -> None:
    assert client.get("/tim-kiem/", {"q": query}).status_code == 200


def test_drafts_are_not_found(shelf: Newsroom, client: Client) -> None:
    shelf.draft("Bà Bảy Lúa dạy bơi miễn phí cho cả xóm")
    assert titles(client, "Bảy Lúa") == []


def test_the_admin_finds_pages_without_tones(shelf: Newsroom, client: Client, admin_user) -> None:
    client.force_login(admin_user)
    assert SEN in client.get("/admin/pages/search/", {"q": "ruong sen"}).content.decode()


def test_query_count_is_the_same_for_24_and_240_hits(newsroom: Newsroom, client: Client) -> None:
    library.stories(24, newsroom.column)
    few = len(_queries(client))
    library.stories(216, newsroom.column)
    assert len(_queries(client)) == few


def _queries(client: Client) -> list[dict[str, str]]:
    client.get("/tim-kiem/?q=sen")
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/tim-kiem/?q=sen").status_code == 200
    return list(captured)


@pytest.mark.parametrize(
    ("query", "rank"), [("má năm", 0), ("người bệnh", 0), ("mỗi chiều", 1), ("ma nam", 2)]
)
def test_exactness(query: str, rank: int) -> None:
    assert exactness(query, MA, "Nồi cháo chia cho mỗi chiều") == rank
