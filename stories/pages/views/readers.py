"""How the pages of this room are shown to readers."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime

from cms.delivery.recording import shows
from cms.localities.models import Locality
from cms.localities.queries import became, made_of
from cms.pages.registries import Shown
from cms.plans.models import Sector
from stories.pages import queries
from stories.pages.models import LocalityIndexPage, SectorIndexPage, StoryIndexPage, StoryPage
from stories.pages.tags import STORIES


def story_index(page: StoryIndexPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    shows(STORIES)
    return Shown(queries.list_context(queries.published(), request))


def story(page: StoryPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    # First, because it also fetches the parts of the story itself.
    related = queries.related_to(page) if page.pk else []
    exemplars = list(page.exemplars().select_related("unit_then").prefetch_related("aliases"))
    then = {person.locality_id: person.unit_then.name for person in exemplars if person.unit_then}
    published_at = page.first_published_at
    context = {
        "bylines": [byline.pen_name for byline in page.bylines.all()],
        "published_on": localtime(published_at).date() if published_at else None,
        "sectors": [{"name": row.name, "url": f"/linh-vuc/{row.slug}/"} for row in page.sectors.all()],
        "localities": [_place(row, then.get(row.pk, "")) for row in page.localities.all()],
        "exemplars": [
            {"name": person.name, "aliases": [alias.name for alias in person.aliases.all()]}
            for person in exemplars
        ],
        "related": queries.cards(related, request),
    }
    return Shown(context)


def sector_index(page: SectorIndexPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    """`/linh-vuc/` lists the sectors, `/linh-vuc/<slug>/` the stories of one."""
    if not rest:
        return Shown({"sectors": queries.sector_links()})
    sector = get_object_or_404(Sector, slug=_only(rest))
    context = {"sector": sector, "canonical_url": request.build_absolute_uri(request.path)}
    return Shown(context | queries.list_context(queries.in_sector(sector), request), "stories/sector.html")


def locality_index(page: LocalityIndexPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    """`/dia-phuong/` lists today's communes, `/dia-phuong/<slug>/` the stories of one under all its names."""
    if not rest:
        return Shown({"localities": queries.locality_links(settings.HOME_PROVINCE)})
    locality = queries.find_locality(_only(rest), settings.HOME_PROVINCE)
    if locality is None:
        raise Http404("Không có địa phương này.")
    context = {
        "locality": locality,
        "intro": "" if locality.is_current else _what_became(locality),
        "predecessors": made_of(locality) if locality.is_current else [],
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return Shown(
        context | queries.list_context(queries.in_locality(locality), request), "stories/locality.html"
    )


def _only(rest: Sequence[str]) -> str:
    if len(rest) != 1:
        raise Http404("Địa chỉ này không có trang nào.")
    return rest[0]


def _place(locality: Locality, then_name: str) -> dict[str, Any]:
    shown_then = then_name if then_name != locality.name else ""
    return {"name": locality.name, "url": queries.locality_url(locality), "then_name": shown_then}


def _what_became(locality: Locality) -> str:
    names = ", ".join(unit.name for unit in became(locality))
    return f"Từ ngày 1/7/2025 thuộc {names}." if names else ""
