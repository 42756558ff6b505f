"""The desks of press bodies: since 2025 newspaper and station are one body with several (domain.md)."""

from django.utils.timezone import localdate

from cms.organisations.enums import Medium, Tier
from cms.organisations.models import Desk, Organisation

DESKS = {
    Medium.PRINT: "Ban Báo in",
    Medium.WEB: "Ban Báo điện tử",
    Medium.RADIO: "Ban Phát thanh",
    Medium.TELEVISION: "Ban Truyền hình",
}


def provide_desks() -> list[str]:
    """Four desks for every press body of today that has none."""
    bodies = Organisation.objects.as_of(localdate()).of_tier(Tier.PRESS).filter(desks__isnull=True)
    made = [
        Desk(organisation=body, medium=medium, name=name) for body in bodies for medium, name in DESKS.items()
    ]
    for desk in made:
        desk.save()
    return [str(desk) for desk in made]
