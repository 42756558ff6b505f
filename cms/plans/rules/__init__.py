"""Decisions on plan profiles: what one must say (`faults_of`) and what it says (`parse`); no Django, no files."""

from cms.plans.rules.faults import Fault
from cms.plans.rules.profile import (
    Absence,
    Body,
    Column,
    Criterion,
    Duty,
    Ground,
    Milestone,
    PlanFacts,
    Profile,
    Relation,
    Row,
    Sector,
    Target,
    Value,
)
from cms.plans.rules.reading import faults_of, parse

__all__ = [
    "Absence",
    "Body",
    "Column",
    "Criterion",
    "Duty",
    "Fault",
    "Ground",
    "Milestone",
    "PlanFacts",
    "Profile",
    "Relation",
    "Row",
    "Sector",
    "Target",
    "Value",
    "faults_of",
    "parse",
]
