"""Open the columns that adopted plans ask for, each with its public face (S2, S3)."""

from datetime import datetime

from broadcasts.programmes.models import ProgrammeIndexPage, ProgrammePage
from cms.organisations.enums import Medium
from cms.plans.models import PlannedColumn
from columns.pages.models import ColumnIndexPage, ColumnPage
from columns.slots.actions import open_column
from columns.slots.models import Column

ON_AIR = {Medium.RADIO, Medium.TELEVISION}


def provide_columns(*, at: datetime) -> list[str]:
    made = []
    for planned in PlannedColumn.objects.select_related("organisation").filter(columns__isnull=True):
        column = open_column(planned, by=None, at=at)
        _give_public_face(column)
        made.append(f"chuyên mục {column.name}")
    return made


def _give_public_face(column: Column) -> None:
    if ON_AIR & set(column.media):
        face = ProgrammePage(
            title=column.name, slug=column.slug, column=column, introduction=column.description
        )
        ProgrammeIndexPage.objects.get().add_child(instance=face)
    else:
        page = ColumnPage(title=column.name, slug=column.slug, column=column, introduction=column.description)
        ColumnIndexPage.objects.get().add_child(instance=page)
