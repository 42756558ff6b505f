"""On the first screen: what exemplars and desks answered, and what the plans want done this week."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from cms.plans.models import Milestone
from stories.letters.actions import answer_reading, ask_reading, override_reading
from stories.letters.enums import PointVerdict, ReadingVerdict
from stories.letters.rules import PointAnswer
from stories.nominations.actions import accept, give_back_to_office, hand_over
from tests.factories.bodies import NOW, a_press_body, selected
from tests.factories.desk import desk, piles
from tests.factories.letters import a_story
from tests.factories.newsroom import Newsroom
from tests.factories.plans import a_plan

pytestmark = pytest.mark.room
OBJECTION, GIVEN_BACK = "Người được viết chưa đồng ý", "Hồ sơ tòa soạn trả lại"


def test_an_objection_waits_for_the_office_and_for_who_asked_until_it_is_settled(
    newsroom: Newsroom, client: Client
) -> None:
    journalist, office = newsroom.people[Role.JOURNALIST], newsroom.people[Role.STANDING_OFFICE]
    story, person = a_story(newsroom)

    def answer(verdict: ReadingVerdict) -> None:
        reading, _ = ask_reading(story, person, by=journalist, at=timezone.now())
        right = {point.pk: PointAnswer(PointVerdict.RIGHT, "") for point in reading.points.all()}
        answer_reading(reading, verdict=verdict, note="Xin đừng kể", points=right, at=timezone.now())

    answer(ReadingVerdict.NO)
    assert piles(client, office) == piles(client, journalist) == {OBJECTION: 1}
    assert piles(client, newsroom.people[Role.DESK_EDITOR]) == {}
    client.force_login(office)
    page = client.get("/admin/").content.decode()
    assert f'href="/admin/doc-truoc/{story.pk}/"' in page
    assert "Nguyễn Văn Kiềm: không đồng ý cho đăng" in page
    answer(ReadingVerdict.YES)
    assert piles(client, office) == piles(client, journalist) == {}
    answer(ReadingVerdict.WRONG)
    assert piles(client, office) == {OBJECTION: 1}
    type(story).objects.filter(pk=story.pk).update(live=True)
    assert piles(client, office) == {}
    late = {"Bài đang đăng mà người được viết chưa đồng ý": 1}
    assert piles(client, office, "late") == piles(client, journalist, "late") == late
    override_reading(story.readings.first(), reason="Đã có văn bản xác nhận", by=office, at=timezone.now())
    assert piles(client, office) == piles(client, journalist) == {}


def test_a_dossier_that_no_desk_wants_comes_back_to_the_office_with_the_reason(
    newsroom: Newsroom, client: Client
) -> None:
    office, editor = newsroom.people[Role.STANDING_OFFICE], newsroom.people[Role.MANAGING_EDITOR]
    first, second = a_press_body(newsroom)[:2]
    nomination = selected(newsroom)
    to_first, to_second = hand_over(nomination, desks=[first, second], brief="", by=office, at=NOW)
    give_back_to_office(to_first, reason="Đã viết năm ngoái", by=editor, at=NOW)
    assert piles(client, office) == {}
    give_back_to_office(to_second, reason="Chưa có người viết", by=editor, at=NOW)
    assert piles(client, office) == {GIVEN_BACK: 1}
    client.force_login(office)
    page = client.get("/admin/").content.decode()
    assert f"{second.name}: Chưa có người viết" in page
    assert f'href="{reverse("nominations:nomination", args=[nomination.pk])}"' in page
    again = hand_over(nomination, desks=[first], brief="", by=office, at=NOW)[0]
    assert piles(client, office) == {}
    accept(again, person=None, due_on=timezone.localdate(), by=editor, at=NOW)
    assert piles(client, office) == {}


def milestone(code: str, last_day: date, every_year: bool = False) -> Milestone:
    return Milestone.objects.create(
        plan=a_plan(),
        code=code,
        name=f"Việc {code}",
        day_from=last_day,
        day_to=last_day,
        every_year=every_year,
    )


def test_what_a_plan_wants_this_week_is_shown_to_who_reads_plans(newsroom: Newsroom, client: Client) -> None:
    today = timezone.localdate()
    plan = a_plan()
    plan.period_from, plan.period_to = today - timedelta(days=800), today + timedelta(days=5)
    plan.save()
    milestone("hom-nay", today)
    milestone("hang-nam", today - timedelta(days=200), every_year=True)
    yearly = (today + timedelta(days=3)) - timedelta(days=365)
    milestone("moi-nam", yearly, every_year=True)
    milestone("da-qua", today - timedelta(days=1))
    milestone("sau-ke-hoach", today + timedelta(days=6))
    shown = desk(client, newsroom.people[Role.MANAGING_EDITOR])["days"]
    names = [entry.title for _, entries in shown for entry in entries]
    assert names == ["Việc hom-nay", "Việc moi-nam"]
    assert all(entry.note == "hạn theo Kế hoạch thử" for _, entries in shown for entry in entries)
    assert client.get(shown[0][1][0].url).status_code == 200
    assert desk(client, newsroom.people[Role.JOURNALIST])["days"] == []


def test_thirty_milestones_cost_as_much_as_one(newsroom: Newsroom, client: Client) -> None:
    today = timezone.localdate()
    plan = a_plan()
    plan.period_from, plan.period_to = today, today + timedelta(days=30)
    plan.save()
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    counts = []
    for rows in (range(1), range(1, 30)):
        for number in rows:
            milestone(f"so-{number}", today)
        client.get("/admin/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
