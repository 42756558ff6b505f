"""A page is kept ready, something changes, what showed it is dropped, leftovers are swept."""

import logging
import secrets
import shutil
import time
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from cms.delivery import files
from cms.delivery.locking import Busy, nobody_changes, while_changing
from cms.delivery.models import Change, CurrentTransaction, ReadyPage, Shown
from cms.delivery.recording import EVERYTHING
from cms.delivery.rules import next_modified
from cms.notifications.actions import post

logger = logging.getLogger(__name__)

# A page that took longer to make is not kept, so older changes need not be remembered.
LONGEST_MAKING = timedelta(minutes=5)
REMEMBERED = 2 * LONGEST_MAKING
BATCH = 500
MEGABYTE = 1024 * 1024
# Tells which database a folder belongs to; no address names a file that begins with a dot.
SIGN = ".house"


def keep(
    file: str, body: bytes, *, tags: Collection[str], mark: str, made_in: float, at: datetime
) -> int | None:
    """Put a page in its place unless something it shows changed since `mark`.

    Returns the file's time in whole seconds; None when the page was not kept. `made_in` is how many seconds it took.
    """
    if made_in > LONGEST_MAKING.total_seconds():
        return None
    forms = files.forms_of(body)
    try:
        # Two steps: what a page shows is on record before its file exists, so a killed process leaves no file that
        # nobody would ever drop.
        with nobody_changes():
            page = _recorded(file, tags, sum(map(len, forms.values())), at)
        with nobody_changes():
            return _put(page, forms, tags, mark)
    except Busy:
        return None
    except OSError:
        # A full disk must not cost the reader the page that has just been made.
        logger.exception("%s could not be kept", file)
        return None


def announce(tags: Iterable[str], *, at: datetime | None = None) -> None:
    """Say, in the transaction that changes something, which tags it touches; pages that show them go after the commit."""
    changed = sorted(set(tags))
    if not changed or settings.READY_DIR is None:
        return
    moment = at or timezone.now()
    with transaction.atomic():
        while_changing()
        Change.objects.bulk_create(
            Change(tag=tag, at=moment, transaction=CurrentTransaction()) for tag in changed
        )
    # Robust: a fault here must not look like a fault of the change; the jobs sweep again.
    transaction.on_commit(drop_changed, robust=True)


def drop_changed() -> list[str]:
    """Take every page away that shows something that changed; return their files. Safe to repeat, and to be killed in."""
    if settings.READY_DIR is None:
        return []
    dropped: list[str] = []
    while changes := list(Change.objects.filter(is_swept=False).order_by("pk").values("pk", "tag")[:BATCH]):
        tags = {change["tag"] for change in changes}
        gone = _drop_all(_showing(tags))
        _sweep_changes([change["pk"] for change in changes], gone)
        dropped += gone
    return dropped


def sweep(*, at: datetime) -> list[str]:
    """What a killed process left: pages to be dropped, old changes, half-written files; and the bound of the disk."""
    if settings.READY_DIR is not None:
        _own_the_folder()
    dropped = drop_changed()
    Change.objects.filter(is_swept=True, at__lt=at - REMEMBERED).delete()
    if settings.READY_DIR is not None:
        dropped += _keep_within(settings.READY_MEGABYTES * MEGABYTE)
        _remove_parts(settings.READY_DIR, at)
    return dropped


def forget_everything() -> None:
    """Drop all ready pages: after an upgrade, whose templates are no rows that change."""
    announce([EVERYTHING])


def _root() -> Path:
    if settings.READY_DIR is None:
        raise RuntimeError("READY_DIR is off: nothing is kept ready here")
    return Path(settings.READY_DIR)


def _recorded(file: str, tags: Collection[str], size: int, at: datetime) -> ReadyPage:
    page, _ = ReadyPage.objects.select_for_update().get_or_create(file=file)
    page.is_ready, page.size, page.rendered_at = True, size, at
    page.save(update_fields=["is_ready", "size", "rendered_at"])
    known = set(page.shown.values_list("tag", flat=True))
    Shown.objects.bulk_create(Shown(page=page, tag=tag) for tag in sorted(set(tags) - known))
    return page


def _put(page: ReadyPage, forms: dict[str, bytes], tags: Collection[str], mark: str) -> int | None:
    page = ReadyPage.objects.select_for_update().get(pk=page.pk)
    if not page.is_ready or Change.objects.since(mark).filter(tag__in=tags).exists():
        return None
    page.modified = next_modified(time.time(), page.modified or None)
    page.save(update_fields=["modified"])
    files.put(_root(), page.file, forms, page.modified)
    return page.modified


def _showing(tags: Collection[str]) -> QuerySet[ReadyPage]:
    ready = ReadyPage.objects.filter(is_ready=True)
    return ready if EVERYTHING in tags else ready.filter(shown__tag__in=tags).distinct()


def _drop_all(pages: QuerySet[ReadyPage]) -> list[str]:
    """In batches, so that readers of other pages never wait long for the lock."""
    keys = list(pages.values_list("pk", flat=True))
    batches = [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]
    return [file for batch in batches for file in _drop(batch)]


@transaction.atomic
def _drop(keys: list[int]) -> list[str]:
    pages = ReadyPage.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    gone = list(pages.values_list("file", flat=True))
    for file in gone:
        files.take_away(_root(), file)
    ReadyPage.objects.filter(pk__in=keys).update(is_ready=False, size=0)
    Shown.objects.filter(page__in=keys).delete()
    return gone


def _keep_within(most: int) -> list[str]:
    """Drop the pages that were made longest ago until the rest fits."""
    used = ReadyPage.objects.filter(is_ready=True).aggregate(used=Sum("size"))["used"] or 0
    dropped: list[str] = []
    while used > most:
        oldest = ReadyPage.objects.filter(is_ready=True).order_by("rendered_at").values_list("pk", "size")
        batch = list(oldest[:BATCH])
        used -= sum(size for _, size in batch)
        dropped += _drop([key for key, _ in batch])
    return dropped


@transaction.atomic
def _own_the_folder() -> None:
    """Empty a folder that belongs to another database, as after a restored backup: nothing here would drop its files."""
    sign, _ = ReadyPage.objects.get_or_create(file=SIGN, defaults={"modified": secrets.randbits(62)})
    written = _root() / SIGN
    if written.exists() and written.read_text() == str(sign.modified):
        return
    shutil.rmtree(_root(), ignore_errors=True)
    _root().mkdir(parents=True)
    Shown.objects.all().delete()
    ReadyPage.objects.filter(is_ready=True).update(is_ready=False, size=0)
    written.write_text(str(sign.modified))


def _remove_parts(root: Path, at: datetime) -> None:
    too_old = (at - LONGEST_MAKING).timestamp()
    for part in root.rglob(".*.part"):
        if part.stat().st_ctime < too_old:
            part.unlink(missing_ok=True)


@transaction.atomic
def _sweep_changes(keys: list[int], gone: list[str]) -> None:
    Change.objects.filter(pk__in=keys).update(is_swept=True)
    if gone and settings.WAGTAILFRONTENDCACHE:
        urls = [f"{settings.SITE_URL}/{file.removesuffix('index.html')}" for file in gone]
        post("delivery.purge", key=f"delivery.purge:{keys[-1]}", payload={"urls": urls}, at=timezone.now())
