"""What of a plan is stored, and what its profile would change."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from cms.localities.models import Locality
from cms.organisations.models import Duty, Organisation
from cms.plans.models import Criterion, EmulationMovement, Milestone, Plan, PlannedColumn, Sector, Target
from cms.plans.rules import (
    Change,
    LocalUnit,
    Profile,
    Stored,
    Table,
    changes_between,
    next_due,
    organisations_of,
    rows_of,
)

MODELS: dict[Table, type[Model]] = {
    Table.ORGANISATION: Organisation,
    Table.PLAN: Plan,
    Table.MILESTONE: Milestone,
    Table.SECTOR: Sector,
    Table.CRITERION: Criterion,
    Table.TARGET: Target,
    Table.PLANNED_COLUMN: PlannedColumn,
    Table.MOVEMENT: EmulationMovement,
    Table.DUTY: Duty,
}

# The fields of a row's natural key, beside its plan.
KEYS: dict[Table, tuple[str, ...]] = dict.fromkeys(Table, ("code",)) | {
    Table.SECTOR: ("slug",),
    Table.CRITERION: ("order",),
    Table.PLANNED_COLUMN: ("slug",),
    Table.MOVEMENT: ("name",),
    Table.DUTY: ("organisation", "source", "order"),
}

OF_THE_PLAN = (Table.MILESTONE, Table.SECTOR, Table.CRITERION, Table.TARGET, Table.PLANNED_COLUMN)


def planned_changes(profile: Profile) -> list[Change]:
    """What adopting the profile would do to the tables as they are now; empty when nothing differs."""
    wanted = [*organisations_of(profile, local_units(profile)), *rows_of(profile)]
    foreign = _foreign_sectors(profile)
    wanted = [row for row in wanted if row.table is not Table.SECTOR or row.key not in foreign]
    standing = {
        (table, key_of(row, table)): {field.name: named(row, field.name) for field in row._meta.fields}
        for table in Table
        for row in stored(table, profile.plan.code, wanted)
    }
    return changes_between(standing, wanted)


def stored(table: Table, plan: str, wanted: Sequence[Stored] = ()) -> QuerySet[Any]:
    """The rows of a table that belong to the plan, or that the wanted rows name."""
    names = [row.key[0] for row in wanted if row.table is table]
    match table:
        case Table.ORGANISATION:
            related = ("locality", "parent", "successor")
            return Organisation.objects.filter(code__in=names).select_related(*related)
        case Table.PLAN:
            return Plan.objects.filter(code=plan).select_related("issuing_body", "verifies_with")
        case Table.MOVEMENT:
            return EmulationMovement.objects.filter(name__in=names)
        case Table.DUTY:
            return Duty.objects.filter(source__startswith=f"{plan} ").select_related("organisation")
    rows = MODELS[table]._default_manager.filter(plan__code=plan).select_related()
    return rows.filter(organisation=None) if table is Table.CRITERION else rows


def key_of(row: Model, table: Table) -> tuple[Any, ...]:
    return tuple(named(row, field) for field in KEYS[table])


def named(row: Model, field: str) -> Any:
    """The value of a field as plain data: a reference by its code."""
    match value := getattr(row, field):
        case Organisation() | Plan():
            return value.code
        case Sector():
            return value.slug
        case Locality():
            return value.scheme, value.code
    return value


def local_units(profile: Profile) -> list[LocalUnit]:
    """The plan's locality and all units within it, in the scheme of its time; none while it is not loaded."""
    scheme, code = profile.plan.scheme.value, profile.plan.locality.value
    home = Locality.objects.filter(scheme=scheme, code=code).first() if scheme and code else None
    if home is None:
        return []
    within = Locality.objects.within(home).select_related("parent").order_by("sort_name", "code")
    return [_local_unit(row) for row in [home, *within]]


def _local_unit(row: Locality) -> LocalUnit:
    parent = row.parent.code if row.parent else ""
    return LocalUnit(row.scheme, row.code, row.name, row.level, parent, row.valid_from, row.valid_to)


def _foreign_sectors(profile: Profile) -> set[tuple[str]]:
    """Sectors of the profile that stand under another plan, or as the office's own: shared as they are."""
    slugs = [sector.code for sector in profile.sectors]
    taken = Sector.objects.filter(slug__in=slugs).exclude(plan__code=profile.plan.code)
    return {(slug,) for slug in taken.values_list("slug", flat=True)}


def milestones_due(first: date, last: date) -> list[tuple[date, Milestone]]:
    """What plans in force want done by a day from `first` to `last`, with that day; one query, since they are few."""
    running = Milestone.objects.filter(plan__period_from__lte=last, plan__period_to__gte=first)
    dated = [(next_due(one.day_to, one.every_year, first), one) for one in running.select_related("plan")]
    due = [(day, one) for day, one in dated if first <= day <= min(last, one.plan.period_to)]
    return sorted(due, key=lambda pair: (pair[0], pair[1].pk))
