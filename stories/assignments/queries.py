"""The work of newsrooms."""

from collections.abc import Collection

from django.db.models import Case, IntegerField, QuerySet, Value, When

from stories.assignments.enums import Priority
from stories.assignments.models import Assignment


def of_newsrooms(bodies: Collection[int]) -> QuerySet[Assignment]:
    """Everything these newsrooms have to do or did, with what a list shows."""
    return Assignment.objects.filter(desk__organisation__in=bodies).select_related(
        "desk__organisation", "person", "exemplar", "page", "hand_over"
    )


def to_do(bodies: Collection[int]) -> QuerySet[Assignment]:
    """What runs: the urgent first, then by the day it is due."""
    weight = Case(
        When(priority=Priority.URGENT, then=Value(0)),
        When(priority=Priority.HIGH, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return of_newsrooms(bodies).running().annotate(weight=weight).order_by("weight", "due_on", "pk")  # type: ignore[attr-defined]
