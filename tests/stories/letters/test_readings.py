"""An exemplar reads before publication by a secret link; what is wrong stops the piece at verification."""

import logging
import re
from datetime import timedelta
from html import unescape

import pytest
from django.apps import apps
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.notifications.actions import deliver_due
from cms.people.enums import Role
from cms.people.models import AccessLink, AccessLinkUse
from cms.people.secrecy import HEADERS
from cms.workflow.actions import ChecksFailed, release
from cms.workflow.registries import failures_of
from stories.dossiers.actions import amend_claim, judge
from stories.dossiers.enums import Verdict
from stories.letters.actions import LetterRefused, answer_reading, ask_reading, override_reading
from stories.letters.enums import PointVerdict, ReadingVerdict
from stories.letters.models import Reading
from stories.letters.rules import PointAnswer
from stories.pages.models import StoryPage, Subject
from tests.factories.letters import DEED, FIGURE, a_story, edited
from tests.factories.library import an_exemplar, episodes, programme
from tests.factories.newsroom import Newsroom, fresh

pytestmark = pytest.mark.room
SEES = {
    Role.JOURNALIST, Role.DESK_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.STANDING_OFFICE,
}  # fmt: skip
ASKS = {Role.JOURNALIST, Role.DESK_EDITOR, Role.MANAGING_EDITOR}
RIGHT = PointAnswer(PointVerdict.RIGHT)
WRONG = PointAnswer(PointVerdict.WRONG, "Hai héc-ta thôi, chưa tới 2,5")


def text(response: HttpResponse) -> str:
    return " ".join(unescape(response.content.decode()).split())


def screen(story: StoryPage) -> str:
    return f"/admin/doc-truoc/{story.pk}/"


@pytest.fixture
def story(newsroom: Newsroom) -> StoryPage:
    return a_story(newsroom)[0]


def asked(story: StoryPage, newsroom: Newsroom, *, at=None) -> tuple[Reading, str]:
    person = story.get_latest_revision_as_object().exemplars().get()
    return ask_reading(story, person, by=newsroom.people[Role.JOURNALIST], at=at or timezone.now())


def form_of(reading: Reading, *verdicts: str, whole: str = "yes", **notes: str) -> dict[str, str]:
    """What the telephone sends: one verdict a claim, in their order; `note_0` belongs to the first."""
    keys = [point.pk for point in reading.points.all()]
    said = {f"verdict_{key}": verdict for key, verdict in zip(keys, verdicts, strict=True)}
    return said | {f"note_{keys[int(n[-1])]}": note for n, note in notes.items()} | {"verdict": whole}


def objected(story: StoryPage, newsroom: Newsroom) -> Reading:
    """The exemplar says that the figure is wrong."""
    reading, _ = asked(story, newsroom)
    figure, deed = reading.points.all()
    return answer_reading(
        reading,
        verdict=ReadingVerdict.WRONG,
        note="",
        points={figure.pk: WRONG, deed.pk: RIGHT},
        at=timezone.now(),
    )


def failures(story: StoryPage) -> list[str]:
    latest = fresh(story).get_latest_revision_as_object()
    return [failure.message for failure in failures_of(latest, day=timezone.localdate())]


# Asking


@pytest.mark.parametrize("role", list(Role))
def test_roles_and_verbs_of_readings(
    newsroom: Newsroom, client: Client, story: StoryPage, role: Role
) -> None:
    reading = objected(story, newsroom)
    waiting, _ = asked(story, newsroom)
    client.force_login(newsroom.people[role])
    assert (client.get(screen(story)).status_code == 200) is (role in SEES)
    client.post(screen(story), {"verb": "revoke", "reading": waiting.pk})
    assert (AccessLink.objects.filter(revoked_at__isnull=False).count() == 1) is (role in ASKS)
    client.post(screen(story), {"verb": "ask", "exemplar": waiting.exemplar_id})
    assert (Reading.objects.count() == 3) is (role in ASKS)
    client.post(screen(story), {"verb": "override", "reading": reading.pk, "reason": "Đã gọi, ông đồng ý"})
    reading.refresh_from_db()
    assert (reading.overridden_at is not None) is (role == Role.STANDING_OFFICE)


def test_somebody_elses_draft_is_not_the_journalists_to_send(newsroom: Newsroom, client: Client) -> None:
    story, person = a_story(newsroom)
    StoryPage.objects.filter(pk=story.pk).update(owner=newsroom.people[Role.CONTRIBUTOR])
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert client.get(screen(story)).status_code == 302
    client.post(screen(story), {"verb": "ask", "exemplar": person.pk})
    assert not Reading.objects.exists()


