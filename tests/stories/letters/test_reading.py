"""An exemplar reads before publication and answers, once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.notifications.actions import deliver_due
from cms.people.enums import Role
from cms.people.models import AccessLinkUse
from cms.people.secrecy import HEADERS
from cms.workflow.actions import release
from stories.letters.actions import LetterRefused, answer_reading, ask_reading, revoke_reading
from stories.letters.enums import ReadingVerdict
from stories.pages.models import StoryPage, Subject
from tests.factories.letters import a_story, edited, text_of
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.readings import asked, failures, form_of, opened, screen

pytestmark = pytest.mark.room


def test_the_exemplar_reads_exactly_what_was_given_and_nobody_else_finds_it(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    edited(story, newsroom, "Một lời dẫn hoàn toàn khác.")
    cover = client.get(f"/doc-truoc/{secret}/")
    assert "Đọc bài" in text_of(cover)
    assert story.title not in text_of(cover)
    assert reading.exemplar.name not in text_of(cover)
    assert AccessLinkUse.objects.count() == 0
    shown = opened(client, secret)
    assert {name: cover.headers[name] for name in HEADERS} == HEADERS
    assert {name: shown.headers[name] for name in HEADERS} == HEADERS
    assert story.title in text_of(shown)
    assert "Một lời dẫn hoàn toàn khác." not in text_of(shown)
    assert "chưa đăng" in text_of(shown)
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
    assert (answer.status_code, "Đã ghi ý kiến, cảm ơn ông/bà" in text_of(answer)) == (200, True)
    reading.refresh_from_db()
    assert (reading.verdict, reading.is_objection) == (ReadingVerdict.YES, False)
    assert reading.revision_id == story.latest_revision_id
    assert failures(story) == []
    deliver_due(at=timezone.now())
    deliver_due(at=timezone.now())
    letter = mail.outbox[-1]
    assert letter.subject == "Người được viết đã đọc trước: đồng ý cho đăng"
    assert {address for letter in mail.outbox for address in letter.to} == {
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
    assert (answer.status_code, said in text_of(answer), "Chữ đã ghi" in text_of(answer)) == (422, True, True)
    assert len(re.findall(r"<input[^>]*checked", answer.content.decode())) == len(
        [verdict for verdict in (*verdicts, whole) if verdict]
    )
    reading.refresh_from_db()
    assert reading.answered_at is None


def test_a_second_answer_changes_nothing(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    reading, secret = asked(story, newsroom)
    client.post(f"/doc-truoc/{secret}/", form_of(reading, "right", "right"))
    again = client.post(f"/doc-truoc/{secret}/", form_of(reading, "omit", "omit", whole="no"))
    assert "Ông/bà đã trả lời" in text_of(again)
    reading.refresh_from_db()
    assert reading.verdict == ReadingVerdict.YES
    with pytest.raises(LetterRefused, match="đã trả lời rồi"):
        answer_reading(reading, verdict=ReadingVerdict.NO, note="", points={}, at=timezone.now())


@pytest.mark.usefixtures("within_one_hour")
def test_secrets_cannot_be_guessed(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, secret = asked(story, newsroom)
    answers = [client.get(f"/doc-truoc/thu-{number}/").status_code for number in range(21)]
    assert answers == [404] * 20 + [429]
    assert client.get(f"/doc-truoc/{secret}/").status_code == 429
    assert client.get(f"/doc-truoc/{secret}/", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_link_ends_after_two_weeks(newsroom: Newsroom, client: Client, story: StoryPage) -> None:
    _, secret = asked(story, newsroom, at=timezone.now() - timedelta(days=14))
    gone = client.get(f"/doc-truoc/{secret}/")
    assert (gone.status_code, "đã hết hạn" in text_of(gone)) == (410, True)


def test_who_reads_after_publication_is_told_so_and_the_office_at_once(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    page = newsroom.hand_in(story)
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    release(page, by=None, at=timezone.now())
    assert "đã đăng. Ông/bà vẫn góp ý được" in text_of(opened(client, secret)).replace(
        "</strong>", ""
    ).replace("<strong>", "")
    answer = client.post(f"/doc-truoc/{secret}/", form_of(reading, "omit", "right"))
    assert "Có điều chưa đúng hoặc xin đừng nêu." in text_of(answer)
    assert "Bài đang có trên trang." in text_of(answer)
    assert "dừng lại" not in text_of(answer)
    deliver_due(at=timezone.now())
    assert mail.outbox[-1].subject == (
        "Người được viết đã đọc trước: có điều chưa đồng ý, BÀI ĐANG ĐĂNG, cần xem ngay"
    )
    client.force_login(newsroom.people[Role.STANDING_OFFICE])
    assert "Bài đang đăng" in text_of(client.get(screen(story)))


def test_what_was_typed_while_the_link_was_closed_is_shown_to_be_copied(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    reading, secret = asked(story, newsroom)
    opened(client, secret)
    revoke_reading(reading, by=newsroom.people[Role.JOURNALIST], at=timezone.now())
    sent = form_of(reading, "right", "wrong", whole="wrong", note_1="Mười hai hộ, không phải mười một")
    answer = client.post(f"/doc-truoc/{secret}/", sent | {"note": "Gọi lại giúp tôi"})
    assert answer.status_code == 410
    for typed in ("Mười hai hộ, không phải mười một", "Gọi lại giúp tôi"):
        assert typed in text_of(answer)
