"""The bodies that nominate: each commune of the home province has one since 1/7/2025 (domain.md)."""

from django.conf import settings

from cms.localities.models import Locality, communes_of_home
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation


def provide_commune_bodies() -> list[str]:
    """One people's committee a commune; nothing while the administrative units are not loaded."""
    communes = Locality.objects.filter(communes_of_home(), organisations__isnull=True)
    province = Organisation.objects.filter(
        tier=Tier.PROVINCE, locality__code=settings.HOME_PROVINCE, valid_to__isnull=True
    ).first()
    made = Organisation.objects.bulk_create([_committee(commune, province) for commune in communes])
    return [f"{len(made)} ủy ban nhân dân cấp xã"] if made else []


def _committee(commune: Locality, province: Organisation | None) -> Organisation:
    place = f"{commune.name[0].lower()}{commune.name[1:]}"
    committee = Organisation(
        code=f"ubnd-{commune.slug}",
        name=f"Ủy ban nhân dân {place}",
        short_name=f"UBND {place}",
        tier=Tier.COMMUNE,
        locality=commune,
        parent=province,
        valid_from=commune.valid_from,
    )
    committee.write_keys()
    return committee
