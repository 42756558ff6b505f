"""What happens to an exemplar: registered, named, raised a step, held and released from a hold."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from cms.core.audit import record
from cms.core.sorting import person_key, word_key
from cms.core.text import fold, normalise
from cms.organisations.models import Organisation
from cms.people.models import User
from stories.exemplars.enums import HoldReason, Ladder, SubjectType
from stories.exemplars.models import Alias, Exemplar, Hold, Stage
from stories.exemplars.signals import hold_lifted, hold_placed


class ExemplarRefused(Exception):
    """What was asked cannot be recorded; the text says what is missing."""


@transaction.atomic
def register(exemplar: Exemplar, *, by: User | None, at: datetime) -> Exemplar:
    """Save a new or changed exemplar with its search and sort keys (E5). Raises ExemplarRefused without a name."""
    exemplar.name = normalise(exemplar.name).strip()
    if not exemplar.name:
        raise ExemplarRefused("Hãy ghi tên điển hình.")
    is_new = exemplar.pk is None
    is_person = exemplar.subject_type == SubjectType.INDIVIDUAL
    exemplar.search_name = fold(exemplar.name)
    exemplar.sort_name = person_key(exemplar.name) if is_person else word_key(exemplar.name)
    exemplar.save()
    record(exemplar, "exemplars.register" if is_new else "exemplars.amend", by=by, at=at)
    return exemplar


@transaction.atomic
def add_alias(exemplar: Exemplar, name: str, *, by: User | None, at: datetime) -> Alias:
    """Record a name people call the exemplar by; the same name twice is one."""
    name = normalise(name).strip()
    if not name:
        raise ExemplarRefused("Hãy ghi bí danh.")
    alias, is_new = Alias.objects.get_or_create(
        exemplar=exemplar, name=name, defaults={"search_name": fold(name)}
    )
    if is_new:
        record(exemplar, "exemplars.add_alias", by=by, at=at, data={"alias": name})
    return alias


@transaction.atomic
def reach_stage(
    exemplar: Exemplar,
    step: Ladder,
    *,
    reached_on: date,
    decided_by: Organisation | None,
    document: str,
    by: User | None,
    at: datetime,
) -> Stage:
    """Record a step of the ladder with its decision (E3). Raises ExemplarRefused for a day to come or a second time."""
    if reached_on > localdate(at):
        raise ExemplarRefused("Ngày đạt bậc chưa tới.")
    if exemplar.stages.filter(step=step, reached_on=reached_on).exists():
        raise ExemplarRefused("Bậc này ngày đó đã được ghi.")
    stage = Stage.objects.create(
        exemplar=exemplar,
        step=step,
        reached_on=reached_on,
        decided_by=decided_by,
        document=document,
        recorded_by=by,
    )
    record(exemplar, "exemplars.reach_stage", by=by, at=at, data={"step": step, "on": reached_on})
    return stage


@transaction.atomic
def place_hold(
    exemplar: Exemplar, *, reason: HoldReason, note: str, document: str, by: User, at: datetime
) -> Hold:
    """Stop every channel for this exemplar. Raises ExemplarRefused without a document, or for the same one twice."""
    document = normalise(document).strip()
    if not document:
        raise ExemplarRefused("Hãy ghi văn bản làm căn cứ tạm dừng.")
    # One at a time for an exemplar: two tabs, or a second click.
    Exemplar.objects.select_for_update(of=("self",)).get(pk=exemplar.pk)
    if exemplar.holds.in_force().filter(document=document, reason=reason).exists():
        raise ExemplarRefused("Đang có lệnh tạm dừng theo đúng văn bản này.")
    hold = Hold.objects.create(
        exemplar=exemplar,
        reason=reason,
        note=normalise(note).strip(),
        document=document,
        placed_by=by,
        placed_at=at,
    )
    data = {"hold": hold.pk, "reason": reason, "document": hold.document}
    record(exemplar, "exemplars.place_hold", by=by, at=at, data=data)
    hold_placed.send(sender=Hold, hold=hold, at=at)
    return hold


@transaction.atomic
def lift_hold(hold: Hold, *, document: str, note: str, by: User, at: datetime) -> Hold:
    """End a hold by a decision of its own. Raises ExemplarRefused without a document or when lifted already."""
    hold = Hold.objects.select_for_update().get(pk=hold.pk)
    if hold.lifted_at is not None:
        raise ExemplarRefused("Lệnh tạm dừng này đã được gỡ.")
    document = normalise(document).strip()
    if not document:
        raise ExemplarRefused("Hãy ghi văn bản làm căn cứ gỡ tạm dừng.")
    hold.lifted_by, hold.lifted_at = by, at
    hold.lift_document, hold.lift_note = document, normalise(note).strip()
    hold.save(update_fields=["lifted_by", "lifted_at", "lift_document", "lift_note"])
    data = {"hold": hold.pk, "document": hold.lift_document}
    record(hold.exemplar, "exemplars.lift_hold", by=by, at=at, data=data)
    hold_lifted.send(sender=Hold, hold=hold, at=at)
    return hold
