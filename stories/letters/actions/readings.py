"""An exemplar is given the piece to read, answers, and the newsroom and the office act on it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from wagtail.models import Page

from cms.core.audit import record
from cms.core.text import normalise
from cms.notifications.actions import post
from cms.people.actions import open_link, revoke_link
from cms.people.enums import Purpose
from cms.people.models import User
from cms.workflow.actions import reopen
from stories.exemplars.models import Exemplar
from stories.letters.actions.refusals import LetterRefused, NotAnswered
from stories.letters.enums import ReadingVerdict
from stories.letters.models import Reading, ReadingPoint
from stories.letters.queries import has_passed_verification
from stories.letters.rules import PointAnswer, objects, text_digest, unanswered
from stories.letters.signals import reading_answered
from stories.pages.models import StoryPage

LINK_LASTS = timedelta(days=14)


@transaction.atomic
def ask_reading(page: StoryPage, exemplar: Exemplar, *, by: User, at: datetime) -> tuple[Reading, str]:
    """Give the newest draft to somebody it is about; the answer holds the link's secret, once.

    A link that the same person has and did not use is closed: two texts at once would be answered crosswise. Raises
    LetterRefused for somebody the draft does not name.
    """
    revision = page.get_latest_revision()
    draft = page.get_latest_revision_as_object()
    if revision is None or exemplar.pk not in {subject.exemplar_id for subject in draft.subjects.all()}:
        raise LetterRefused("Bài chưa ghi người này là điển hình được viết. Thêm vào bài rồi lưu nháp trước.")
    for earlier in Reading.objects.open().filter(page=page, exemplar=exemplar).select_related("link"):
        if earlier.link:
            revoke_link(earlier.link, by=by, at=at)
    reading = Reading.objects.create(
        page=Page.objects.get(pk=page.pk),
        revision=revision,
        text_digest=text_digest(revision.content),
        exemplar=exemplar,
        asked_by=by,
        asked_at=at,
    )
    own = [claim for claim in draft.claims.all() if claim.exemplar_id == exemplar.pk]
    ReadingPoint.objects.bulk_create(
        [
            ReadingPoint(reading=reading, claim=claim, text=claim.text)
            for claim in sorted(own, key=lambda claim: claim.pk)
        ]
    )
    reading.link, secret = open_link(Purpose.READING, reading.pk, by=by, at=at, lasts=LINK_LASTS)
    reading.save(update_fields=["link"])
    data = {"reading": reading.pk, "exemplar": str(exemplar), "revision": revision.pk}
    record(page, "letters.ask_reading", by=by, at=at, data=data)
    return reading, secret


@transaction.atomic
def answer_reading(
    reading: Reading, *, verdict: ReadingVerdict, note: str, points: Mapping[int, PointAnswer], at: datetime
) -> Reading:
    """What the exemplar says, once. Anything but a plain yes stops the piece, also one that was verified already.

    Raises NotAnswered with what is left to say, LetterRefused for a second answer.
    """
    reading = _locked(reading)
    if reading.answered_at is not None:
        raise LetterRefused("Ông/bà đã trả lời rồi. Muốn nói thêm, xin gọi người đã gửi bài.")
    own = list(reading.points.all())
    said = {point.pk: points[point.pk] for point in own if point.pk in points}
    if faults := unanswered(verdict, note, said, [point.pk for point in own]):
        raise NotAnswered(faults)
    for point in own:
        point.verdict, point.note = said[point.pk].verdict, normalise(said[point.pk].note).strip()
        point.save(update_fields=["verdict", "note"])
    reading.verdict, reading.note, reading.answered_at = verdict, normalise(note).strip(), at
    reading.is_objection = objects(verdict, said.values())
    reading.save(update_fields=["verdict", "note", "answered_at", "is_objection"])
    page = reading.page.specific
    data = {"reading": reading.pk, "exemplar": str(reading.exemplar), "verdict": verdict}
    record(page, "letters.answer_reading", by=None, at=at, data=data)
    key = f"reading.answered:{reading.pk}"
    post("reading.answered", key=key, payload={"reading": reading.pk}, at=at)
    reading_answered.send(sender=Reading, reading=reading, at=at)
    if reading.is_objection and has_passed_verification(page):
        reopen(page, by=None, at=at, reason=f"{reading.exemplar} đọc trước và có điều chưa đồng ý")
    return reading


@transaction.atomic
def revoke_reading(reading: Reading, *, by: User, at: datetime) -> Reading:
    """Close the link. Raises LetterRefused once it was answered: what was said stays."""
    reading = _locked(reading)
    if reading.answered_at is not None or reading.link is None:
        raise LetterRefused("Người đọc đã trả lời, liên kết không cần thu hồi nữa.")
    revoke_link(reading.link, by=by, at=at)
    data = {"reading": reading.pk, "exemplar": str(reading.exemplar)}
    record(reading.page.specific, "letters.revoke_reading", by=by, at=at, data=data)
    return reading


@transaction.atomic
def override_reading(reading: Reading, *, reason: str, by: User, at: datetime) -> Reading:
    """The standing office lets the piece go on, and says why. Raises LetterRefused without a reason."""
    reason = normalise(reason).strip()
    if not reason:
        raise LetterRefused("Hãy ghi lý do cho bài đi tiếp.")
    reading = _locked(reading)
    if not reading.is_objection or reading.overridden_at is not None:
        raise LetterRefused("Lần đọc này không có điều gì cần quyết định.")
    reading.overridden_by, reading.overridden_at, reading.override_reason = by, at, reason
    reading.save(update_fields=["overridden_by", "overridden_at", "override_reason"])
    data = {"reading": reading.pk, "exemplar": str(reading.exemplar), "reason": reason}
    record(reading.page.specific, "letters.override_reading", by=by, at=at, data=data)
    return reading


def _locked(reading: Reading) -> Reading:
    return (
        Reading.objects.select_for_update(of=("self",))
        .select_related("page", "exemplar", "link")
        .get(pk=reading.pk)
    )
