"""What an exemplar's answer does to the piece, on every channel, until it is settled."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.people.enums import Role
from cms.workflow.actions import ChecksFailed, release
from cms.workflow.registries import failures_of
from stories.dossiers.actions import amend_claim, judge
from stories.dossiers.enums import Verdict
from stories.letters.actions import LetterRefused, answer_reading, ask_reading, override_reading
from stories.letters.enums import ReadingVerdict
from stories.letters.models import Reading
from stories.pages.models import StoryPage, Subject
from tests.factories.letters import DEED, FIGURE, edited, text_of
from tests.factories.library import an_exemplar, episodes, programme
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.readings import asked, failures, form_of, objected, screen

pytestmark = pytest.mark.room


def test_a_wrong_figure_stops_the_piece_at_verification(newsroom: Newsroom, story: StoryPage) -> None:
    assert failures(story) == []
    page = newsroom.approve(newsroom.hand_in(story), Role.DESK_EDITOR)
    objected(story, newsroom)
    assert failures(story) == [f"Nguyễn Văn Kiềm đọc trước: nói có chỗ chưa đúng; chưa đúng: “{FIGURE}”."]
    with pytest.raises(PermissionDenied):
        newsroom.approve(fresh(page), Role.STANDING_OFFICE)


@pytest.mark.parametrize(
    ("verdicts", "whole", "said"),
    [
        (("omit", "right"), "yes", f"xin đừng nêu: “{FIGURE}”"),
        (("right", "right"), "no", "không đồng ý cho đăng"),
        (("right", "omit"), "no", f"không đồng ý cho đăng; xin đừng nêu: “{DEED}”"),
    ],
)
def test_every_objection_is_named(
    newsroom: Newsroom, client: Client, story: StoryPage, verdicts: tuple[str, str], whole: str, said: str
) -> None:
    reading, secret = asked(story, newsroom)
    client.post(f"/doc-truoc/{secret}/", form_of(reading, *verdicts, whole=whole))
    assert [said in message for message in failures(story)] == [True]


def test_an_objection_after_verification_reopens_every_step(newsroom: Newsroom, story: StoryPage) -> None:
    page = newsroom.hand_in(story)
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    assert page.current_workflow_task.name == "Chờ kỳ đăng, phát"
    objected(story, newsroom)
    assert fresh(page).current_workflow_task.name == "Biên tập viên duyệt"
    assert "Nguyễn Văn Kiềm đọc trước" in str(PageLogEntry.objects.get(action="workflow.reopen").data)


def test_a_release_finds_the_objection_too(newsroom: Newsroom, story: StoryPage) -> None:
    reading = objected(story, newsroom)
    Reading.objects.filter(pk=reading.pk).update(is_objection=False)
    page = newsroom.hand_in(story)
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    Reading.objects.filter(pk=reading.pk).update(is_objection=True)
    with pytest.raises(ChecksFailed, match="đọc trước: nói có chỗ chưa đúng"):
        release(page, by=None, at=timezone.now())


def test_what_a_person_refuses_in_print_is_not_said_on_the_radio(
    newsroom: Newsroom, story: StoryPage
) -> None:
    episode = episodes(1, programme(newsroom.column))[0]
    episode.stories.set([story])
    assert not [f for f in failures_of(episode, day=timezone.localdate()) if f.code == "letters.reading"]
    objected(story, newsroom)
    found = [f for f in failures_of(episode, day=timezone.localdate()) if f.code == "letters.reading"]
    assert [(f.field, f.url) for f in found] == [("stories", screen(story))]


def test_an_edit_alone_does_not_pass_over_the_objection_a_newer_yes_does(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    objected(story, newsroom)
    story = edited(story, newsroom, story.standfirst.replace("hai công", "ba công"))
    assert len(failures(story)) == 1
    reading, secret = asked(story, newsroom)
    assert len(failures(story)) == 1
    client.post(f"/doc-truoc/{secret}/", form_of(reading, "right", "right"))
    assert failures(story) == []


def test_taking_the_name_off_the_form_does_not_silence_the_person(
    newsroom: Newsroom, story: StoryPage
) -> None:
    objected(story, newsroom)
    draft = story.get_latest_revision_as_object()
    draft.subjects.set([])
    draft.claims.set([])
    draft.save_revision(user=newsroom.people[Role.JOURNALIST])
    assert [message for message in failures(story) if "đọc trước" in message]


def test_one_persons_yes_does_not_answer_for_another(newsroom: Newsroom, story: StoryPage) -> None:
    objected(story, newsroom)
    stranger = an_exemplar("Lê Thị Sáu")
    draft = story.get_latest_revision_as_object()
    draft.subjects.add(Subject(exemplar=stranger))
    draft.save_revision(user=newsroom.people[Role.JOURNALIST])
    reading, _ = ask_reading(fresh(story), stranger, by=newsroom.people[Role.JOURNALIST], at=timezone.now())
    answer_reading(reading, verdict=ReadingVerdict.YES, note="", points={}, at=timezone.now())
    assert [message for message in failures(story) if "Nguyễn Văn Kiềm đọc trước" in message]


def test_the_office_lets_it_go_on_with_a_reason_only(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading = objected(story, newsroom)
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    refused = client.post(screen(story), {"verb": "override", "reading": reading.pk, "reason": " "})
    assert (refused.status_code, "Hãy ghi lý do cho bài đi tiếp." in text_of(refused)) == (422, True)
    reason = "Sổ đo đất ghi 2,5 ha, ông Kiềm đã xem lại"
    client.post(screen(story), {"verb": "override", "reading": reading.pk, "reason": reason})
    assert failures(story) == []
    assert reason in text_of(client.get(screen(story)))
    entry = PageLogEntry.objects.get(action="letters.override_reading")
    assert (entry.user, entry.data["reason"]) == (newsroom.people[Role.STANDING_OFFICE], reason)
    with pytest.raises(LetterRefused, match="không có điều gì"):
        override_reading(reading, reason="Lần nữa", by=entry.user, at=timezone.now())


def test_a_newer_no_after_the_offices_decision_stops_it_again(newsroom: Newsroom, story: StoryPage) -> None:
    first = objected(story, newsroom)
    override_reading(first, reason="Đã gọi", by=newsroom.people[Role.STANDING_OFFICE], at=timezone.now())
    assert failures(story) == []
    objected(story, newsroom)
    assert len(failures(story)) == 1


def test_a_changed_text_marks_the_reading_as_of_an_older_one(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    client.post(f"/doc-truoc/{secret}/", form_of(reading, "right", "right"))
    client.force_login(newsroom.people[Role.JOURNALIST])
    story.save_revision(user=newsroom.people[Role.JOURNALIST])
    assert "Đọc bản cũ" not in text_of(client.get(screen(story)))
    edited(story, newsroom, story.standfirst.replace("hai công", "ba công"))
    assert "Đọc bản cũ: bài đã sửa sau đó." in text_of(client.get(screen(story)))


def test_a_claim_that_is_amended_later_stays_in_the_words_that_were_read(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    reading = objected(story, newsroom)
    claim = reading.points.first().claim
    amend_claim(claim, text="Vườn sen rộng 2 ha", by=office, at=timezone.now())
    judge(claim, verdict=Verdict.CONFIRMED, note="", by=office, at=timezone.now())
    client.force_login(office)
    assert FIGURE in text_of(client.get(screen(story)))
    assert "Hai héc-ta thôi" in text_of(client.get(screen(story)))


def test_the_editor_shows_the_objection_and_the_way_to_the_readings(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    objected(story, newsroom)
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    shown = text_of(client.get(f"/admin/pages/{story.pk}/edit/"))
    assert "Nguyễn Văn Kiềm đọc trước: nói có chỗ chưa đúng" in shown
    assert f'href="{screen(story)}"' in shown
    assert "Đọc trước (1 người chưa đồng ý)" in shown


def test_the_screen_and_the_checks_ask_the_same_number_of_queries_for_1_and_30(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    objected(story, newsroom)
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    few = _count(client, story)
    for _ in range(29):
        objected(story, newsroom)
    assert _count(client, story) == few


def _count(client: Client, story: StoryPage) -> tuple[int, int]:
    assert client.get(screen(story)).status_code == 200
    with CaptureQueriesContext(connection) as shown:
        client.get(screen(story))
    latest = fresh(story).get_latest_revision_as_object()
    with CaptureQueriesContext(connection) as checked:
        failures_of(latest, day=timezone.localdate())
    return len(shown), len(checked)
