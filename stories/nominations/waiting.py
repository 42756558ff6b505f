"""What nominations tell the home: papers to write, sign, take up or give an opinion on; dossiers at the desks."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from cms.people.models import User
from cms.workflow.registries import pile
from cms.workflow.rules import Item, Pile
from stories.nominations import permissions, queries
from stories.nominations.enums import NominationState as S
from stories.nominations.models import Concurrence, HandOver, Nomination


def piles(user: User, at: datetime) -> Iterator[Pile]:
    yield from _of_the_body(user, at)
    yield from _of_the_office(user)
    yield from _of_the_committee(user, at)
    yield from _of_the_desk(user, at)


def _of_the_body(user: User, at: datetime) -> Iterator[Pile]:
    day, papers = localdate(at), reverse("papers:papers")
    bodies = permissions.writes_for(user, day)
    if not bodies:
        return
    own = queries.of_bodies(bodies).order_by("state_since", "pk")
    signs = permissions.signs_for(user, day)
    if signs:
        yield pile(
            own.filter(state=S.SIGNING, organisation__in=signs),
            _paper,
            label="Phiếu chờ bạn ký",
            url=papers,
            teaches="Phiếu hiện ở đây khi người lập phiếu trình thủ trưởng ký.",
        )
    yield pile(
        own.filter(state=S.MORE_ASKED),
        _paper,
        label="Phiếu cần bổ sung",
        url=papers,
        teaches="Cơ quan Thường trực cần thêm điều gì thì phiếu về lại đây, kèm điều được hỏi.",
    )
    yield pile(
        own.filter(state=S.DRAFT, written_by=user),
        _paper,
        label="Phiếu bạn đang viết dở",
        url=papers,
        teaches="Phiếu được lưu từng bước, viết dở thì hôm sau vẫn còn ở đây.",
    )


def _of_the_office(user: User) -> Iterator[Pile]:
    if permissions.may_receive(user):
        yield pile(
            queries.waiting_in_office().exclude(state=S.CONCURRENCE),
            lambda one: Item(
                str(one),
                reverse("nominations:nomination", args=[one.pk]),
                f"{one.get_state_display()}, {one.organisation}",
                one.state_since,
            ),
            label="Phiếu giới thiệu chờ xử lý",
            url=reverse("nominations:inbox"),
            teaches="Phiếu hiện ở đây khi thủ trưởng đơn vị ký gửi, và ở lại đến khi được chuyển tòa soạn.",
        )
        asked = queries.waiting_in_office().filter(state=S.CONCURRENCE)
        if asked.exists():
            yield pile(
                asked,
                lambda one: Item(
                    str(one),
                    reverse("nominations:nomination", args=[one.pk]),
                    str(one.organisation),
                    one.state_since,
                ),
                label="Phiếu chờ cơ quan khác cho ý kiến",
                url=f"{reverse('nominations:inbox')}?tinh-trang={S.CONCURRENCE}",
            )
        yield pile(
            queries.given_back(),
            _given_back,
            label="Hồ sơ tòa soạn trả lại",
            url=f"{reverse('nominations:inbox')}?tinh-trang={S.HANDED_OVER}",
            teaches="Hồ sơ hiện ở đây khi ban được chuyển trả lại và không còn ban nào giữ; chọn ban khác để chuyển.",
        )


def _of_the_committee(user: User, at: datetime) -> Iterator[Pile]:
    committees = permissions.speaks_for(user, localdate(at))
    if committees:
        asked = Concurrence.objects.filter(organisation__in=committees, opinion="")
        yield pile(
            asked.filter(nomination__state=S.CONCURRENCE)
            .select_related("nomination__organisation")
            .order_by("asked_at", "pk"),
            lambda one: Item(
                str(one.nomination),
                reverse("nominations:nomination", args=[one.nomination_id]),
                str(one.nomination.organisation),
                one.asked_at,
            ),
            label="Phiếu xin ý kiến hiệp y",
            url=f"{reverse('nominations:inbox')}?tinh-trang={S.CONCURRENCE}",
            teaches="Phiếu hiện ở đây khi Cơ quan Thường trực xin ý kiến của cơ quan bạn.",
        )


def _of_the_desk(user: User, at: datetime) -> Iterator[Pile]:
    newsrooms = permissions.answers_for(user, localdate(at))
    if newsrooms:
        yield pile(
            queries.hand_overs_for(newsrooms).waiting().order_by("handed_at", "pk"),  # type: ignore[attr-defined]
            _hand_over,
            label="Hồ sơ chờ tòa soạn nhận",
            url=reverse("nominations:hand_overs"),
            teaches="Hồ sơ hiện ở đây khi Cơ quan Thường trực chuyển một điển hình được chọn; tòa soạn nhận hoặc trả lại.",
        )


def _paper(one: Nomination) -> Item:
    return Item(str(one), reverse("papers:paper", args=[one.pk]), str(one.organisation), one.state_since)


def _given_back(one: HandOver) -> Item:
    url = reverse("nominations:nomination", args=[one.nomination_id])
    return Item(str(one.nomination), url, f"{one.desk.name}: {one.reason}", one.answered_at)


def _hand_over(one: HandOver) -> Item:
    url = reverse("nominations:hand_over", args=[one.pk])
    return Item(str(one.nomination), url, one.desk.name, one.handed_at)
