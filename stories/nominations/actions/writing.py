"""What a body does with its nomination: started, saved half-way, handed to the head, signed (E5, P11)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict
from django.utils.timezone import localtime

from cms.core.text import normalise
from cms.notifications.actions import post
from cms.organisations.models import Organisation
from cms.people.models import User
from stories.nominations.actions.moving import locked, log, move, said
from stories.nominations.actions.photos import delete_files
from stories.nominations.actions.refusals import EditedElsewhere, Incomplete, NominationRefused
from stories.nominations.enums import NominationState, Step
from stories.nominations.models import Nomination, NominationKey
from stories.nominations.rules import WITH_THE_BODY, Candidate, deeds_of, missing, name_keys

FIELDS = (
    "subject_type", "name", "alias", "birth_year", "occupation", "kind", "locality", "unit_then", "hamlet",
    "sector", "deeds", "contact_name", "contact_phone", "note",
)  # fmt: skip
COPIED = tuple(name for name in FIELDS if name != "note")


@transaction.atomic
def start(
    organisation: Organisation,
    *,
    by: User,
    at: datetime,
    copy_of: Nomination | None = None,
    is_sample: bool = False,
) -> Nomination:
    """A new draft of the body; `copy_of` fills it with what one of an earlier year said, to be brought up to date."""
    if copy_of and copy_of.organisation_id != organisation.pk:
        raise NominationRefused("Chỉ chép được phiếu của chính đơn vị mình.")
    copied = {name: getattr(copy_of, name) for name in COPIED} if copy_of else {}
    nomination = Nomination.objects.create(
        organisation=organisation,
        year=localtime(at).year,
        state_since=at,
        written_by=by,
        written_at=at,
        copied_from=copy_of,
        is_sample=is_sample,
        **copied,
    )
    return log(nomination, "start", by=by, at=at)


@transaction.atomic
def save_draft(
    nomination: Nomination, values: Mapping[str, Any], *, edition: int, by: User, at: datetime
) -> Nomination:
    """Store what was typed so far, complete or not.

    `edition` is the one that the typing began from: raises EditedElsewhere when somebody saved another meanwhile, so
    that two people never overwrite each other in silence. What is stored already word for word is no conflict: so a
    press whose answer was lost on the way may be repeated. Raises NominationRefused once the nomination has left.
    """
    nomination = locked(nomination)
    if nomination.state not in WITH_THE_BODY:
        raise NominationRefused(
            f"Phiếu đã gửi đi ({nomination.get_state_display().lower()}), không sửa được nữa."
        )
    tidy = {name: tidied(values[name]) for name in FIELDS if name in values}
    if nomination.edition != edition:
        if all(getattr(nomination, name) == value for name, value in tidy.items()):
            return nomination
        raise EditedElsewhere("Phiếu vừa được lưu ở nơi khác. Hãy tải lại trang để xem bản mới rồi sửa tiếp.")
    for name, value in tidy.items():
        setattr(nomination, name, value)
    nomination.edition += 1
    nomination.save()
    _write_keys(nomination)
    return nomination


@transaction.atomic
def hand_to_head(nomination: Nomination, *, by: User, at: datetime) -> Nomination:
    """The clerk is done: the accountable head reads and signs. Raises Incomplete."""
    return move(_complete(nomination), Step.HAND_TO_HEAD, by=by, at=at)


@transaction.atomic
def give_back(nomination: Nomination, *, reason: str, by: User, at: datetime) -> Nomination:
    """The head wants something changed first."""
    return move(nomination, Step.GIVE_BACK, by=by, at=at, reason=said(reason, "Hãy ghi điều cần sửa."))


@transaction.atomic
def sign(nomination: Nomination, *, by: User, at: datetime) -> Nomination:
    """The accountable head answers for it and sends it to the standing office (P11). Raises Incomplete."""
    nomination = _complete(nomination)
    nomination.signed_by, nomination.signed_at = by, at
    nomination.save(update_fields=["signed_by", "signed_at"])
    nomination = move(nomination, Step.SIGN, by=by, at=at)
    key = f"nomination.sent:{nomination.pk}:{at.isoformat()}"
    post("nomination.sent", key=key, payload={"nomination": nomination.pk}, at=at)
    return nomination


@transaction.atomic
def throw_away(nomination: Nomination, *, by: User, at: datetime) -> None:
    """A draft that was never signed leaves nothing behind. Raises NominationRefused for any other."""
    nomination = locked(nomination)
    if nomination.state != NominationState.DRAFT or nomination.signed_at:
        raise NominationRefused("Chỉ bỏ được phiếu nháp chưa từng gửi.")
    log(nomination, "throw_away", by=by, at=at)
    delete_files(nomination.photos.all())
    nomination.delete()


def _complete(nomination: Nomination) -> Nomination:
    nomination = locked(nomination)
    faults = missing(model_to_dict(nomination), deeds_of(nomination.deeds))
    if faults:
        raise Incomplete(faults)
    return nomination


def tidied(value: Any) -> Any:
    """Texts as they are stored, also those of deeds."""
    if isinstance(value, str):
        return normalise(value).strip()
    if isinstance(value, list):
        return [{name: tidied(text) for name, text in row.items()} for row in value]
    return value


def _write_keys(nomination: Nomination) -> None:
    aliases = (nomination.alias,) if nomination.alias else ()
    # Under both readings: what it is may be chosen, or changed, later.
    keys = name_keys(Candidate(nomination.name, aliases, is_person=None)) if nomination.name else frozenset()
    nomination.keys.exclude(key__in=keys).delete()
    NominationKey.objects.bulk_create(
        [NominationKey(nomination=nomination, key=key) for key in keys], ignore_conflicts=True
    )
