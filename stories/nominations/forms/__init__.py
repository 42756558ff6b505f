"""What bodies, the standing office and desks fill in."""

from stories.nominations.forms.office import OFFICE_FORMS, OfficeForm
from stories.nominations.forms.paper import PaperForm

__all__ = ["OFFICE_FORMS", "OfficeForm", "PaperForm"]
