"""What letters tell the home: proposals that nobody has answered."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from cms.people.models import User
from cms.workflow.registries import pile
from cms.workflow.rules import Item, Pile
from stories.letters import permissions, queries
from stories.letters.models import Proposal


def piles(user: User, at: datetime) -> Iterator[Pile]:
    if permissions.may_answer(user):
        yield pile(
            queries.inbox().waiting(),  # type: ignore[attr-defined]
            _proposal,
            label="Lời giới thiệu chưa trả lời",
            url=reverse("proposals:inbox"),
            teaches="Lời giới thiệu của người dân và của tòa soạn hiện ở đây ngay khi được gửi.",
        )


def _proposal(one: Proposal) -> Item:
    return Item(one.name, reverse("proposals:proposal", args=[one.pk]), one.place, one.proposed_at)
