"""The admin's first screen: what waits for somebody, what is late, what the week brings; at a fixed price."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import TaskState

from cms.organisations.models import Desk as DeskOfPress
from cms.people.enums import Role
from cms.people.models import User
from columns.slots.models import Slot
from stories.assignments.models import Assignment
from stories.letters.actions import ask_reading
from stories.letters.enums import ReadingVerdict
from stories.letters.models import Reading
from stories.nominations.actions import ask_concurrence, hand_over, hand_to_head
from stories.nominations.enums import HandOverState, NominationState
from stories.nominations.models import HandOver, Nomination
from tests.factories.bodies import (
    NOW,
    a_body,
    a_draft,
    a_press_body,
    appoint,
    selected,
    verified,
)
from tests.factories.desk import desk, piles
from tests.factories.letters import a_proposal, a_story
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def assignment(newsroom: Newsroom, desk: DeskOfPress, days: int = 5, **values: object) -> Assignment:
    return Assignment.objects.create(
        desk=desk, title="Viết về ông Tư", due_on=timezone.localdate() + timedelta(days=days),
        given_by=newsroom.people[Role.MANAGING_EDITOR], given_at=timezone.now(), **values,
    )  # fmt: skip


def test_a_piece_waits_for_the_people_of_its_step_and_not_for_who_wrote_it(
    newsroom: Newsroom, client: Client
) -> None:
    editor, office = newsroom.people[Role.DESK_EDITOR], newsroom.people[Role.STANDING_OFFICE]
    story = newsroom.hand_in(newsroom.draft())
    assert piles(client, editor) == {"Bài chờ bạn duyệt": 1}
    assert piles(client, office) == {}
    assert piles(client, newsroom.people[Role.JOURNALIST]) == {}
    newsroom.approve(story, Role.DESK_EDITOR)
    assert piles(client, editor) == {}
    assert piles(client, office) == {"Bài chờ bạn duyệt": 1}
    own = newsroom.draft("Cô Ba giữ lửa lò gạch")
    own.get_latest_revision_as_object().save_revision(user=office)
    own.get_workflow().start(own, editor)
    assert piles(client, editor) == {}


def test_a_piece_that_came_back_waits_for_who_handed_it_in_with_the_reason(
    newsroom: Newsroom, client: Client
) -> None:
    story = newsroom.hand_in(newsroom.draft())
    state = story.current_workflow_task_state
    state.task.specific.on_action(
        state, user=newsroom.people[Role.DESK_EDITOR], action_name="reject", comment="Thiếu con số"
    )
    journalist = newsroom.people[Role.JOURNALIST]
    assert piles(client, journalist) == {"Bài được trả lại để sửa": 1}
    page = client.get("/admin/").content.decode()
    assert "Lý do: Thiếu con số" in page
    assert f"/admin/pages/{story.pk}/edit/" in page
    editor = client.get(f"/admin/pages/{story.pk}/edit/").content.decode()
    assert "Bài được trả lại ở bước “Biên tập viên duyệt”:</strong> Thiếu con số" in editor


def test_a_step_whose_days_are_over_is_late_for_its_people(newsroom: Newsroom, client: Client) -> None:
    newsroom.hand_in(newsroom.draft())
    editor = newsroom.people[Role.DESK_EDITOR]
    today = timezone.now()
    TaskState.objects.update(started_at=today - timedelta(days=2))
    assert piles(client, editor, "late") == {}
    TaskState.objects.update(started_at=today - timedelta(days=3))
    assert piles(client, editor, "late") == {"Bài quá hạn duyệt": 1}


def test_papers_wait_for_their_clerk_and_their_head(newsroom: Newsroom, client: Client) -> None:
    body, other = a_body(), a_body("ubnd-xa-my-quy", "Ủy ban nhân dân xã Mỹ Quý")
    draft = a_draft(body)
    assert piles(client, body.clerk) == {"Phiếu bạn đang viết dở": 1}
    hand_to_head(draft, by=body.clerk, at=NOW)
    assert piles(client, body.head) == {"Phiếu chờ bạn ký": 1}
    assert piles(client, other.head) == {}
    Nomination.objects.update(state=NominationState.MORE_ASKED)
    assert piles(client, body.clerk) == {"Phiếu cần bổ sung": 1}


def test_the_office_has_nominations_and_proposals_and_the_committee_is_asked(
    newsroom: Newsroom, client: Client
) -> None:
    office, committee = newsroom.people[Role.STANDING_OFFICE], newsroom.people[Role.PROPAGANDA]
    body = a_body("ban-tuyen-giao", "Ban Tuyên giáo và Dân vận").organisation
    appoint(committee, body, Role.PROPAGANDA)
    nomination = verified(newsroom)
    a_proposal()
    assert piles(client, office) == {"Phiếu giới thiệu chờ xử lý": 1, "Lời giới thiệu chưa trả lời": 1}
    assert piles(client, committee) == {}
    ask_concurrence(nomination, organisation=body, by=office, at=NOW)
    assert piles(client, committee) == {"Phiếu xin ý kiến hiệp y": 1}
    assert piles(client, office) == {"Phiếu chờ cơ quan khác cho ý kiến": 1, "Lời giới thiệu chưa trả lời": 1}


def test_a_handed_over_dossier_waits_for_those_who_lead_the_newsroom(
    newsroom: Newsroom, client: Client
) -> None:
    desks = a_press_body(newsroom)
    hand_over(selected(newsroom), desks=desks[:1], brief="", by=newsroom.people[Role.STANDING_OFFICE], at=NOW)
    assert piles(client, newsroom.people[Role.MANAGING_EDITOR]) == {"Hồ sơ chờ tòa soạn nhận": 1}
    assert piles(client, newsroom.people[Role.JOURNALIST]) == {}


def test_assignments_wait_for_their_person_and_without_one_for_those_who_give_work(
    newsroom: Newsroom, client: Client
) -> None:
    journalist, editor = newsroom.people[Role.JOURNALIST], newsroom.people[Role.DESK_EDITOR]
    bench = a_press_body(newsroom)[0]
    assignment(newsroom, bench, person=journalist)
    assignment(newsroom, bench)
    assert piles(client, journalist) == {"Việc giao cho bạn": 1}
    assert piles(client, editor) == {"Việc chưa giao ai": 1}
    assert [entry.note for _, entries in desk(client, journalist)["days"] for entry in entries] == [
        "hạn nộp bài"
    ]
    Assignment.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert piles(client, journalist, "late") == {"Việc trễ hạn nộp": 1}
    assert piles(client, editor, "late") == {"Việc trễ hạn nộp": 2}


def test_the_managing_editor_is_told_of_gaps_unready_pieces_and_what_stands_in_the_way(
    newsroom: Newsroom, client: Client
) -> None:
    editor, now = newsroom.people[Role.MANAGING_EDITOR], timezone.now()
    newsroom.slot(now + timedelta(days=2))
    newsroom.slot(now + timedelta(days=4))
    newsroom.slot(now + timedelta(days=1), [newsroom.draft("Bài chưa ai duyệt")])
    newsroom.slot(now + timedelta(days=1, hours=1), [newsroom.approved()])
    Slot.objects.filter(pk=newsroom.slot(now - timedelta(hours=1), [newsroom.draft()]).pk).update(
        last_error="Bài chưa duyệt xong"
    )
    newsroom.approved("Ông Tư giữ ruộng sen cho cả xóm, chưa có kỳ")
    assert piles(client, editor, "late") == {
        "Kỳ đang vướng": 1, "Kỳ trong ba ngày tới còn trống": 1, "Kỳ trong ba ngày tới có bài chưa duyệt xong": 1,
    }  # fmt: skip
    assert piles(client, editor)["Bài đã duyệt chưa có kỳ"] == 1
    assert piles(client, newsroom.people[Role.JOURNALIST], "late") == {}


def test_the_week_shows_each_slot_with_what_is_in_it(newsroom: Newsroom, client: Client) -> None:
    now = timezone.now()
    newsroom.slot(now + timedelta(days=1), [newsroom.draft("Ông Tư giữ ruộng sen")])
    newsroom.slot(now + timedelta(days=3))
    newsroom.slot(now + timedelta(days=8))
    days = desk(client, newsroom.people[Role.JOURNALIST])["days"]
    found = [(day, entry.note, entry.is_gap) for day, entries in days for entry in entries]
    first, second = (timezone.localdate(now + timedelta(days=number)) for number in (1, 3))
    assert found == [(first, "Ông Tư giữ ruộng sen", False), (second, "Còn trống", True)]
    assert desk(client, newsroom.people[Role.CONTRIBUTOR])["days"] == []


@pytest.mark.parametrize("role", list(Role))
def test_an_empty_desk_says_what_will_come(newsroom: Newsroom, client: Client, role: Role) -> None:
    a_press_body(newsroom)
    body = a_body().organisation
    for bodied in (Role.CLERK, Role.HEAD):
        appoint(newsroom.people[bodied], body, bodied)
    client.force_login(newsroom.people[role])
    page = client.get("/admin/").content.decode()
    assert "Không có việc nào chờ bạn" in page
    says = "Những gì sẽ hiện ở đây" in page
    without = {Role.COUNCIL_MEMBER, Role.PROPAGANDA, Role.ADMINISTRATOR}
    assert says is (role not in without)
    assert ("Vai trò của bạn chủ yếu là theo dõi" in page) is (role in without)


def _fill(newsroom: Newsroom, bench: DeskOfPress, clerk: User, rows: range) -> None:
    now = timezone.now()
    body = clerk.appointments.get().organisation
    for number in rows:
        newsroom.hand_in(newsroom.draft(f"Bài chờ duyệt số {number}"))
        a_proposal(name=f"Ông Trần Văn {number}", deeds=f"Đưa đò {number} năm")
        assignment(newsroom, bench, person=newsroom.people[Role.JOURNALIST])
        assignment(newsroom, bench, days=-2)
        Slot.objects.create(column=newsroom.column, at=now + timedelta(hours=number + 1))
        blocked = Slot.objects.create(column=newsroom.column, at=now - timedelta(hours=number + 1))
        Slot.objects.filter(pk=blocked.pk).update(state="filled", last_error="Vướng")
        newsroom.slot(now + timedelta(days=2, minutes=number), [newsroom.draft(f"Bài trong kỳ số {number}")])
        for state in (NominationState.SENT, NominationState.DRAFT, NominationState.SIGNING):
            Nomination.objects.create(
                organisation=body, year=2026, state=state, state_since=now, name=f"Người số {number}",
                written_by=clerk, written_at=now, signed_at=now,
            )  # fmt: skip
        given_back = Nomination.objects.create(
            organisation=body, year=2026, state=NominationState.HANDED_OVER, state_since=now, name=f"Bà số {number}",
            written_by=clerk, written_at=now, signed_at=now,
        )  # fmt: skip
        HandOver.objects.create(
            nomination=given_back, desk=bench, state=HandOverState.RETURNED, reason="Đã viết năm ngoái",
            handed_by=newsroom.people[Role.STANDING_OFFICE], handed_at=now, answered_at=now,
        )  # fmt: skip
        story, person = a_story(newsroom, f"Trần Văn {number}")
        reading, _ = ask_reading(story, person, by=newsroom.people[Role.JOURNALIST], at=now)
        Reading.objects.filter(pk=reading.pk).update(
            answered_at=now, verdict=ReadingVerdict.NO, is_objection=True
        )


@pytest.mark.parametrize(
    ("role", "counts"),
    [
        pytest.param(Role.STANDING_OFFICE, (120, 0), id="office"),
        pytest.param(Role.MANAGING_EDITOR, (60, 120), id="managing editor"),
        pytest.param(Role.JOURNALIST, (60, 0), id="journalist"),
        pytest.param(Role.CLERK, (30, 0), id="clerk"),
        pytest.param(Role.HEAD, (30, 0), id="head"),
    ],
)
def test_the_desk_asks_as_many_queries_for_30_as_for_1(
    newsroom: Newsroom, client: Client, role: Role, counts: tuple[int, int]
) -> None:
    bench, body = a_press_body(newsroom)[0], a_body().organisation
    clerk = appoint(newsroom.people[Role.CLERK], body, Role.CLERK)
    appoint(newsroom.people[Role.HEAD], body, Role.HEAD)
    client.force_login(newsroom.people[role])
    _fill(newsroom, bench, clerk, range(1))
    few = _queries(client)
    _fill(newsroom, bench, clerk, range(1, 30))
    assert _queries(client) == few
    shown = desk(client, newsroom.people[role])
    assert (shown["count"], shown["late_count"]) == counts


def _queries(client: Client) -> int:
    assert client.get("/admin/").status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get("/admin/")
    return len(captured)


def test_the_list_of_waiting_pieces_asks_the_same_for_1_and_30(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    counts = []
    for rows in (range(1), range(1, 30)):
        for number in rows:
            newsroom.hand_in(newsroom.draft(f"Bài chờ duyệt số {number}"))
        client.get("/admin/bai/cho-duyet/")
        with CaptureQueriesContext(connection) as captured:
            page = client.get("/admin/bai/cho-duyet/").content.decode()
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert page.count("Biên tập viên duyệt") == 30
