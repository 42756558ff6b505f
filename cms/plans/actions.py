"""Taking a plan's profile over into the tables."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Model

from cms.core.audit import record
from cms.localities.models import Locality
from cms.organisations.models import Organisation
from cms.plans.models import Plan, Sector
from cms.plans.queries import KEYS, MODELS, OF_THE_PLAN, planned_changes
from cms.plans.rules import Change, Profile, Step, Table
from cms.plans.signals import adopted

ORGANISATIONS = ("organisation", "issuing_body", "verifies_with", "successor")


@transaction.atomic
def adopt(profile: Profile, *, by: AbstractBaseUser | None, at: datetime) -> list[Change]:
    """Make the tables say what the profile says; return what changed. A second time nothing does.

    Values that the profile does not know, and settings that people have changed since, are left alone.
    Raises `Organisation.DoesNotExist` and the like when the profile has faults, `ProtectedError` when
    something still hangs on a row that the profile dropped.
    """
    done = planned_changes(profile)
    for change in done:
        _take(change, profile.plan.code)
    if done:
        plan = Plan.objects.get(code=profile.plan.code)
        steps = Counter(str(change.step) for change in done)
        record(plan, "plans.adopt", by=by, at=at, data=dict(steps))
        adopted.send(sender=Plan, plan=plan, changes=done, by=by, at=at)
    return done


def _take(change: Change, plan: str) -> None:
    key = _found(change.table, dict(zip(KEYS[change.table], change.key, strict=True)), plan)
    model = MODELS[change.table]
    if change.step is Step.REMOVE:
        model._default_manager.get(**key).delete()
        return
    row = model(**key) if change.step is Step.ADD else model._default_manager.get(**key)
    for name, value in _found(change.table, change.values, "").items():
        setattr(row, name, value)
    if isinstance(row, Organisation):
        row.write_keys()
    row.save()


def _found(table: Table, values: Any, plan: str) -> dict[str, Any]:
    """The values with codes replaced by the rows they name, and the plan added where the table has one."""
    own: dict[str, Any] = {"plan": Plan.objects.get(code=plan)} if plan and table in OF_THE_PLAN else {}
    if own and table is Table.CRITERION:
        own["organisation"] = None
    return own | {name: _row(table, name, value) for name, value in values.items()}


def _row(table: Table, name: str, value: Any) -> Model | Any:
    if value is None:
        return None
    if name == "locality":
        return Locality.objects.get(scheme=value[0], code=value[1])
    if name in ORGANISATIONS or (name == "parent" and table is Table.ORGANISATION):
        return Organisation.objects.get(code=value)
    if name == "sector" or (name == "parent" and table is Table.SECTOR):
        return Sector.objects.get(slug=value)
    return value
