"""The public side of columns: what came out, month by month, and when the next one is due."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import get_current_timezone

from cms.pages.rules import Link, Month
from columns.pages.models import ColumnPage
from columns.slots.enums import SlotState
from columns.slots.models import Column, Slot
from stories.pages.models import StoryPage
from stories.pages.queries import published


def stories_of(column: Column) -> QuerySet[StoryPage]:
    return published().filter(pk__in=_released(column).values("pages"))


def stories_of_month(column: Column, month: date) -> QuerySet[StoryPage]:
    released = _released(column).filter(at__gte=_begin(month), at__lt=_begin(_next(month)))
    return published().filter(pk__in=released.values("pages"))


def months_of(page: ColumnPage, current: date | None) -> list[Month]:
    """Months in which the column came out, newest first."""
    days = _released(page.column).datetimes("at", "month", order="DESC")
    return [
        Month(moment.date(), f"{page.url}{moment:%Y}/{moment:%m}/", moment.date() == current)
        for moment in days
    ]


def next_hour(column: Column, at: datetime) -> datetime | None:
    """When readers may expect the column again; what will be in it is nobody's business yet."""
    slot = Slot.objects.coming(at).filter(column=column).order_by("at").first()
    return slot.at if slot else None


def column_links() -> list[Link]:
    """Every column that is read, with its newest headline: one query for the pages, one for the newest pieces."""
    pages = list(ColumnPage.objects.live().select_related("column").order_by("title"))
    newest: dict[int, str] = {}
    rows = Slot.objects.filter(state=SlotState.RELEASED, column__in=[page.column_id for page in pages])
    for column, title in rows.order_by("-at").values_list("column", "pages__title")[
        : 20 * max(len(pages), 1)
    ]:
        newest.setdefault(column, title or "")
    return [Link(page.title, page.url, note=newest.get(page.column_id, "")) for page in pages]


def _released(column: Column) -> QuerySet[Slot]:
    return Slot.objects.filter(column=column, state=SlotState.RELEASED)


def _begin(month: date) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=get_current_timezone())


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
