"""Open the columns that adopted plans ask for (S2, S3); houses that hear of it make their public faces."""

from datetime import datetime

from cms.plans.models import PlannedColumn
from columns.slots.actions import open_planned_column


def provide_columns(*, at: datetime) -> list[str]:
    wanted = PlannedColumn.objects.select_related("organisation", "plan").filter(columns__isnull=True)
    return [f"chuyên mục {open_planned_column(planned, by=None, at=at).name}" for planned in wanted]
