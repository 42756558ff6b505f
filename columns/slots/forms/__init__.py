"""What planners fill in on slots and columns."""

from columns.slots.forms.columns import ColumnForm
from columns.slots.forms.slots import PlaceForm, ReopenForm, SkipForm, SlotForm, SwapForm, TakeOutForm

__all__ = ["ColumnForm", "PlaceForm", "ReopenForm", "SkipForm", "SlotForm", "SwapForm", "TakeOutForm"]