def test_the_link_is_shown_once_and_is_nowhere_in_the_database_or_the_log(
    newsroom: Newsroom, client: Client, story: StoryPage, caplog: pytest.LogCaptureFixture
) -> None:
    client.force_login(newsroom.people[Role.JOURNALIST])
    person = story.get_latest_revision_as_object().exemplars().get()
    made = client.post(screen(story), {"verb": "ask", "exemplar": person.pk})
    found = re.search(r"/doc-truoc/([\w-]{32,})/", text(made))
    assert found
    secret = found.group(1)
    assert {"private", "no-store"} <= set(made.headers["Cache-Control"].split(", "))
    assert secret not in text(client.get(screen(story)))
    reader = Client()
    with caplog.at_level(logging.DEBUG):
        assert reader.get(f"/doc-truoc/{secret}/").status_code == 200
        assert reader.post(f"/doc-truoc/{secret}/", {}).status_code == 422
        AccessLink.objects.update(expires_at=timezone.now())
        assert reader.get(f"/doc-truoc/{secret}/").status_code == 410
        assert reader.get(f"/doc-truoc/{secret}/them/").status_code == 404
    logged = [record.getMessage() for record in caplog.records]
    assert any("Gone: /doc-truoc/…/" in line for line in logged)
    assert [line for line in logged if secret in line and "SELECT" not in line] == []
    rows = [str(row) for model in apps.get_models() for row in model.objects.values_list()]
    assert [row for row in rows if secret in row] == []


def test_a_story_without_exemplars_teaches_what_to_do(newsroom: Newsroom, client: Client) -> None:
    story = newsroom.draft()
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert "thêm ở mục “Điển hình được viết”" in text(client.get(screen(story)))
    answer = client.post(screen(story), {"verb": "ask", "exemplar": an_exemplar("Người lạ").pk})
    assert (answer.status_code, "Hãy chọn người được viết" in text(answer)) == (422, True)
    with pytest.raises(LetterRefused, match="chưa ghi người này"):
        ask_reading(story, an_exemplar("Ai đó"), by=newsroom.people[Role.JOURNALIST], at=timezone.now())


