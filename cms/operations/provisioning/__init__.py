"""What every installation needs before anybody signs in, made idempotently: groups, workflow, sections, columns."""

from datetime import datetime

from django.db import transaction

from cms.operations.provisioning.bodies import provide_commune_bodies
from cms.operations.provisioning.columns import provide_columns
from cms.operations.provisioning.desks import provide_desks
from cms.operations.provisioning.groups import provide_groups
from cms.operations.provisioning.sections import provide_sections
from cms.operations.provisioning.wording import put_into_words
from cms.operations.provisioning.workflow import provide_workflow


@transaction.atomic
def provision(*, at: datetime) -> list[str]:
    """Make what is missing and return it in words; a second run returns nothing."""
    return [
        *provide_sections(),
        *provide_groups(),
        *provide_workflow(),
        *provide_commune_bodies(),
        *provide_desks(),
        *provide_columns(at=at),
        *put_into_words(),
    ]
