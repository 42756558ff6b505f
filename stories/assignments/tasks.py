"""Letters about assignments, delivered from the Outbox."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from stories.assignments.models import Assignment


def tell_person(payload: dict[str, Any]) -> None:
    one = Assignment.objects.select_related("person").get(pk=payload["assignment"])
    if one.person and one.person.email:
        address = settings.SITE_URL + reverse("assignments:assignment", args=[one.pk])
        body = f"Hạn nộp: {one.due_on:%d/%m/%Y}.\n{one.brief}\n\nMở: {address}"
        send_mail(f"Việc mới: {one}", body, None, [one.person.email])