def test_a_new_link_closes_the_one_before_it(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, first = asked(story, newsroom)
    _, second = asked(story, newsroom)
    closed = client.get(f"/doc-truoc/{first}/")
    assert (closed.status_code, "thay bằng liên kết mới" in text(closed)) == (410, True)
    assert client.get(f"/doc-truoc/{second}/").status_code == 200


def test_a_revoked_link_of_another_story_is_not_reached_from_here(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    other, _ = a_story(newsroom, "Lê Thị Sáu")
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    assert client.post(screen(other), {"verb": "revoke", "reading": reading.pk}).status_code == 404
    assert client.post(screen(other), {"verb": "revoke", "reading": "x"}).status_code == 404
    assert client.get(f"/doc-truoc/{secret}/").status_code == 200
    client.post(screen(story), {"verb": "revoke", "reading": reading.pk})
    assert client.get(f"/doc-truoc/{secret}/").status_code == 410


# Reading


def test_the_exemplar_reads_exactly_what_was_given_and_nobody_else_finds_it(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    edited(story, newsroom, "Một lời dẫn hoàn toàn khác.")
    shown = client.get(f"/doc-truoc/{secret}/")
    assert {name: shown.headers[name] for name in HEADERS} == HEADERS
    assert story.title in text(shown)
    assert "Một lời dẫn hoàn toàn khác." not in text(shown)
    assert "chưa đăng" in text(shown)
    for address in (secret[:-1], secret + "a", str(reading.pk), str(story.pk), reading.link.digest):
        assert client.get(f"/doc-truoc/{address}/").status_code == 404
    assert AccessLinkUse.objects.count() == 1


def test_only_ones_own_claims_are_asked(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, stranger = a_story(newsroom, "Lê Thị Sáu")
    draft = story.get_latest_revision_as_object()
    draft.subjects.add(Subject(exemplar=stranger))
    draft.claims.set([*draft.claims.all(), *stranger.claims.all()])
    draft.save_revision(user=newsroom.people[Role.JOURNALIST])
    reading, _ = ask_reading(fresh(story), stranger, by=newsroom.people[Role.JOURNALIST], at=timezone.now())
    assert {point.claim.exemplar for point in reading.points.all()} == {stranger}


def test_a_plain_yes_is_stored_told_and_stops_nothing(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    answer = client.post(f"/doc-truoc/{secret}/", form_of(reading, "right", "right"))
    assert (answer.status_code, "Đã ghi ý kiến, cảm ơn ông bà" in text(answer)) == (200, True)
    reading.refresh_from_db()
    assert (reading.verdict, reading.is_objection) == (ReadingVerdict.YES, False)
    assert reading.revision_id == story.latest_revision_id
    assert failures(story) == []
    deliver_due(at=timezone.now())
    deliver_due(at=timezone.now())
    letter = mail.outbox[-1]
    assert letter.subject == "Nguyễn Văn Kiềm đã đọc trước: đồng ý cho đăng"
    assert set(letter.to) == {
        newsroom.people[role].email for role in (Role.JOURNALIST, Role.DESK_EDITOR, Role.STANDING_OFFICE)
    }
    entry = PageLogEntry.objects.get(action="letters.answer_reading")
    assert (entry.page_id, entry.user_id) == (story.pk, None)


@pytest.mark.parametrize(
    ("verdicts", "whole", "said"),
    [
        pytest.param(("right", ""), "yes", "Hãy chọn một câu trả lời cho điều này.", id="a claim left out"),
        pytest.param(("right", "wrong"), "yes", "Hãy ghi chưa đúng chỗ nào", id="wrong without why"),
        pytest.param(
            ("right", "right"), "", "Hãy chọn một câu trả lời cho cả bài.", id="no word on the whole"
        ),
        pytest.param(
            ("right", "right"), "wrong", "Hãy ghi chỗ nào trong bài chưa đúng.", id="wrong but where"
        ),
    ],
)
def test_what_is_left_to_say_is_told_and_what_was_said_stays(
    newsroom: Newsroom, client: Client, story: StoryPage, verdicts: tuple[str, str], whole: str, said: str
) -> None:
    reading, secret = asked(story, newsroom)
    form = form_of(reading, *verdicts, whole=whole, note_0="Chữ đã ghi")
    answer = client.post(f"/doc-truoc/{secret}/", form)
    assert (answer.status_code, said in text(answer), "Chữ đã ghi" in text(answer)) == (422, True, True)
    assert len(re.findall(r"<input[^>]*checked", answer.content.decode())) == len(
        [verdict for verdict in (*verdicts, whole) if verdict]
    )
    reading.refresh_from_db()
    assert reading.answered_at is None


def test_a_second_answer_changes_nothing(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    reading, secret = asked(story, newsroom)
    client.post(f"/doc-truoc/{secret}/", form_of(reading, "right", "right"))
    again = client.post(f"/doc-truoc/{secret}/", form_of(reading, "omit", "omit", whole="no"))
    assert "Ông bà đã trả lời" in text(again)
    reading.refresh_from_db()
    assert reading.verdict == ReadingVerdict.YES
    with pytest.raises(LetterRefused, match="đã trả lời rồi"):
        answer_reading(reading, verdict=ReadingVerdict.NO, note="", points={}, at=timezone.now())


def test_secrets_cannot_be_guessed(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, secret = asked(story, newsroom)
    answers = [client.get(f"/doc-truoc/thu-{number}/").status_code for number in range(21)]
    assert answers == [404] * 20 + [429]
    assert client.get(f"/doc-truoc/{secret}/").status_code == 429
    assert client.get(f"/doc-truoc/{secret}/", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_link_ends_after_two_weeks(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, secret = asked(story, newsroom, at=timezone.now() - timedelta(days=14))
    gone = client.get(f"/doc-truoc/{secret}/")
    assert (gone.status_code, "đã hết hạn" in text(gone)) == (410, True)


# What it does to the piece


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
    assert (refused.status_code, "Hãy ghi lý do cho bài đi tiếp." in text(refused)) == (422, True)
    reason = "Sổ đo đất ghi 2,5 ha, ông Kiềm đã xem lại"
    client.post(screen(story), {"verb": "override", "reading": reading.pk, "reason": reason})
    assert failures(story) == []
    assert reason in text(client.get(screen(story)))
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
    assert "Đọc bản cũ" not in text(client.get(screen(story)))
    edited(story, newsroom, story.standfirst.replace("hai công", "ba công"))
    assert "Đọc bản cũ: bài đã sửa sau đó." in text(client.get(screen(story)))


def test_a_claim_that_is_amended_later_stays_in_the_words_that_were_read(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    office = newsroom.people[Role.STANDING_OFFICE]
    reading = objected(story, newsroom)
    claim = reading.points.first().claim
    amend_claim(claim, text="Vườn sen rộng 2 ha", by=office, at=timezone.now())
    judge(claim, verdict=Verdict.CONFIRMED, note="", by=office, at=timezone.now())
    client.force_login(office)
    assert FIGURE in text(client.get(screen(story)))
    assert "Hai héc-ta thôi" in text(client.get(screen(story)))


def test_the_editor_shows_the_objection_and_the_way_to_the_readings(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    objected(story, newsroom)
    client.force_login(newsroom.people[Role.DESK_EDITOR])
    shown = text(client.get(f"/admin/pages/{story.pk}/edit/"))
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


@pytest.mark.parametrize(
    "address", ["/admin/pages/{pk}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={pk}"]
)
def test_what_somebody_was_given_to_read_is_not_thrown_away(
    newsroom: Newsroom, client: Client, story: StoryPage, address: str
) -> None:
    asked(story, newsroom)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    answer = client.post(address.format(pk=story.pk), follow=True)
    assert "Bài đã gửi người được viết đọc trước nên không xóa được." in text(answer)
    assert StoryPage.objects.filter(pk=story.pk).exists()
