"""What letters tell the home: proposals that nobody has answered, exemplars who did not agree to what they read."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from cms.people.models import User
from cms.workflow.registries import pile
from cms.workflow.rules import Item, Pile
from stories.letters import permissions, queries
from stories.letters.models import Proposal, Reading
from stories.nominations.permissions import writes_for


def piles(user: User, at: datetime) -> Iterator[Pile]:
    if permissions.may_answer(user):
        yield pile(
            queries.inbox().waiting(),  # type: ignore[attr-defined]
            _proposal,
            label="Lời giới thiệu chưa trả lời",
            url=reverse("proposals:inbox"),
            teaches="Lời giới thiệu của người dân và của tòa soạn hiện ở đây ngay khi được gửi.",
        )

    if bodies := writes_for(user, localdate(at)):
        yield pile(
            queries.drafts_of_proposals(bodies),
            lambda one: Item(
                str(one), reverse("papers:paper", args=[one.pk]), str(one.organisation), one.state_since
            ),
            label="Phiếu nháp từ lời giới thiệu của người dân",
            url=reverse("papers:papers"),
            teaches="Lời giới thiệu được chuyển về đơn vị bạn thì phiếu nháp hiện ở đây: hỏi lại, ghi thêm rồi ký gửi.",
        )
    objections = queries.standing_objections().filter(page__live=False)
    if permissions.may_override(user):
        yield pile(
            objections,
            _objection,
            label="Người được viết chưa đồng ý",
            url="",
            teaches="Bài hiện ở đây khi người được viết đọc trước và còn điều chưa đồng ý; Cơ quan Thường trực quyết định.",
        )
    elif user.has_perm("letters.ask_reading"):
        yield pile(
            objections.filter(asked_by=user),
            _objection,
            label="Người được viết chưa đồng ý",
            url="",
            teaches="Bài bạn gửi đọc trước hiện ở đây khi người được viết còn điều chưa đồng ý; sửa rồi gửi đọc lại.",
        )


def overdue(user: User, at: datetime) -> Iterator[Pile]:
    objections = queries.standing_objections().filter(page__live=True)
    if not permissions.may_override(user):
        objections = objections.filter(asked_by=user)
    yield pile(objections, _objection, label="Bài đang đăng mà người được viết chưa đồng ý", url="")


def _proposal(one: Proposal) -> Item:
    return Item(one.name, reverse("proposals:proposal", args=[one.pk]), one.place, one.proposed_at)


def _objection(one: Reading) -> Item:
    url = reverse("readings:readings", args=[one.page_id])
    return Item(
        one.page.draft_title, url, f"{one.exemplar}: {one.said[0].lower()}{one.said[1:]}", one.answered_at
    )
