"""Lists of pieces for the newsroom: every piece at any point of its road, the latest edited first.

A fixed number of queries for a page of the list, paged by key, so that the five-hundredth costs what the first costs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import Http404
from wagtail.models import WorkflowState
from wagtail.search.backends import get_search_backend

from cms.core.text import fold
from cms.pages.models import ReleasedPage
from cms.pages.rules import BadKey, Key
from cms.people.models import User
from cms.workflow.queries import approved, on_the_road, steps_of
from cms.workflow.registries import coming_hours
from stories.pages.enums import Standing
from stories.pages.models import Takedown
from stories.pages.rules import standings_of

STANDINGS = {
    Standing.DRAFT: "Bản nháp",
    Standing.WAITING: "Chờ duyệt",
    Standing.APPROVED: "Đã duyệt",
    Standing.SCHEDULED: "Hẹn đăng",
    Standing.PUBLISHED: "Đã đăng",
    Standing.TAKEN_DOWN: "Đã gỡ",
}
PAGE_SIZE, MOST_FOUND = 30, 200
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; `standing` None is everything, `before` "" the newest."""

    standing: Standing | None = None
    words: str = ""
    is_mine: bool = False
    before: str = ""

    @classmethod
    def of(cls, address: Mapping[str, str]) -> "Asked":
        standing = address.get("tinh-trang", "")
        return cls(
            Standing(standing) if standing in set(Standing) else None,
            address.get("q", "").strip()[:80],
            address.get("cua-toi") == "1",
            address.get("truoc", ""),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A piece; `step` is where it waits, `hour` when it comes out, `is_open` whether the reader may edit it."""

    page: Any
    standings: list[tuple[Standing, str]]
    step: str
    hour: datetime | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class Listed:
    rows: list[Row]
    older: str


def listed(pages: QuerySet[Any], asked: Asked, *, user: User, mine: Q, may_change: bool) -> Listed:
    """The part of `pages` that is asked for. Raises Http404 for a key that cannot be read."""
    found = _in_standing(pages, asked.standing) if asked.standing else pages
    if asked.is_mine:
        found = found.filter(mine)
    if asked.words:
        found = found.filter(_called(asked.words, pages))
    found = _newest(found, asked.before).select_related("owner", "latest_revision__user")
    shown = list(found.defer("latest_revision__content")[: PAGE_SIZE + 1])
    rows = _rows(shown[:PAGE_SIZE], user, may_change)
    older = (
        str(Key(shown[PAGE_SIZE - 1].edited_at, shown[PAGE_SIZE - 1].pk)) if len(shown) > PAGE_SIZE else ""
    )
    return Listed(rows, older)


def _in_standing(pages: QuerySet[Any], standing: Standing) -> QuerySet[Any]:
    """Each from the rare side: what is on the road or taken down is little, however much was published."""
    taken = Takedown.objects.in_force().values("page_id")
    match standing:
        case Standing.DRAFT:
            return (
                pages.filter(live=False).exclude(pk__in=on_the_road().values("page_id")).exclude(pk__in=taken)
            )
        case Standing.WAITING:
            passed = approved().values("pk")
            return pages.filter(pk__in=on_the_road().exclude(pk__in=passed).values("page_id"))
        case Standing.APPROVED:
            return pages.filter(pk__in=approved().values("page_id")).exclude(_has_hour())
        case Standing.SCHEDULED:
            return pages.filter(_has_hour(), pk__in=approved().values("page_id"))
        case Standing.PUBLISHED:
            return pages.filter(live=True)
        case Standing.TAKEN_DOWN:
            return pages.filter(pk__in=taken)


def _has_hour() -> Q:
    has = Q(pk__in=[])
    for hours in coming_hours:
        has |= Q(pk__in=hours().order_by().values("page_id"))
    return has


def _called(words: str, pages: QuerySet[Any]) -> Q:
    """By what the index knows, with or without diacritics, or by the headline of a draft, which it does not know yet."""
    keys: list[int] = []
    if fold(words).strip(" .,;:!?-"):
        best = get_search_backend().search(words, pages.model.objects.only("pk"))[:MOST_FOUND]
        keys = [page.pk for page in best]
    return Q(pk__in=keys) | Q(draft_title__icontains=words)


def _newest(pages: QuerySet[Any], before: str) -> QuerySet[Any]:
    edited = Coalesce("latest_revision_created_at", "last_published_at", Value(LONG_AGO))
    ordered = pages.annotate(edited_at=edited).order_by("-edited_at", "-pk")
    if not before:
        return ordered
    try:
        key = Key.parse(before)
    except BadKey as error:
        raise Http404("Không có trang này trong danh sách.") from error
    return ordered.filter(Q(edited_at__lt=key.at) | Q(edited_at=key.at, pk__lt=key.pk))


def _rows(pages: list[ReleasedPage], user: User, may_change: bool) -> list[Row]:
    keys = [page.pk for page in pages]
    roads = _by_page(
        on_the_road().filter(object_id__in=map(str, keys)).select_related("current_task_state__task")
    )
    ready = set(approved().filter(object_id__in=map(str, keys)).values_list("page_id", flat=True))
    taken = set(Takedown.objects.in_force().filter(page__in=keys).values_list("page_id", flat=True))
    mine = {step.pk for step in steps_of(user)}
    hours: dict[int, datetime] = {}
    for coming in coming_hours:
        for page_id, hour in coming().filter(page_id__in=keys).values_list("page_id", "hour"):
            hours.setdefault(page_id, hour)
    return [
        _row(
            page, roads.get(page.pk), page.pk in ready, page.pk in taken, hours.get(page.pk), mine,
            may_change or page.owner_id == user.pk,
        )
        for page in pages
    ]  # fmt: skip


def _by_page(states: Iterable[Any]) -> dict[int, WorkflowState]:
    return {state.page_id: state for state in states}


def _row(
    page: ReleasedPage,
    road: WorkflowState | None,
    is_approved: bool,
    is_taken_down: bool,
    hour: datetime | None,
    mine: set[int],
    may_change: bool,
) -> Row:
    task = road.current_task_state.task if road and road.current_task_state else None
    where = standings_of(
        is_live=page.live,
        is_taken_down=is_taken_down,
        is_on_the_road=road is not None,
        is_approved=is_approved,
        has_hour=hour is not None,
    )
    return Row(
        page,
        [(standing, STANDINGS[standing]) for standing in where],
        task.name if task and not is_approved else "",
        hour if is_approved else None,
        may_change or bool(task and task.pk in mine),
    )
