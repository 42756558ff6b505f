"""What readers and feed readers get: the right words, the same number of queries for 24 and 240 stories, no scans."""

import re
from datetime import UTC, datetime
from urllib.parse import urljoin

import feedparser
import lxml.html
import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from lxml import etree
from wagtail.models import Page, PageViewRestriction
from wagtail.models import Site as WagtailSite

from cms.pages.queries import page_at
from columns.slots.models import Column
from stories.pages.models import StoryPage
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room

PAGES = [
    "/",
    "/cau-chuyen/",
    "/cau-chuyen/ruong-sen-3/",
    "/chuyen-muc/",
    "/chuyen-muc/guong-nguoi-tot/",
    "/chuyen-muc/guong-nguoi-tot/2026/11/",
    "/phat-thanh/",
    "/phat-thanh/huong-sen/",
    "/phat-thanh/huong-sen/so-3/",
    "/linh-vuc/",
    "/linh-vuc/nong-nghiep/",
    "/dia-phuong/",
    "/dia-phuong/xa-thap-muoi/",
    "/dia-phuong/huyen-thap-muoi/",
    "/dia-phuong/xa-my-hoa/",
    "/feeds/",
]
# A walk along an index that stops at a limit is no scan; reading a whole table of stories is.
SCAN = re.compile(r"(SCAN|Seq Scan on) (stories_storypage|wagtailcore_page)(?!\w)(?! USING INDEX)")
FEEDS = [
    "/feeds/feeds.opml",
    "/feeds/stories.rss",
    "/feeds/stories.atom",
    "/feeds/stories.json",
    "/feeds/columns/guong-nguoi-tot.rss",
    "/feeds/columns/guong-nguoi-tot.atom",
    "/feeds/sectors/nong-nghiep.rss",
    "/feeds/localities/W30037.rss",
    "/feeds/localities/W30037.atom",
    "/feeds/localities/W30037.json",
    "/feeds/programmes/huong-sen.rss",
]


@pytest.fixture
def site(newsroom: Newsroom) -> Newsroom:
    library.column_page(newsroom.column)
    station = Column.objects.create(
        name="Hương sen Đồng Tháp",
        slug="huong-sen",
        organisation=newsroom.column.organisation,
        media=["radio", "television"],
    )
    newsroom.programme = library.programme(station)
    library.stories(24, newsroom.column)
    library.episodes(24, newsroom.programme)
    return newsroom


