"""Decisions on plan profiles: what is wrong (`faults_of`), what is said (`parse`), what is to be stored."""

from cms.plans.rules.bodies import LocalUnit, organisations_of
from cms.plans.rules.changes import Change, Step, changes_between
from cms.plans.rules.faults import Fault
from cms.plans.rules.milestones import next_due
from cms.plans.rules.profile import Profile, Value
from cms.plans.rules.reading import faults_of, parse
from cms.plans.rules.rows import Stored, Table, rows_of

__all__ = [
    "Change",
    "Fault",
    "LocalUnit",
    "Profile",
    "Step",
    "Stored",
    "Table",
    "Value",
    "changes_between",
    "faults_of",
    "next_due",
    "organisations_of",
    "parse",
    "rows_of",
]
