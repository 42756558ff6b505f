"""A column is opened, changed, given a rhythm; its slots are made ahead."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from slugify import slugify

from cms.core.audit import record
from cms.core.text import normalise
from cms.delivery.actions import announce
from cms.people.models import User
from cms.plans.models import PlannedColumn
from columns.slots.actions.refusals import SlotRefused
from columns.slots.enums import SlotState
from columns.slots.models import Column, Rhythm, Slot
from columns.slots.rules import occurrences
from columns.slots.signals import column_opened
from columns.slots.tags import column_list


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
    """Save what was changed of a column; its address stays.

    A column that is closed takes back its empty slots. Raises SlotRefused without a name or a medium, and for closing
    one in which pieces still wait for their hour.
    """
    _lock(column)
    _tidy(column)
    taken_back = 0 if column.is_active else _take_back_slots(column, at)
    column.save()
    told = {} if column.is_active else {"closed": True, "taken_back": taken_back}
    record(column, "slots.change_column", by=by, at=at, data=told)
    return column


@transaction.atomic
def set_rhythm(
    column: Column, *, rrule: str, hour: time, valid_from: date, by: User | None, at: datetime
) -> Rhythm:
    """From that day on the column appears in this rhythm.

    Empty slots of the rhythm before are taken back and opened again in the new one, as far ahead as they were; filled
    ones stay, because somebody counts on them. Raises SlotRefused for a rule that cannot be read or a day that has
    passed.
    """
    _lock(column)
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
    still_running = Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
    column.rhythms.filter(still_running).update(valid_to=valid_from - timedelta(days=1))
    begins = max(at, datetime.combine(valid_from, time.min, tzinfo=zone))
    empty = column.slots.filter(state=SlotState.OPEN, at__gte=begins)
    last = empty.aggregate(last=Max("at"))["last"]
    empty.delete()
    rhythm = column.rhythms.create(rrule=rrule, hour=hour, valid_from=valid_from)
    record(column, "slots.set_rhythm", by=by, at=at, data={"rrule": rrule, "hour": hour, "from": valid_from})
    if last:
        make_ahead(column, by=by, at=at, until=timezone.localtime(last).date())
    return rhythm


@transaction.atomic
def make_ahead(column: Column, *, by: User | None, at: datetime, until: date) -> int:
    """Create the missing slots of an open column from `at` through the day `until`; return how many are new."""
    if not _lock(column).is_active:
        return 0
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
        # An hour of today that has passed already would only be reported as missed.
        if moment >= at
    }
    missing = wanted - set(column.slots.filter(at__in=wanted).values_list("at", flat=True))
    Slot.objects.bulk_create(
        [Slot(column=column, at=moment) for moment in sorted(missing)], ignore_conflicts=True
    )
    if missing:
        # Written in bulk, so no signal tells the column's page of its next hour.
        announce([column_list(column.pk)], at=at)
        record(column, "slots.make_ahead", by=by, at=at, data={"made": len(missing), "until": until})
    return len(missing)


def _lock(column: Column) -> Column:
    """The row as it is now; rhythms and slots of one column are changed by one person at a time."""
    return Column.objects.select_for_update().get(pk=column.pk)


def _take_back_slots(column: Column, at: datetime) -> int:
    """Remove the coming empty slots; return how many. Raises SlotRefused while pieces wait in others."""
    if waiting := list(column.slots.filter(state=SlotState.FILLED).order_by("at")):
        days = ", ".join(f"{timezone.localtime(slot.at):%d/%m/%Y}" for slot in waiting[:5])
        raise SlotRefused(
            f"Chưa đóng được: còn {len(waiting)} kỳ đã xếp bài ({days}{'…' if len(waiting) > 5 else ''}). "
            "Hãy đưa bài ra khỏi các kỳ đó, hoặc chờ phát hành xong."
        )
    return column.slots.filter(state=SlotState.OPEN, at__gte=at).delete()[0]


def _tidy(column: Column) -> None:
    column.name = normalise(column.name).strip()
    if not column.name:
        raise SlotRefused("Hãy đặt tên chuyên mục.")
    if not column.media:
        raise SlotRefused("Hãy chọn ít nhất một loại hình: báo in, báo điện tử, phát thanh hoặc truyền hình.")
