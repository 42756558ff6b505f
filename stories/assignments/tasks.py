"""Letters about assignments, delivered from the Outbox."""

from typing import Any

from django.urls import reverse

from cms.notifications.letters import tell
from stories.assignments.models import Assignment


def tell_person(payload: dict[str, Any]) -> None:
    one = Assignment.objects.select_related("person").get(pk=payload["assignment"])
    if one.person and one.person.email:
        body = f"Hạn nộp: {one.due_on:%d/%m/%Y}. Việc cần làm ghi trong phiếu giao việc."
        path = reverse("assignments:assignment", args=[one.pk])
        tell([one.person.email], f"Việc mới giao cho bạn, hạn {one.due_on:%d/%m/%Y}", body, path)
