"""How a body is written down."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from slugify import slugify

from cms.core.audit import record
from cms.core.text import normalise
from cms.organisations.models import Organisation

ENDS_TOO_EARLY = "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày."
ITSELF = "Một cơ quan không thể trực thuộc hoặc kế thừa chính mình. Hãy chọn cơ quan khác hoặc bỏ trống."
CIRCLE = "Chọn như vậy thì hai cơ quan nối vòng với nhau. Hãy chọn cơ quan khác hoặc bỏ trống."
LONGEST_CODE = 56


class OrganisationRefused(Exception):
    """What was asked cannot be recorded; the text says why and what to do, `field` where it was asked."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.field = field


@transaction.atomic
def register_body(organisation: Organisation, *, by: AbstractBaseUser | None, at: datetime) -> Organisation:
    """Save a new or changed body with its keys; a body without a code gets one from its name.

    Raises OrganisationRefused for a body without a name, one that ends before it begins, and one that comes
    back to itself by what it belongs to or by what it became.
    """
    organisation.name = normalise(organisation.name).strip()
    organisation.short_name = normalise(organisation.short_name).strip()
    _require_sense(organisation)
    organisation.code = organisation.code or _free_code(organisation.name)
    organisation.write_keys()
    is_new = organisation.pk is None
    organisation.save()
    record(organisation, "organisations.register" if is_new else "organisations.amend", by=by, at=at)
    return organisation


def _require_sense(organisation: Organisation) -> None:
    begins, ends = organisation.valid_from, organisation.valid_to
    if not organisation.name:
        raise OrganisationRefused("Hãy ghi tên cơ quan, đơn vị.", "name")
    if begins and ends and ends < begins:
        raise OrganisationRefused(ENDS_TOO_EARLY, "valid_to")
    for field in ("parent", "successor"):
        _require_no_way_back(organisation, field)


def _require_no_way_back(organisation: Organisation, field: str) -> None:
    met, other = {organisation.pk}, getattr(organisation, field)
    if organisation.pk and other == organisation:
        raise OrganisationRefused(ITSELF, field)
    while other is not None:
        if other.pk in met:
            raise OrganisationRefused(CIRCLE, field)
        met.add(other.pk)
        other = getattr(other, field)


def _free_code(name: str) -> str:
    """`Sở Y tế` → `so-y-te`, or `so-y-te-2` where that is taken."""
    code = slugify(name)[:LONGEST_CODE].strip("-") or "co-quan"
    taken = set(Organisation.objects.filter(code__startswith=code).values_list("code", flat=True))
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return code if code not in taken else next(one for one in numbered if one not in taken)
