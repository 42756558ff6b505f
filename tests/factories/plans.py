"""One plan with as many targets as a test wants."""

from datetime import date

from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.plans.models import Plan, Target


def a_plan() -> Plan:
    issuer = Organisation.objects.first() or Organisation.objects.create(
        code="so", name="Sở", tier=Tier.DEPARTMENT
    )
    values = {"name": "Kế hoạch thử", "kind": "plan", "issuing_body": issuer,
              "period_from": date(2026, 1, 1), "period_to": date(2027, 12, 31)}  # fmt: skip
    return Plan.objects.get_or_create(code="thu", defaults=values)[0]


def a_target(number: int) -> Target:
    return Target.objects.create(
        plan=a_plan(), code=f"chi-tieu-{number}", measure="publicised", tier=Tier.COMMUNE, scheme=2025, number=2,
        period="year", valid_from=date(2026, 1, 1), valid_to=date(2027, 12, 31),
    )  # fmt: skip
