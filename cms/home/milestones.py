"""What plans tell the home. Here and not in the plans' room, which stands below the one that knows what the home shows."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from cms.people.models import User
from cms.plans.permissions import plan_policy
from cms.plans.queries import milestones_due
from cms.workflow.rules import Coming

WEEK = timedelta(days=6)


def week(user: User, at: datetime) -> Iterator[Coming]:
    if not plan_policy.user_has_permission(user, "view"):
        return
    day = localdate(at)
    for due_on, one in milestones_due(day, day + WEEK):
        yield Coming(
            due_on, one.name, reverse("plans:inspect", args=[one.plan_id]), note=f"hạn theo {one.plan}"
        )