def queries_of(client: Client, address: str) -> list[str]:
    """Queries of a warm answer; the first visit makes the renditions."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def test_query_counts_are_equal_at_24_and_at_240_stories(site: Newsroom, client: Client) -> None:
    few = {address: len(queries_of(client, address)) for address in PAGES + FEEDS}
    library.stories(216, site.column)
    library.episodes(36, site.programme)
    many = {address: len(queries_of(client, address)) for address in PAGES + FEEDS}
    assert many == few


def test_the_first_reader_of_a_story_waits_for_few_queries(site: Newsroom, client: Client) -> None:
    """Plain Wagtail with the same parts asks 28 (bench/first.py)."""
    assert len(queries_of(client, "/cau-chuyen/ruong-sen-3/")) <= 17


def test_every_address_leads_to_the_page_that_wagtail_would_find(site: Newsroom, rf: RequestFactory) -> None:
    """By its whole path at once, instead of page by page from the root."""
    roots = WagtailSite.get_site_root_paths()
    draft = site.draft("Bài còn trên bàn của phóng viên")
    home = roots[0].root_path
    addresses = [page.url_path.removeprefix(home) for page in Page.objects.filter(url_path__startswith=home)]
    addresses += ["ruong-sen-3/", "chuyen-muc/ruong-sen-3/", "linh-vuc/cau-chuyen/", "khong-co/", "home/"]
    for address in addresses:
        found = Page.route_for_request(rf.get(f"/{address}"), address)
        # What lies below a page is not found at once; Wagtail's way is gone then.
        wanted = found.page if found and not found.args else None
        assert (address, page_at(address, roots)) == (address, wanted)
        assert page_at(address, roots) is None or type(page_at(address, roots)) is type(wanted)
    assert draft.url_path.removeprefix(home) in addresses
    assert page_at("", []) is None


@pytest.mark.parametrize("private", ["the story", "the folder above it"])
def test_a_private_page_is_shown_to_nobody_who_types_its_address(
    site: Newsroom, client: Client, private: str
) -> None:
    """Also after a glance that found no private page at all."""
    story = StoryPage.objects.get(slug="ruong-sen-3")
    words = story.standfirst
    assert words in client.get("/cau-chuyen/ruong-sen-3/").content.decode()
    page = story if private == "the story" else story.get_parent()
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="bi-mat")
    answer = client.get("/cau-chuyen/ruong-sen-3/").content.decode()
    assert words not in answer
    assert 'type="password"' in answer


def test_no_query_scans_the_stories(site: Newsroom, client: Client) -> None:
    library.stories(216, site.column)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    listing = ["/", "/cau-chuyen/", "/chuyen-muc/guong-nguoi-tot/2026/11/", "/feeds/stories.rss"]
    asked = {sql for address in listing for sql in queries_of(client, address) if "stories_storypage" in sql}
    plans = {sql: plan_of(sql) for sql in asked if sql.startswith("SELECT")}
    assert len(plans) > 3
    assert [plan for plan in plans.values() if SCAN.search(plan)] == []


def plan_of(sql: str) -> str:
    prefix = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # At a few hundred rows PostgreSQL would rather read everything; asked is whether an index could serve.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(prefix + sql.replace("%", "%%") if connection.vendor != "sqlite" else prefix + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("/cau-chuyen/ruong-sen-3/", "Xã Tháp Mười", id="a story names its place"),
        pytest.param(
            "/dia-phuong/xa-thap-muoi/", "Gồm xã Mỹ Hòa (huyện Tháp Mười) trước đây", id="a commune its past"
        ),
        pytest.param("/dia-phuong/huyen-thap-muoi/", "thuộc Xã Tháp Mười", id="a district what it became"),
        pytest.param("/dia-phuong/xa-my-hoa/", "ruong-sen-0", id="an old commune leads to today's stories"),
        pytest.param(
            "/phat-thanh/huong-sen/so-3/", "Giọng đọc do máy tổng hợp", id="a synthetic voice is marked"
        ),
        pytest.param("/chuyen-muc/guong-nguoi-tot/2026/11/", "tháng 11/2026", id="a month of a column"),
    ],
)
def test_pages_say_what_readers_look_for(site: Newsroom, client: Client, address: str, words: str) -> None:
    assert words in client.get(address).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/khong-co/",
        "/cau-chuyen/khong-co/",
        "/linh-vuc/khong-co/",
        "/dia-phuong/khong-co/",
        "/dia-phuong/xa-thap-muoi/them/",
        "/chuyen-muc/guong-nguoi-tot/2026/13/",
        "/chuyen-muc/guong-nguoi-tot/2999/01/",
        "/chuyen-muc/guong-nguoi-tot/26/1/",
        "/cau-chuyen/?truoc=abc",
        "/feeds/columns/khong-co.rss",
        "/feeds/localities/W30052.rss",
    ],
)
def test_unknown_addresses_are_not_found_in_vietnamese(site: Newsroom, client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert 'lang="vi"' in answer.content.decode()


def test_older_and_newer_lead_through_every_story_once(site: Newsroom, client: Client) -> None:
    seen, address = [], "/cau-chuyen/"
    while address:
        context = client.get(address).context_data
        seen += [card.url for card in context["cards"]]
        address = f"/cau-chuyen/{context['older_url']}" if context["older_url"] else ""
    wanted = StoryPage.objects.order_by("-first_published_at").values_list("slug", flat=True)
    assert seen == [f"/cau-chuyen/{slug}/" for slug in wanted]


def test_drafts_are_nowhere(site: Newsroom, client: Client) -> None:
    draft = site.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    for address in PAGES + FEEDS + [f"/cau-chuyen/{draft.slug}/"]:
        assert "Bà Năm" not in client.get(address).content.decode(), address


def test_every_link_of_the_site_leads_somewhere(site: Newsroom, client: Client) -> None:
    waiting, seen = {"/", *PAGES}, set()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" in answer["Content-Type"]:
            waiting |= links_of(answer.content, address) - seen
    assert {"/feeds/localities/W30037.rss", "/feeds/programmes/huong-sen.rss"} <= seen


def links_of(html: bytes, address: str) -> set[str]:
    """Addresses of this site that the page names, windows of lists left out."""
    found = (urljoin(address, link) for link in lxml.html.fromstring(html).xpath("//@href"))
    ours = {link.split("#")[0].removeprefix("http://127.0.0.1:8000") for link in found}
    return {
        link for link in ours if link.startswith("/") and "?" not in link and not link.startswith("/static/")
    }


def test_the_locality_feed_has_the_stories_of_the_place_under_its_former_names(
    site: Newsroom, client: Client
) -> None:
    _, old = library.places()
    story = StoryPage.objects.get(slug="ruong-sen-5")
    story.localities.set([old])
    story.save()
    entries = feedparser.parse(client.get("/feeds/localities/W30037.rss").content).entries
    assert story.title in {entry.title for entry in entries}


def test_a_column_says_when_it_comes_next(site: Newsroom, client: Client) -> None:
    site.slot(datetime(2099, 1, 1, 0, 30, tzinfo=UTC))
    page = client.get("/chuyen-muc/guong-nguoi-tot/").content.decode()
    assert "Kỳ tới: Thứ Năm, 1/1/2099, lúc 07:30." in page


def test_the_pattern_page_shows_every_component(client: Client, site: Newsroom) -> None:
    page = client.get("/mau-giao-dien/").content.decode()
    assert 'name="robots" content="noindex"' in page
    assert page.count("<section") > 8


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_story_feeds_are_read_by_feedparser(site: Newsroom, client: Client, suffix: str) -> None:
    read = feedparser.parse(client.get(f"/feeds/stories.{suffix}").content)
    assert (read.bozo, len(read.entries)) == (False, 24)
    first = read.entries[0]
    assert first.title == "Ông Tư giữ ruộng sen cho cả xóm lần 0"
    assert first.id.startswith("tag:")
    assert first.link == "http://127.0.0.1:8000/cau-chuyen/ruong-sen-0/"
    assert "Sáng nào ông Tư cũng ra ruộng." in first.content[0].value


def test_podcast_has_recordings_with_length_and_duration(site: Newsroom, client: Client) -> None:
    root = etree.fromstring(client.get("/feeds/programmes/huong-sen.rss").content)
    enclosure = root.find("channel/item/enclosure")
    assert (enclosure.get("type"), enclosure.get("length")) == ("audio/mpeg", "1003")
    duration = root.findtext("channel/item/{http://www.itunes.com/dtds/podcast-1.0.dtd}duration")
    assert duration in {"140", "2:20", "00:02:20"}


def test_feeds_answer_304_to_their_own_validators(site: Newsroom, client: Client) -> None:
    first = client.get("/feeds/stories.rss")
    assert client.get("/feeds/stories.rss", headers={"if-none-match": first["ETag"]}).status_code == 304
    again = client.get("/feeds/stories.rss", headers={"if-modified-since": first["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")
    library.stories(1, site.column)
    assert client.get("/feeds/stories.rss", headers={"if-none-match": first["ETag"]}).status_code == 200
