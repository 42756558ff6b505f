"""The recurring work of the house, and who may do it now."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms.delivery.actions import sweep
from cms.notifications.actions import deliver_due, forget_delivered
from cms.operations.models import Job
from cms.people.actions import follow_appointments
from columns.slots.actions import make_ahead, release_due
from columns.slots.models import Column
from stories.letters.actions import forget_old_contacts
from stories.pages.actions import recall_broken

logger = logging.getLogger(__name__)

AHEAD = timedelta(weeks=9)
LEASE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Work:
    """`run(at)` returns what it did in words, "" for nothing. Exclusive work takes a lease; the rest locks its rows."""

    name: str
    every: timedelta
    run: Callable[[datetime], str]
    is_exclusive: bool = True


def _make_slots(at: datetime) -> str:
    until = timezone.localdate(at + AHEAD)
    made = sum(
        make_ahead(column, by=None, at=at, until=until) for column in Column.objects.filter(is_active=True)
    )
    return f"mở {made} kỳ mới" if made else ""


def _follow_appointments(at: datetime) -> str:
    return ", ".join(follow_appointments(at=at))


def _release_slots(at: datetime) -> str:
    released = release_due(at=at)
    return "phát hành " + ", ".join(str(slot) for slot in released) if released else ""


def _recall(at: datetime) -> str:
    withdrawn = recall_broken(at=at)
    return "gỡ " + ", ".join(copy.label for copy in withdrawn) if withdrawn else ""


def _deliver_messages(at: datetime) -> str:
    sent = deliver_due(at=at)
    return f"gửi {sent} tin" if sent else ""


def _sweep_ready_pages(at: datetime) -> str:
    dropped = sweep(at=at)
    return f"bỏ {len(dropped)} trang dựng sẵn đã cũ" if dropped else ""


def _forget(at: datetime) -> str:
    contacts, messages = forget_old_contacts(at=at), forget_delivered(at=at)
    return (
        f"xóa {contacts} liên hệ của người giới thiệu và {messages} tin đã gửi"
        if contacts or messages
        else ""
    )


WORK = [
    # Days begin and end without anybody pressing anything.
    Work("people.follow_appointments", timedelta(minutes=10), _follow_appointments),
    Work("slots.make_ahead", timedelta(hours=6), _make_slots),
    # What was kept as long as we said we would.
    Work("operations.forget", timedelta(days=1), _forget),
    # Never leased: a killed process must not keep the next one from releasing; each slot's row is locked instead.
    Work("slots.release", timedelta(0), _release_slots, is_exclusive=False),
    # After the release, so that a hold set while it ran is seen in the same minute; before the letters that tell of it.
    Work("stories.recall", timedelta(0), _recall, is_exclusive=False),
    # What a process that was killed between its commit and its clean-up left behind.
    Work("delivery.sweep", timedelta(0), _sweep_ready_pages, is_exclusive=False),
    Work("notifications.deliver", timedelta(0), _deliver_messages, is_exclusive=False),
]


def run_all(*, at: datetime, worker: str) -> list[str]:
    """Do all work that is due; a fault in one leaves the others running. Returns what was done, in words."""
    return [line for work in WORK if (line := _run(work, at, worker))]


def _run(work: Work, at: datetime, worker: str) -> str:
    job = _take(work, at, worker)
    if job is None:
        return ""
    try:
        done = work.run(at)
    except Exception as error:
        logger.exception("Job %s failed", work.name)
        _give_back(job, at, at + timedelta(minutes=1), str(error))
        return f"{work.name}: lỗi, sẽ thử lại ({error})"
    _give_back(job, at, at + work.every, "")
    return f"{work.name}: {done}" if done else ""


@transaction.atomic
def _take(work: Work, at: datetime, worker: str) -> Job | None:
    job, _ = Job.objects.get_or_create(name=work.name)
    if not work.is_exclusive:
        return job
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=at)
    due = Q(next_run_at__isnull=True) | Q(next_run_at__lte=at)
    taken = Job.objects.filter(free, due, pk=job.pk).update(leased_by=worker, leased_until=at + LEASE)
    return job if taken else None


@transaction.atomic
def _give_back(job: Job, at: datetime, next_run: datetime, error: str) -> None:
    Job.objects.filter(pk=job.pk).update(
        leased_by="",
        leased_until=None,
        next_run_at=next_run,
        last_error=error,
        attempts=job.attempts + 1 if error else 0,
        **({} if error else {"last_done_at": at}),
    )
