"""Where pieces are placed, told to the workflow."""

from cms.workflow.rules import Placement
from columns.slots.enums import SlotState
from columns.slots.models import SlotItem


def placements_of(page_id: int) -> list[Placement]:
    """The coming and past places of one piece that count (skipped and missed ones do not)."""
    items = SlotItem.objects.filter(
        page_id=page_id, slot__state__in=[SlotState.FILLED, SlotState.RELEASED]
    ).select_related("slot__column")
    return [
        Placement(item.slot.at, frozenset(item.slot.column.media), item.slot.column.name) for item in items
    ]
