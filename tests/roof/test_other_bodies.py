"""Nothing of a body's paper reaches another body: by no address with a key in it, by no list, search or chooser."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

from cms.people.enums import Role
from stories.nominations.actions import add_photo, ask_more, hand_to_head, sign
from stories.nominations.models import Nomination
from tests.factories.bodies import NOW, Body, a_body, a_draft, appoint
from tests.factories.newsroom import Newsroom
from tests.factories.papers import a_small_picture

pytestmark = pytest.mark.room
# What stands in the other body's papers and in nothing that the test types: names there are typed without diacritics.
SECRETS = (
    "Huỳnh Thị Kín",
    "Tư Lặng",
    "lúa giống trong bồ",
    "0999 888 777",
    "Lê Thị Giấu",
    "ấp Khuất Nẻo",
    "Gọi sau giờ làm",
)
PAPER = {
    "name": "Huỳnh Thị Kín", "alias": "Tư Lặng", "contact_name": "Lê Thị Giấu", "contact_phone": "0999 888 777",
    "hamlet": "ấp Khuất Nẻo", "note": "Gọi sau giờ làm",
    "deeds": [{"text": "Giữ lúa giống trong bồ cho cả ấp", "proof": "Sổ ghi lúa giống trong bồ"}],
}  # fmt: skip
SIGN_OUT = {"/admin/logout/", "/tai-khoan/dang-xuat/"}
WORDS = {"app": "nominations", "model": "nomination", "action": "delete", "filter_spec": "original"}
# Written as expressions: each with an address of its own.
EXPRESSIONS = {
    r"^media/(?P<path>.+)$": "media/{file}",
    r"documents/^(\d+)/(.*)$": "documents/{pk}/{file}",
    r"admin/pages/^(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$":
        "admin/pages/{pk}/revisions/compare/earliest...latest/",
    r"tai-khoan/^mat-khau/quen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "tai-khoan/mat-khau/quen/{pk}-khoa/",
    r"feeds/^stories\.(?P<suffix>rss|atom|json)$": "feeds/stories.json",
    r"feeds/^columns/(?P<slug>[a-z0-9-]+)\.(?P<suffix>rss|atom|json)$": "feeds/columns/guong-nguoi-tot.json",
    r"feeds/^sectors/(?P<slug>[a-z0-9-]+)\.(?P<suffix>rss|atom|json)$": "feeds/sectors/nong-nghiep.json",
    r"feeds/^localities/(?P<code>[A-Z0-9]+)\.(?P<suffix>rss|atom|json)$": "feeds/localities/W30037.json",
    r"feeds/^programmes/(?P<slug>[a-z0-9-]+)\.rss$": "feeds/programmes/huong-sen.rss",
    r"admin/^.*/$": "admin/khong-co/{pk}/",
    r"^((?:[\w\-]+/)*)$": "phieu/{pk}/",
}  # fmt: skip
LOOKING = "?q=huynh+thi+kin&ten=huynh+thi+kin&tinh-trang=draft&don-vi={body}&name=huynh+thi+kin"


@dataclass
class Papers:
    """The other body's papers, at every place where they are nobody else's business, and one that it has sent."""

    body: Body
    papers: list[Nomination] = field(default_factory=list)

    def values(self) -> Iterator[dict[str, str]]:
        for paper in self.papers:
            photo = paper.photos.get()
            body, file = str(self.body.organisation.pk), photo.file.name
            yield {"pk": str(paper.pk), "uuid": str(photo.pk), "file": file, "body": body}


def write_papers(body: Body, office: object) -> Papers:
    papers = [a_draft(body, **PAPER) for _ in range(4)]
    for paper in papers:
        add_photo(paper, name="kin.jpg", data=a_small_picture(), by=body.clerk, at=NOW)
    hand_to_head(papers[1], by=body.clerk, at=NOW)
    ask_more(sign(papers[2], by=body.head, at=NOW), what="Gọi sau giờ làm", by=office, at=NOW)
    sign(papers[3], by=body.head, at=NOW)
    return Papers(body, papers)


def patterns(resolved: object = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in (resolved or get_resolver()).url_patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            yield route, one
        else:
            yield from patterns(one, route)


def address(route: str, pattern: URLPattern, values: dict[str, str]) -> str:
    """The route with the other body's keys in it. Raises KeyError for an expression that nobody has written out."""
    if not isinstance(pattern.pattern, RoutePattern):
        return "/" + EXPRESSIONS[route].format(**values)

    def put(found: re.Match[str]) -> str:
        kind, name = found.group(1) or "str", found.group(2)
        words = [word for part, word in WORDS.items() if part in name]
        return values["uuid"] if kind == "uuid" else next(iter(words), values["pk"])

    return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", put, route.replace("^", ""))


