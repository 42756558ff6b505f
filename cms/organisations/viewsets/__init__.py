"""Bodies, their desks and their emulation blocks; how a body is picked in forms."""

from cms.organisations.viewsets.blocks import BlockForm, BlockViewSet
from cms.organisations.viewsets.choosers import organisation_chooser
from cms.organisations.viewsets.desks import DeskForm, DeskViewSet
from cms.organisations.viewsets.organisations import OrganisationForm, OrganisationViewSet

__all__ = ["BlockForm", "DeskForm", "OrganisationForm", "bodies", "organisation_chooser"]

bodies = [OrganisationViewSet("organisations"), DeskViewSet("desks"), BlockViewSet("blocks")]
