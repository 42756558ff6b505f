"""The road back: a published page is taken from readers, and may be let go its road again."""

import logging
from datetime import datetime
from os.path import splitext
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Revision

from cms.core.audit import record
from cms.media.models import Attachment, Photo
from cms.notifications.actions import post
from cms.people.models import User
from cms.workflow.registries import failures_of
from stories.pages.enums import TakedownReason
from stories.pages.models import Takedown
from stories.pages.queries import in_doubt, media_of
from stories.pages.registries import Copy, Recall, recalls
from stories.pages.rules import RECALLING, SENTENCES, reason_of
from stories.pages.signals import takedown_lifted, taken_down

logger = logging.getLogger(__name__)


class TakedownRefused(Exception):
    """What was asked cannot be done; the text says why and what to do."""


class RecallIncomplete(Exception):
    """Something that must not be shown could not be taken away; the next run tries again."""


@transaction.atomic
def take_down(
    page: Page, *, reason: TakedownReason, grounds: str, by: User | None, at: datetime, sentence: str = ""
) -> Takedown:
    """Take a page from every reader and keep what they had. Raises TakedownRefused for a page that is not out.

    A second time gives the takedown that is in force. `sentence` is all that readers are told.
    """
    if not grounds.strip():
        raise TakedownRefused("Hãy ghi văn bản hoặc căn cứ gỡ bài.")
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    in_force = Takedown.objects.in_force().filter(page=page.pk).first()
    if not page.live:
        if in_force is None:
            raise TakedownRefused(f"“{page.title}” không có trên trang nên không cần gỡ.")
        return in_force
    takedown = in_force or _sealed(page, reason, grounds.strip(), sentence or SENTENCES[reason], by, at)
    UnpublishPageAction(page, log_action=None).execute(skip_permission_checks=True)
    record(page, "stories.take_down", by=by, at=at, data={"takedown": takedown.pk, "reason": takedown.reason})
    _tell(takedown, at)
    taken_down.send(sender=Takedown, takedown=takedown, at=at)
    return takedown


@transaction.atomic
def lift_takedown(takedown: Takedown, *, document: str, note: str, by: User, at: datetime) -> Takedown:
    """Let the page go its road again by a decision; publishes nothing. Raises TakedownRefused without a document.

    A second time changes nothing.
    """
    if not document.strip():
        raise TakedownRefused("Hãy ghi văn bản làm căn cứ cho thôi gỡ bài.")
    takedown = Takedown.objects.select_for_update().get(pk=takedown.pk)
    if takedown.lifted_at is not None:
        return takedown
    takedown.lifted_at, takedown.lifted_by = at, by
    takedown.lift_document, takedown.lift_note = document.strip(), note.strip()
    takedown.save(update_fields=["lifted_at", "lifted_by", "lift_document", "lift_note"])
    data = {"takedown": takedown.pk, "document": takedown.lift_document}
    record(takedown.page, "stories.lift_takedown", by=by, at=at, data=data)
    takedown_lifted.send(sender=Takedown, takedown=takedown, at=at)
    return takedown


@transaction.atomic
def open_sealed_copy(takedown: Takedown, *, by: User, at: datetime) -> Revision:
    """What readers had; that somebody read it is written down."""
    record(takedown.page, "stories.open_sealed_copy", by=by, at=at, data={"takedown": takedown.pk})
    return takedown.sealed_revision


def recall_broken(*, at: datetime) -> list[Copy]:
    """Withdraw every public version that has lost its ground, each on its own, and return them.

    Looks at what is true now and at nothing that was remembered: so it also finds what a killed process left, a hold
    set while a release was running, and a consent whose last day was yesterday. Raises RecallIncomplete after the rest
    is done.
    """
    withdrawn: list[Copy] = []
    faults: list[str] = []
    for name, recall in recalls.items():
        try:
            copies = list(recall.copies_of(in_doubt(localdate(at))))
        except Exception:
            logger.exception("Recall %s could not say what is public", name)
            faults.append(name)
            continue
        for copy in copies:
            try:
                if _withdraw_broken(recall, copy, at):
                    withdrawn.append(copy)
            except Exception:
                logger.exception("%s could not be withdrawn", copy)
                faults.append(copy.label)
    if faults:
        raise RecallIncomplete(f"Đã gỡ {len(withdrawn)}, chưa gỡ được: {'; '.join(faults)}")
    return withdrawn


@transaction.atomic
def seal_files(takedown: Takedown, *, at: datetime) -> None:
    """Give the photos and recordings that only this page showed names nobody can guess; queue the old ones for removal.

    Their addresses were public. The old files go only after the new names are saved, so a killed process loses nothing.
    """
    page = takedown.page.specific
    if page.live:
        return
    photos = Photo.objects.filter(pk__in=media_of(page, Photo), is_illustration=False)
    files = [*photos, *Attachment.objects.filter(pk__in=media_of(page, Attachment))]
    old = [name for photo in photos for name in _forget_renditions(photo)]
    old += [name for file in files if (name := _rename(file))]
    if old:
        key = f"takedown.old_files:{takedown.pk}"
        post("takedown.old_files", key=key, payload={"names": sorted(old)}, at=at)


def _sealed(
    page: Page, reason: TakedownReason, grounds: str, sentence: str, by: User | None, at: datetime
) -> Takedown:
    # Pages that were brought in without the workflow have no revision yet.
    revision = page.live_revision or page.save_revision(clean=False, log_action=False)
    labels = [copy.label for recall in recalls for copy in recall.unacknowledged(page.pk, at)]
    return Takedown.objects.create(
        page_id=page.pk,
        title=page.title,
        url_path=page.get_url_parts()[2],
        sealed_revision=revision,
        reason=reason,
        grounds=grounds,
        public_sentence=sentence,
        beyond_reach=labels,
        at=at,
        by=by,
    )


def _tell(takedown: Takedown, at: datetime) -> None:
    """The editors by letter; the files and the caches in front by a job, which tries again where these do not answer."""
    key = f"{takedown.pk}:{at.isoformat()}"
    for kind in ("takedown.done", "takedown.clean_up"):
        post(kind, key=f"{kind}:{key}", payload={"takedown": takedown.pk}, at=at)


@transaction.atomic
def _withdraw_broken(recall: Recall, copy: Copy, at: datetime) -> bool:
    page = Page.objects.get(pk=copy.page_id).specific
    found = failures_of(page, day=localdate(at), channels=copy.channels)
    failures = [failure for failure in found if failure.code in RECALLING]
    reason = reason_of({failure.code for failure in failures})
    if reason is None:
        return False
    grounds = " ".join(dict.fromkeys(failure.message for failure in failures))
    recall.withdraw(copy, reason=reason, grounds=grounds, by=None, at=at)
    return True


def _forget_renditions(photo: Photo) -> list[str]:
    names = [rendition.file.name for rendition in photo.renditions.all()]
    photo.renditions.all().delete()
    return names


def _rename(media: Any) -> str:
    """Copy the file to a new name and return the old one; "" where the file is missing anyway."""
    old, storage = media.file.name, media.file.storage
    if not storage.exists(old):
        return ""
    folder, _, name = old.rpartition("/")
    with storage.open(old) as content:
        new = storage.save(f"{folder}/{token_urlsafe(16)}{splitext(name)[1]}", content)
    type(media).objects.filter(pk=media.pk).update(file=new)
    return old