def addresses(papers: Papers) -> list[str]:
    """Every door of the house with each paper's key, and every list looking for the person."""
    found: dict[str, None] = {}
    for values in papers.values():
        for route, pattern in patterns():
            one = address(route, pattern, values)
            found[one] = None
            if "<" not in route and not route.endswith("$"):
                found[one + LOOKING.format(**values)] = None
    return [one for one in found if one.partition("?")[0] not in SIGN_OUT]


def said(answer: HttpResponse) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def tells(answer: HttpResponse, photo: bytes) -> list[str]:
    """What of the papers stands in the answer, also where JSON writes letters as numbers."""
    body = said(answer)
    text = body.decode(errors="replace") + str(answer.headers)
    escaped = [json.dumps(secret)[1:-1] for secret in SECRETS]
    told = [secret for secret, code in zip(SECRETS, escaped, strict=True) if secret in text or code in text]
    return told + (["the photo"] if body == photo else [])


def crawl(client: Client, papers: Papers, methods: tuple[str, ...] = ("get", "post")) -> list[str]:
    """Every answer that tells, every press that changes something of the other body's."""
    photo = papers.papers[0].photos.get().file.open("rb").read()
    before, wrong = state(papers), []
    for one in addresses(papers):
        for method in methods:
            with transaction.atomic():
                sends = {
                    "copy": papers.papers[0].pk,
                    "organisation": papers.body.organisation.pk,
                    "verb": "sign",
                }
                answer = getattr(client, method)(one, sends if method == "post" else None)
                wrong += [f"{method} {one}: {secret}" for secret in tells(answer, photo)]
                wrong += [f"{method} {one}: changed"] if method == "post" and state(papers) != before else []
                transaction.set_rollback(True)
    return wrong


def state(papers: Papers) -> list[object]:
    organisation = papers.body.organisation
    found = Nomination.objects.filter(organisation=organisation).order_by("pk")
    return [*found.values_list("pk", "state", "edition", "name"), *found.values_list("photos__pk", flat=True)]


@pytest.fixture
def papers(newsroom: Newsroom) -> Papers:
    other = a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    return write_papers(other, newsroom.people[Role.STANDING_OFFICE])


@pytest.mark.parametrize("role", [Role.CLERK, Role.HEAD])
def test_a_body_reaches_nothing_of_another_bodys_papers(
    newsroom: Newsroom, papers: Papers, client: Client, role: Role
) -> None:
    own = a_body()
    appoint(newsroom.people[role], own.organisation, role)
    client.force_login(newsroom.people[role])
    client.raise_request_exception = False
    assert crawl(client, papers) == []
    assert client.get("/phieu-gioi-thieu/").status_code == 200, "still signed in"


def test_a_stranger_reaches_nothing_of_a_bodys_papers(
    newsroom: Newsroom, papers: Papers, client: Client
) -> None:
    client.raise_request_exception = False
    assert crawl(client, papers) == []


def test_the_crawl_finds_what_the_own_body_may_read(
    newsroom: Newsroom, papers: Papers, client: Client
) -> None:
    """Otherwise silence would prove nothing."""
    client.force_login(papers.body.clerk)
    paper = papers.papers[0]
    found = crawl(client, papers, methods=("get",))
    light = f"/phieu-gioi-thieu/{paper.pk}/"
    assert f"get {light}: Huỳnh Thị Kín" in found
    assert f"get {light}anh/{paper.photos.get().pk}/xem/: the photo" in found


def test_namesakes_tell_of_a_paper_that_was_sent_and_nothing_of_one_that_was_not(
    newsroom: Newsroom, papers: Papers, client: Client
) -> None:
    own = a_body()
    mine = a_draft(own, name="Nguyễn Văn Khác")
    client.force_login(own.clerk)
    asked = {"name": "huynh thi kin", "alias": "tu lang", "locality": papers.papers[0].locality_id}
    ask = f"/phieu-gioi-thieu/{mine.pk}/trung-ten/?{urlencode(asked)}"
    sent = client.get(ask).content.decode()
    assert ("đơn vị khác đã giới thiệu" in sent, [secret for secret in SECRETS if secret in sent]) == (
        True,
        [],
    )
    Nomination.objects.filter(pk=papers.papers[3].pk).delete()
    assert "đơn vị khác" not in client.get(ask).content.decode()
