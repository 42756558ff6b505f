"""Closed lists of the words a plan is written in; their Vietnamese labels live beside the models."""

from enum import StrEnum


class PlanKind(StrEnum):
    """The screen shows the kind; the five are all Kế hoạch."""

    SCHEME = "scheme"
    PLAN = "plan"


class Period(StrEnum):
    """The span in which a target is to be reached; TERM is the whole term of the plan."""

    YEAR = "year"
    MONTH = "month"
    TERM = "term"


class RelationKind(StrEnum):
    """What an earlier document is to a plan (plan row P1)."""

    CARRIES_OUT = "carries_out"
    REPLACES = "replaces"
    CONTINUES = "continues"


class GoalKind(StrEnum):
    OVERALL = "overall"
    SPECIFIC = "specific"
    FIGURE = "figure"


class MilestoneKind(StrEnum):
    """Plan rows P2, R1, R2 and S7."""

    CRITERIA_DUE = "criteria_due"
    ANNUAL_REVIEW = "annual_review"
    ANNUAL_REPORT = "annual_report"
    INTERIM_REVIEW = "interim_review"
    FINAL_REVIEW = "final_review"
    CONGRESS = "congress"
    CONFERENCE = "conference"
    CAMPAIGN = "campaign"


class Precision(StrEnum):
    """How exactly a day is known; the stored day is the first (from) or the last (to) of that span."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class ColumnKind(StrEnum):
    COLUMN = "column"
    SPECIAL_PAGE = "special_page"


class Measure(StrEnum):
    """What a target counts (plan row E9); each is counted by the room that registers it."""

    NOMINATED = "nominated"
    RECOGNISED = "recognised"
    PUBLICISED = "publicised"
    REPLICATED = "replicated"
    AWARDED = "awarded"
    REGISTERED = "registered"
    FORWARDED = "forwarded"
    EXCHANGE_EVENTS = "exchange_events"
    BODIES_WITH_PLAN = "bodies_with_plan"
    BODIES_WITH_CRITERIA = "bodies_with_criteria"


class SubjectType(StrEnum):
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


class MovementKind(StrEnum):
    REGULAR = "regular"
    THEMATIC = "thematic"


class GroundKind(StrEnum):
    """What a value of a profile rests on."""

    TEXT = "text"
    OUTSIDE = "outside"
    SETTING = "setting"
    UNKNOWN = "unknown"
