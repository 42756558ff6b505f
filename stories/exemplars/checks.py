"""What an exemplar itself tells the workflow: nobody under a hold is shown anywhere (Decree 152/2025)."""

from collections.abc import Iterable

from cms.workflow.rules import Failure
from stories.exemplars.models import Exemplar


def holds_in_force(exemplars: Iterable[Exemplar], field: str) -> list[Failure]:
    """One failure for each exemplar under a hold; expects `holds` prefetched where there are many."""
    return [
        Failure(
            code="exemplars.hold",
            field=field,
            message=f"{exemplar.name} đang tạm dừng xem xét.",
            way_out="Chờ cơ quan Thường trực gỡ tạm dừng, hoặc đưa điển hình này ra khỏi bài.",
        )
        for exemplar in exemplars
        if any(hold.lifted_at is None for hold in exemplar.holds.all())
    ]
