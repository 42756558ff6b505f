"""The public side of columns: what came out, month by month, and when the next one is due."""

from datetime import date, datetime

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import get_current_timezone, localtime

from cms.core.sorting import word_key
from cms.delivery.recording import shows
from cms.pages.queries import among
from cms.pages.rules import Link, Month
from columns.pages.models import ColumnPage
from columns.slots.enums import SlotState
from columns.slots.models import Column, Slot, SlotItem
from columns.slots.tags import COLUMNS, column_list, month_list, months_list
from stories.pages.models import StoryPage
from stories.pages.queries import published


def stories_of(column: Column) -> QuerySet[StoryPage]:
    shows(column_list(column.pk))
    return _among_pieces(_released(column))


def stories_of_month(column: Column, month: date) -> QuerySet[StoryPage]:
    shows(month_list(column.pk, _begin(month)))
    return _among_pieces(_released(column).filter(at__gte=_begin(month), at__lt=_begin(_next(month))))


def months_of(page: ColumnPage, current: date | None) -> list[Month]:
    """Months in which the column came out, newest first."""
    shows(months_list(page.column_id))
    return [Month(day, f"{page.url}{day:%Y}/{day:%m}/", day == current) for day in _months(page.column)]


def next_hour(column: Column, at: datetime) -> datetime | None:
    """When readers may expect the column again; what will be in it is nobody's business yet."""
    shows(column_list(column.pk))
    slot = Slot.objects.coming(at).filter(column=column).order_by("at").first()
    return slot.at if slot else None


def column_links() -> list[Link]:
    """Every column that is read, with its newest headline: one query for the pages, one for the newest pieces."""
    shows(COLUMNS)
    # Sifted and sorted here: SQLite would begin with all pages of the site to find a handful of columns among them.
    every = ColumnPage.objects.order_by().select_related("column")
    pages = sorted((page for page in every if page.live), key=lambda page: word_key(page.title))
    newest: dict[int, str] = {}
    # A piece that was taken down keeps its slot, so being released is not enough to be named here.
    rows = Slot.objects.filter(
        state=SlotState.RELEASED, column__in=[page.column_id for page in pages], pages__live=True
    )
    for column, title in rows.order_by("-at").values_list("column", "pages__title")[
        : 20 * max(len(pages), 1)
    ]:
        newest.setdefault(column, title or "")
    return [Link(page.title, page.url, note=newest.get(page.column_id, "")) for page in pages]


def _months(column: Column) -> list[date]:
    """The first slot, the last, and a look for one in each month between: three queries, each by the index, where
    reading every slot to name its month would grow with the house."""
    hours = _released(column).values_list("at", flat=True)
    first, last = hours.order_by("at").first(), hours.order_by("-at").first()
    if first is None or last is None:
        return []
    months = _between(first, last)
    adapted = connection.ops.adapt_datetimefield_value
    bounds = [adapted(_begin(day)) for month in months for day in (month, _next(month))]
    rows = ", ".join(f"({number}, %s, %s)" for number in range(len(months)))
    # VALUES names its columns alike in SQLite and PostgreSQL.
    sql = f"""SELECT column1 FROM (VALUES {rows}) AS months WHERE EXISTS (
        SELECT 1 FROM {Slot._meta.db_table} WHERE column_id = %s AND state = %s AND at >= column2 AND at < column3
    ) ORDER BY column1 DESC"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [*bounds, column.pk, str(SlotState.RELEASED)])
        return [months[number] for (number,) in cursor.fetchall()]


def _between(first: datetime, last: datetime) -> list[date]:
    months, end = [localtime(first).date().replace(day=1)], localtime(last).date()
    while _next(months[-1]) <= end:
        months.append(_next(months[-1]))
    return months


def _among_pieces(released: QuerySet[Slot]) -> QuerySet[StoryPage]:
    """Stories that came out in one of these slots."""
    # From slot to slot, so that the database stops when it has enough; “in one of these slots” would gather them first.
    pieces = released.filter(items__isnull=False)
    # Asked of one page, the slots come last, each by its key; joined, SQLite would begin with the thousands of a column.
    of_one = SlotItem.objects.filter(Exists(released.filter(pk=OuterRef("slot"))))
    return among(published(), pieces.values("items__page"), of_one.values("page_id"))


def _released(column: Column) -> QuerySet[Slot]:
    return Slot.objects.filter(column=column, state=SlotState.RELEASED)


def _begin(month: date) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=get_current_timezone())


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
