"""How a body is written down."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from cms.core.audit import record
from cms.core.text import normalise
from cms.organisations.models import Organisation


class OrganisationRefused(Exception):
    """What was asked cannot be recorded; the text says why and what to do."""


@transaction.atomic
def register_body(organisation: Organisation, *, by: AbstractBaseUser | None, at: datetime) -> Organisation:
    """Save a new or changed body with its sort key. Raises OrganisationRefused for a body that succeeds itself."""
    organisation.name = normalise(organisation.name).strip()
    organisation.write_keys()
    if organisation.pk and organisation.pk in {organisation.successor_id, organisation.parent_id}:
        raise OrganisationRefused("Một cơ quan không thể trực thuộc hoặc kế thừa chính mình.")
    is_new = organisation.pk is None
    organisation.save()
    record(organisation, "organisations.register" if is_new else "organisations.amend", by=by, at=at)
    return organisation
