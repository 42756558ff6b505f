"""`/tim-kiem/?q=`"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from cms.search.queries import MOST, PAGE_SIZE, find
from cms.search.rules import cleaned
from stories.pages.queries import cards, sector_links

LAST_PAGE = -(-MOST // PAGE_SIZE)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query, page = cleaned(request.GET.get("q", "")), _page(request.GET.get("trang", ""))
    context: dict[str, object] = {"query": query, "suggestions": [] if query else sector_links()}
    if query:
        found = find(query, page)
        context |= {
            "cards": cards(found.stories, request),
            "total": f"{found.total}+" if found.total >= MOST else found.total,
            "newer_url": _address(query, page - 1) if page > 1 else "",
            "older_url": _address(query, page + 1) if found.has_more else "",
        }
    return TemplateResponse(request, "search/search.html", context)


def _page(text: str) -> int:
    """A page number as typed; anything else is the first page."""
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def _address(query: str, page: int) -> str:
    return "?" + urlencode({"q": query, "trang": page} if page > 1 else {"q": query})
