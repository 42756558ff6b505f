"""A column is opened, changed, given a rhythm; its slots are made ahead."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from slugify import slugify

from cms.core.audit import record
from cms.core.text import normalise
from cms.people.models import User
from cms.plans.models import PlannedColumn
from columns.slots.actions.refusals import SlotRefused
from columns.slots.enums import SlotState
from columns.slots.models import Column, Rhythm, Slot
from columns.slots.rules import occurrences
from columns.slots.signals import column_opened


@transaction.atomic
def open_planned_column(planned: PlannedColumn, *, by: User | None, at: datetime) -> Column:
    """Open the column that a plan asks for, in the plan's rhythm from the day of `at`."""
    column = Column(
        name=planned.name,
        slug=planned.slug,
        organisation=planned.organisation.successor or planned.organisation,
        media=planned.media,
        several_pieces=planned.several_pieces,
        planned=planned,
    )
    open_column(column, by=by, at=at)
    column.rhythms.create(
        rrule=planned.rrule, hour=planned.default_hour, valid_from=timezone.localtime(at).date()
    )
    return column


@transaction.atomic
def open_column(column: Column, *, by: User | None, at: datetime) -> Column:
    """Save a new column; its public face is made by whoever hears `column_opened`. Raises SlotRefused."""
    _tidy(column)
    column.slug = column.slug or slugify(column.name, max_length=80, word_boundary=True)
    if Column.objects.filter(slug=column.slug).exists():
        raise SlotRefused(f"Đã có chuyên mục tên “{column.name}”. Hãy đặt tên khác.")
    column.save()
    record(column, "slots.open_column", by=by, at=at, data={"plan": str(column.planned or "")})
    column_opened.send(sender=Column, column=column, at=at)
    return column


@transaction.atomic
def change_column(column: Column, *, by: User | None, at: datetime) -> Column:
    """Save what was changed of a column; its address stays. Raises SlotRefused without a name or a medium."""
    _tidy(column)
    column.save()
    record(column, "slots.change_column", by=by, at=at)
    return column


@transaction.atomic
def set_rhythm(
    column: Column, *, rrule: str, hour: time, valid_from: date, by: User | None, at: datetime
) -> Rhythm:
    """From that day on the column appears in this rhythm.

    Empty slots of the rhythm before are taken back; filled ones stay, because somebody counts on them. Raises
    SlotRefused for a rule that cannot be read or a day that has passed.
    """
    today, zone = timezone.localtime(at).date(), timezone.get_current_timezone()
    if valid_from < today:
        raise SlotRefused("Nhịp mới chỉ áp dụng được từ hôm nay trở đi.")
    try:
        occurrences(rrule, hour, valid_from, valid_from, valid_from + timedelta(days=62), zone)
    except ValueError as error:
        raise SlotRefused(
            "Không đọc được nhịp này. Hãy chọn lại ngày trong tuần hoặc trong tháng."
        ) from error
    column.rhythms.filter(valid_from__gte=valid_from).delete()
    column.rhythms.filter(valid_to__isnull=True).update(valid_to=valid_from - timedelta(days=1))
    begins = max(at, datetime.combine(valid_from, time.min, tzinfo=zone))
    column.slots.filter(state=SlotState.OPEN, at__gt=begins).delete()
    rhythm = column.rhythms.create(rrule=rrule, hour=hour, valid_from=valid_from)
    record(column, "slots.set_rhythm", by=by, at=at, data={"rrule": rrule, "hour": hour, "from": valid_from})
    return rhythm


@transaction.atomic
def make_ahead(column: Column, *, by: User | None, at: datetime, until: date) -> int:
    """Create the column's missing slots from the day of `at` through `until`; return how many are new."""
    today, zone = timezone.localtime(at).date(), timezone.get_current_timezone()
    wanted = {
        moment
        for rhythm in column.rhythms.all()
        for moment in occurrences(
            rhythm.rrule,
            rhythm.hour,
            rhythm.valid_from,
            max(today, rhythm.valid_from),
            min(until, rhythm.valid_to or until),
            zone,
        )
    }
    missing = wanted - set(column.slots.filter(at__in=wanted).values_list("at", flat=True))
    Slot.objects.bulk_create(
        [Slot(column=column, at=moment) for moment in sorted(missing)], ignore_conflicts=True
    )
    if missing:
        record(column, "slots.make_ahead", by=by, at=at, data={"made": len(missing), "until": until})
    return len(missing)


def _tidy(column: Column) -> None:
    column.name = normalise(column.name).strip()
    if not column.name:
        raise SlotRefused("Hãy đặt tên chuyên mục.")
    if not column.media:
        raise SlotRefused("Hãy chọn ít nhất một loại hình: báo in, báo điện tử, phát thanh hoặc truyền hình.")
