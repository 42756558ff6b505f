"""Inputs that forms of the admin share."""

from wagtail.admin.widgets import AdminDateInput

# Typed as dd/mm/yyyy or picked from a calendar whose weeks begin on Monday. The screen loads date-time-chooser.js.
DATE = AdminDateInput(attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric"})
