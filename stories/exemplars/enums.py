from enum import StrEnum


class SubjectType(StrEnum):
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    MODEL = "model"


class ExemplarKind(StrEnum):
    GOOD_DEED = "good_deed"
    ADVANCED = "advanced"
    EMERGING = "emerging"
    MODEL_PRACTICE = "model_practice"


class Scope(StrEnum):
    COMPREHENSIVE = "comprehensive"
    PARTIAL = "partial"


class Ladder(StrEnum):
    """The steps an exemplar climbs, lowest first (E3)."""

    EMERGING = "emerging"
    OF_BODY = "of_body"
    RECOGNISED = "recognised"
    OUTSTANDING_PROVINCE = "outstanding_province"
    OUTSTANDING_NATION = "outstanding_nation"


class HoldReason(StrEnum):
    """Why neither award nor publicity may happen for now (Decree 152/2025)."""

    DISCIPLINE = "discipline"
    INSPECTION = "inspection"
    COMPLAINT = "complaint"
    ADVERSE_REPORT = "adverse_report"
    OTHER = "other"
