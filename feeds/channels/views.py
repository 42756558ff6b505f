"""The feeds' doors: conditional GET, one format a suffix, and the page that lists them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from broadcasts.programmes.models import ProgrammePage
from cms.core.http import etag_of, http_date, not_modified
from cms.delivery.recording import offer
from cms.delivery.rules import CACHE_CONTROL
from cms.localities.enums import Scheme
from cms.localities.models import Locality
from cms.plans.models import Sector
from columns.pages.models import ColumnPage
from feeds.channels import queries
from feeds.formats import atom, json_feed, opml, podcast, rss
from feeds.formats.entries import Channel, Entry, Podcast
from feeds.formats.opml import Subscription
from stories.pages.queries import locality_url, places_with_stories, sectors_with_stories

Render = Callable[[Channel, Sequence[Entry]], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    label: str
    mime_type: str
    render: Render


FORMATS = {
    "rss": Format("RSS", "application/rss+xml", rss.render),
    "atom": Format("Atom", "application/atom+xml", atom.render),
    "json": Format("JSON", json_feed.MIME_TYPE, json_feed.render),
}
PODCAST = Format("Podcast", "application/rss+xml", podcast.render)


@require_safe
def stories(request: HttpRequest, suffix: str) -> HttpResponse:
    entries = queries.entries_of_stories(queries.newest_stories(), request)
    about = queries.channel(
        "stories",
        title="Gương Sáng: câu chuyện mới",
        subtitle="Người thật, việc thật, kể lại sau khi đã kiểm chứng.",
        link="/cau-chuyen/",
        self_link=request.path,
        entries=entries,
    )
    return _answer(request, FORMATS[suffix], about, entries)


@require_safe
def column(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    page = get_object_or_404(ColumnPage.objects.live(), slug=slug)
    entries = queries.entries_of_stories(queries.stories_of_column(page), request)
    about = queries.channel(
        f"column:{page.translation_key}",
        title=page.title,
        subtitle=page.introduction,
        link=page.url,
        self_link=request.path,
        entries=entries,
    )
    return _answer(request, FORMATS[suffix], about, entries)


@require_safe
def sector(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    subject = get_object_or_404(Sector, slug=slug)
    entries = queries.entries_of_stories(queries.stories_of_sector(subject), request)
    about = queries.channel(
        f"sector:{subject.slug}",
        title=f"Gương Sáng: {subject.name}",
        subtitle="",
        link=f"/linh-vuc/{subject.slug}/",
        self_link=request.path,
        entries=entries,
    )
    return _answer(request, FORMATS[suffix], about, entries)


@require_safe
def locality(request: HttpRequest, code: str, suffix: str) -> HttpResponse:
    """Of today's units; a former one has no feed of its own, its stories are in its successors'."""
    subject = get_object_or_404(Locality, scheme=Scheme.SINCE_2025, code=code)
    entries = queries.entries_of_stories(queries.stories_of_locality(subject), request)
    about = queries.channel(
        f"locality:{subject.code}",
        title=f"Gương Sáng: {subject.name}",
        subtitle="",
        link=locality_url(subject),
        self_link=request.path,
        entries=entries,
    )
    return _answer(request, FORMATS[suffix], about, entries)


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    page = get_object_or_404(ProgrammePage.objects.live(), slug=slug)
    entries = queries.entries_of_episodes(queries.episodes_of(page), request)
    about = queries.channel(
        f"programme:{page.translation_key}",
        title=page.title,
        subtitle=page.introduction,
        link=page.url,
        self_link=request.path,
        entries=entries,
        podcast=Podcast(owner_name=str(page.column.organisation)),
    )
    return _answer(request, PODCAST, about, entries)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    offer()
    return render(request, "feeds/index.html", {"groups": _groups()})


@require_safe
def subscriptions(request: HttpRequest) -> HttpResponse:
    feeds = [feed for group in _groups() for feed in group["feeds"]]
    listed = [
        Subscription(feed["title"], queries.absolute(feed["links"][0]["url"]), queries.absolute(feed["page"]))
        for feed in feeds
    ]
    changed = queries.last_change()
    body = opml.render("Gương Sáng: tất cả nguồn tin", listed, updated=changed)
    return _conditional(request, body, opml.MIME_TYPE, changed)


def _answer(request: HttpRequest, kind: Format, about: Channel, entries: list[Entry]) -> HttpResponse:
    return _conditional(request, kind.render(about, entries), kind.mime_type, about.updated)


def _conditional(request: HttpRequest, body: bytes, mime_type: str, changed: datetime) -> HttpResponse:
    """RFC 9110 §13: validators on every answer, 304 without a body when the receiver has it."""
    offer()
    etag = etag_of(body)
    headers = {"ETag": etag, "Last-Modified": http_date(changed), "Cache-Control": CACHE_CONTROL}
    asked = request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")
    if not_modified(*asked, etag, changed):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(body, content_type=f"{mime_type}; charset=utf-8", headers=headers)


def _groups() -> list[dict[str, Any]]:
    """Every feed there is, grouped for people."""
    # Sifted and sorted here: SQLite would begin with all pages of the site.
    columns = sorted(
        (page for page in ColumnPage.objects.order_by() if page.live), key=lambda page: page.title
    )
    programmes = sorted(
        (page for page in ProgrammePage.objects.order_by() if page.live), key=lambda page: page.title
    )
    sectors = sectors_with_stories()
    places = places_with_stories(settings.HOME_PROVINCE)
    everything = [_feed("Tất cả câu chuyện", "/cau-chuyen/", "feeds:stories")]
    return [
        {"title": "Câu chuyện", "note": "", "feeds": everything},
        {
            "title": "Chuyên mục",
            "note": "",
            "feeds": [_feed(page.title, page.url, "feeds:column", page.slug) for page in columns],
        },
        {
            "title": "Phát thanh",
            "note": "Dán địa chỉ vào ứng dụng nghe podcast.",
            "feeds": [_podcast(page) for page in programmes],
        },
        {
            "title": "Lĩnh vực",
            "note": "",
            "feeds": [_feed(row.name, f"/linh-vuc/{row.slug}/", "feeds:sector", row.slug) for row in sectors],
        },
        {
            "title": "Địa phương",
            "note": "Gồm cả bài về các xã, phường, thị trấn trước khi sáp nhập.",
            "feeds": [_feed(row.name, locality_url(row), "feeds:locality", row.code) for row in places],
        },
    ]


def _feed(title: str, page: str, view: str, *args: str) -> dict[str, Any]:
    links = [
        {"url": reverse(view, args=[*args, suffix]), "kind": kind.mime_type, "label": kind.label}
        for suffix, kind in FORMATS.items()
    ]
    return {"title": title, "page": page, "links": links}


def _podcast(page: ProgrammePage) -> dict[str, Any]:
    link = {
        "url": reverse("feeds:programme", args=[page.slug]),
        "kind": PODCAST.mime_type,
        "label": PODCAST.label,
    }
    return {"title": page.title, "page": page.url, "links": [link]}
