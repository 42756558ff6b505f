"""The hand-over of a selected dossier to the desks, and their answer (S5)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from cms.notifications.actions import post
from cms.organisations.models import Desk
from cms.people.models import User
from stories.nominations.actions.moving import log, move, said
from stories.nominations.actions.refusals import NominationRefused
from stories.nominations.enums import HandOverState, Step
from stories.nominations.models import HandOver, Nomination
from stories.nominations.signals import hand_over_accepted


@transaction.atomic
def hand_over(
    nomination: Nomination, *, desks: Collection[Desk], brief: str, by: User, at: datetime
) -> list[HandOver]:
    """Hand the dossier to these desks; a desk that has it already is left alone. Raises NominationRefused."""
    if not desks:
        raise NominationRefused("Hãy chọn ít nhất một ban.")
    nomination = move(nomination, Step.HAND_OVER, by=by, at=at, desks=[str(desk) for desk in desks])
    if nomination.exemplar and nomination.exemplar.holds.in_force().exists():
        raise NominationRefused("Điển hình đang tạm dừng xem xét nên chưa chuyển được.")
    have = set(nomination.hand_overs.exclude(state=HandOverState.RETURNED).values_list("desk_id", flat=True))
    made = [
        HandOver.objects.create(
            nomination=nomination, desk=desk, brief=brief.strip(), handed_by=by, handed_at=at
        )
        for desk in desks
        if desk.pk not in have
    ]
    for one in made:
        post(
            "nomination.handed_over",
            key=f"nomination.handed_over:{one.pk}",
            payload={"hand_over": one.pk},
            at=at,
        )
    return made


@transaction.atomic
def accept(hand_over: HandOver, *, person: User | None, due_on: date, by: User, at: datetime) -> HandOver:
    """The desk takes it: from here an assignment runs. Raises NominationRefused for a second answer."""
    hand_over = _answer(hand_over, HandOverState.ACCEPTED, "", by=by, at=at)
    hand_over_accepted.send(sender=HandOver, hand_over=hand_over, person=person, due_on=due_on, by=by, at=at)
    return hand_over


@transaction.atomic
def give_back_to_office(hand_over: HandOver, *, reason: str, by: User, at: datetime) -> HandOver:
    """The desk returns it with a reason. Raises NominationRefused without one, or for a second answer."""
    reason = said(reason, "Hãy ghi lý do trả lại; Cơ quan Thường trực sẽ đọc.")
    hand_over = _answer(hand_over, HandOverState.RETURNED, reason, by=by, at=at)
    post(
        "nomination.returned",
        key=f"nomination.returned:{hand_over.pk}",
        payload={"hand_over": hand_over.pk},
        at=at,
    )
    return hand_over


def _answer(hand_over: HandOver, state: HandOverState, reason: str, *, by: User, at: datetime) -> HandOver:
    hand_over = (
        HandOver.objects.select_for_update(of=("self",))
        .select_related("desk", "nomination__exemplar")
        .get(pk=hand_over.pk)
    )
    if hand_over.state != HandOverState.WAITING:
        raise NominationRefused(f"Hồ sơ này đã được trả lời: {hand_over.get_state_display().lower()}.")
    hand_over.state, hand_over.reason, hand_over.answered_by, hand_over.answered_at = state, reason, by, at
    hand_over.save(update_fields=["state", "reason", "answered_by", "answered_at"])
    log(hand_over.nomination, f"desk_{state}", by=by, at=at, desk=str(hand_over.desk), reason=reason)
    return hand_over
