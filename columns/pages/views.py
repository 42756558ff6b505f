"""How the pages of this room are shown to readers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from cms.pages.registries import Shown
from columns.pages import queries
from columns.pages.models import ColumnIndexPage, ColumnPage
from stories.pages.queries import list_context


def column_index(page: ColumnIndexPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    return Shown({"columns": queries.column_links()})


def column(page: ColumnPage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    """The newest pieces, or one month of them: a closed month never changes by itself."""
    if not rest:
        context: dict[str, Any] = {
            "months": queries.months_of(page, None),
            "next_hour": queries.next_hour(page.column, timezone.now()),
        }
        return Shown(context | list_context(queries.stories_of(page.column), request))
    month = _month(rest)
    archive: dict[str, Any] = {
        "month": month,
        "months": queries.months_of(page, month),
        "canonical_url": request.build_absolute_uri(request.path),
    }
    stories = list_context(queries.stories_of_month(page.column, month), request)
    return Shown(archive | stories, "columns/column_month.html")


def _month(rest: Sequence[str]) -> date:
    """`2026`, `11` → the first of November; raises Http404 for other forms and for months to come."""
    year, number = rest if len(rest) == 2 else ("", "")
    if not (len(year) == 4 and len(number) == 2 and (year + number).isascii() and (year + number).isdigit()):
        raise Http404("Địa chỉ tháng có dạng /2026/11/.")
    if not 1 <= int(number) <= 12 or not int(year) >= 2000:
        raise Http404("Không có tháng này.")
    month = date(int(year), int(number), 1)
    if month > timezone.localdate():
        raise Http404("Tháng này chưa tới.")
    return month
