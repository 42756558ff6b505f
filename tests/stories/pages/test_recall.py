"""The road back: what must not be shown leaves every public byte within one run of the jobs."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from cms.notifications.models import OutboxMessage
from cms.operations import jobs
from cms.operations.models import Job
from cms.people.enums import Role
from cms.workflow.actions import ChecksFailed, release
from stories.dossiers.actions import withdraw_consent
from stories.dossiers.enums import ConsentItem
from stories.dossiers.models import Consent
from stories.exemplars.actions import lift_hold
from stories.pages.actions import TakedownRefused, lift_takedown, recall_broken
from stories.pages.enums import TakedownReason
from stories.pages.models import Takedown
from stories.pages.registries import Copy, recalls
from stories.pages.rules import SENTENCES
from tests.factories.newsroom import fresh
from tests.factories.told import NAME, OTHER_TITLE, PRINT, RADIO, TITLE, WEB, Told, order

pytestmark = pytest.mark.room
ON_AIR = "Hương sen Đồng Tháp số 1"


def showing(house: Told, words: str) -> list[str]:
    return [address for address, text in house.public().items() if words in text]


def test_everybody_is_public_before_anything_happens(house: Told) -> None:
    assert {"/", "/cau-chuyen/", "/chuyen-muc/guong-nguoi-tot/", "/linh-vuc/nong-nghiep/",
            "/dia-phuong/xa-thap-muoi/", "/tim-kiem/?q=ong+giu+ruong+sen", "/feeds/stories.rss",
            "/feeds/stories.atom", "/feeds/stories.json", "/feeds/columns/guong-nguoi-tot.rss",
            house.stories[0].url} <= set(showing(house, TITLE))  # fmt: skip
    assert {"/", "/phat-thanh/huong-sen/", "/feeds/programmes/huong-sen.rss", house.episode.url} <= set(
        showing(house, ON_AIR)
    )


def test_a_hold_leaves_every_address_within_one_run_and_says_so_at_the_old_ones(house: Told) -> None:
    house.hold(house.people[0])
    done = house.jobs()
    assert any(line.startswith("stories.recall: gỡ") for line in done)
    assert [showing(house, words) for words in (NAME, TITLE, ON_AIR)] == [[], [], []]
    assert house.stories[1].url in showing(house, OTHER_TITLE)
    for page in (house.stories[0], house.episode):
        answer = Client().get(page.url)
        assert (answer.status_code, SENTENCES[TakedownReason.HOLD] in answer.content.decode()) == (410, True)
        assert "tạm dừng" not in answer.content.decode()


@pytest.mark.parametrize(
    ("channel", "item", "story_stays", "episode_stays"),
    [
        pytest.param(WEB, ConsentItem.NAME, False, False, id="the name on the web: both stand on the web"),
        pytest.param(WEB, ConsentItem.PHOTO, False, True, id="the photo on the web: only the story shows it"),
        pytest.param(RADIO, ConsentItem.NAME, True, False, id="the name on the radio: only the episode"),
        pytest.param(PRINT, ConsentItem.NAME, True, True, id="the name in print: nothing public has it"),
    ],
)
@pytest.mark.parametrize("ending", ["withdrawn", "expired"])
def test_a_consent_that_ended_reaches_its_own_channel(
    house: Told, channel: str, item: ConsentItem, story_stays: bool, episode_stays: bool, ending: str
) -> None:
    consent = Consent.objects.get(exemplar=house.people[0], grants__channel=channel, grants__item=item)
    if ending == "withdrawn":
        withdraw_consent(consent, note="", by=None, at=house.at)
    else:
        Consent.objects.filter(pk=consent.pk).update(expires_on=timezone.localdate(house.at))
        house.jobs()
        assert fresh(house.stories[0]).live, "the last day still counts"
        house.at += timedelta(days=1)
    house.jobs()
    assert (fresh(house.stories[0]).live, fresh(house.episode).live) == (story_stays, episode_stays)


def test_a_consent_given_anew_keeps_the_page(house: Told) -> None:
    consent = Consent.objects.get(exemplar=house.people[0], grants__channel=WEB, grants__item="name")
    house.agree(house.people[0], WEB)
    withdraw_consent(consent, note="Ký lại giấy mới", by=None, at=house.at)
    house.jobs()
    assert fresh(house.stories[0]).live


def test_a_hold_set_during_a_release_is_caught_by_the_same_run(house: Told) -> None:
    """The release has read that there was no hold; the hold is committed before the release is."""
    late = house.approved(house.draft(house.people[0], "Ông Bách giữ ruộng sen thêm một mùa cho xóm làng"))
    slot = house.due(late)
    from columns.slots.signals import slot_released

    def hold_now(**kwargs: object) -> None:
        house.hold(house.people[0])

    slot_released.connect(hold_now)
    try:
        done = house.jobs()
    finally:
        slot_released.disconnect(hold_now)
    slot.refresh_from_db()
    assert slot.state == "released"
    assert [line.split(":")[0] for line in done][:2] == ["slots.release", "stories.recall"]
    assert showing(house, "Ông Bách") == []


def test_a_run_that_dies_in_the_middle_leaves_all_or_nothing_of_a_page_to_the_next(house: Told) -> None:
    """Dies after the page was taken off and before anything else of the takedown is written."""
    from wagtail.signals import page_unpublished

    class Killed(BaseException):
        pass

    def die(**kwargs: object) -> None:
        raise Killed

    house.hold(house.people[0])
    page_unpublished.connect(die)
    try:
        with pytest.raises(Killed):
            recall_broken(at=house.at)
    finally:
        page_unpublished.disconnect(die)
    assert (Takedown.objects.count(), fresh(house.stories[0]).live, fresh(house.episode).live) == (
        0,
        True,
        True,
    )
    house.jobs()
    assert [showing(house, words) for words in (NAME, TITLE, ON_AIR)] == [[], [], []]
    assert Takedown.objects.count() == 2


def test_a_room_that_faults_does_not_keep_the_others_from_recalling(house: Told) -> None:
    class Broken:
        def copies_of(self, stories: object) -> list[Copy]:
            return [Copy("chapter", 0, "Chương 3", "", frozenset({"print"}))]

        def unacknowledged(self, page_id: int, at: object) -> list[Copy]:
            return []

    house.hold(house.people[0])
    with recalls.temporarily("a broken room", Broken()):
        done = house.jobs()
    assert any("Chương 3" in line for line in done)
    assert Job.objects.get(name="stories.recall").last_error.startswith("Đã gỡ 2, chưa gỡ được: Chương 3")
    assert showing(house, NAME) == []


def test_the_sweep_asks_as_many_queries_for_1_held_person_as_for_none_taken_again(house: Told) -> None:
    with CaptureQueriesContext(connection) as calm:
        recall_broken(at=house.at)
    house.hold(house.people[0])
    house.jobs()
    with CaptureQueriesContext(connection) as after:
        assert recall_broken(at=house.at) == []
    assert len(after) == len(calm) == len(recalls)


def test_a_piece_that_was_taken_down_cannot_be_released_before_a_decision(house: Told) -> None:
    chief = house.newsroom.people[Role.EDITOR_IN_CHIEF]
    takedown, page = order(house, house.stories[0]), house.stories[0]
    corrected = fresh(page)
    corrected.kicker = "Gương sáng quanh ta"
    corrected.save_revision(user=house.newsroom.people[Role.JOURNALIST])
    waiting = house.newsroom.approve(house.newsroom.hand_in(fresh(page)), Role.DESK_EDITOR)
    step = waiting.current_workflow_task_state.task.specific
    actions = [name for name, _, _ in step.get_actions(waiting, house.newsroom.people[Role.STANDING_OFFICE])]
    assert actions == ["reject"]
    lift_takedown(takedown, document="QĐ 9", note="", by=chief, at=house.at)
    assert not fresh(page).live
    for role in (Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        waiting = house.newsroom.approve(waiting, role)
    release(waiting, by=None, at=house.at)
    assert (fresh(page).live, Client().get(page.url).status_code) == (True, 200)


def test_a_waiting_piece_is_stopped_by_a_takedown_at_the_release(house: Told) -> None:
    page = fresh(house.stories[0])
    page.save_revision(user=house.newsroom.people[Role.JOURNALIST])
    waiting = house.approved(fresh(page))
    order(house, waiting)
    with pytest.raises(ChecksFailed, match="đã được gỡ ngày"):
        release(waiting, by=None, at=house.at)


def test_an_order_reaches_every_version_and_a_photo_only_what_is_seen(house: Told) -> None:
    order(house, house.stories[0], TakedownReason.PHOTO)
    house.jobs()
    assert fresh(house.episode).live
    order(house, house.stories[1], TakedownReason.MISTAKE)
    house.jobs()
    assert not fresh(house.episode).live
    assert Takedown.objects.get(page=house.episode.pk).reason == TakedownReason.SOURCE


def test_lifting_publishes_nothing_and_both_lifts_are_logged(house: Told) -> None:
    hold = house.hold(house.people[0])
    house.jobs()
    chief, office = (house.newsroom.people[role] for role in (Role.EDITOR_IN_CHIEF, Role.STANDING_OFFICE))
    lift_hold(hold, document="KL 7", note="", by=office, at=house.at)
    takedown = Takedown.objects.get(page=house.stories[0].pk)
    for _ in range(2):
        lift_takedown(takedown, document="QĐ 9", note="Đã kết luận", by=chief, at=house.at)
    house.jobs()
    assert showing(house, NAME) == []
    assert Client().get(house.stories[0].url).status_code == 410
    logged = PageLogEntry.objects.filter(page=house.stories[0].pk, action__startswith="stories.")
    assert sorted(logged.values_list("action", flat=True)) == ["stories.lift_takedown", "stories.take_down"]
    with pytest.raises(TakedownRefused, match="văn bản"):
        lift_takedown(takedown, document=" ", note="", by=chief, at=house.at)


def test_taking_down_twice_is_once_and_a_draft_is_refused(house: Told) -> None:
    assert order(house, house.stories[0]) == order(house, house.stories[0])
    assert OutboxMessage.objects.filter(kind="takedown.done").count() == 1
    with pytest.raises(TakedownRefused, match="không có trên trang"):
        order(house, house.draft(house.people[1], "Bà Diệp giữ ruộng sen thêm một mùa cho xóm làng"))


def test_the_editors_are_told_what_was_taken_and_what_is_beyond_reach(house: Told) -> None:
    house.hold(house.people[0])
    house.jobs()
    letters = {letter.subject: letter for letter in mail.outbox}
    letter = letters[f"Đã gỡ: {TITLE}"]
    assert letter.to == ["managing_editor@example.org"]
    assert f"Báo in, Gương Người tốt, Việc tốt, {timezone.localtime(house.at):%d/%m/%Y}" in letter.body
    assert "RSS, Atom, JSON" in letter.body
    assert "Phát thanh, Hương sen Đồng Tháp" in letters[f"Đã gỡ: {ON_AIR}"].body
    assert NAME not in letter.body


def test_photos_and_recordings_leave_their_public_addresses(house: Told) -> None:
    Client().get(house.stories[0].url)
    photo, audio = house.stories[0].lead_photo, house.episode.audio
    shown = [rendition.file.name for rendition in photo.renditions.all()]
    assert len(shown) > 1
    were = [*shown, photo.file.name, audio.file.name]
    house.hold(house.people[0])
    for _ in range(2):
        house.jobs()
    assert [name for name in were if default_storage.exists(name)] == []
    for file in (photo, audio):
        file.refresh_from_db()
        assert default_storage.exists(file.file.name)


def test_a_photo_that_another_published_page_shows_stays_where_it_is(house: Told) -> None:
    shared = house.stories[0].lead_photo
    other = fresh(house.stories[1])
    other.lead_photo = shared
    other.save()
    house.hold(house.people[0])
    house.jobs()
    was = shared.file.name
    shared.refresh_from_db()
    assert shared.file.name == was


def test_what_was_recalled_cannot_be_deleted(house: Told) -> None:
    order(house, house.stories[0])
    with pytest.raises(ProtectedError):
        fresh(house.stories[0]).delete()
    client = Client()
    admin = house.newsroom.people[Role.JOURNALIST]
    type(admin).objects.filter(pk=admin.pk).update(is_superuser=True)
    client.force_login(admin)
    answer = client.post(f"/admin/pages/{house.stories[0].pk}/delete/", follow=True)
    assert "không xóa được" in answer.content.decode()
    assert Page.objects.filter(pk=house.stories[0].pk).exists()


def test_public_pages_pay_nothing_for_takedowns(house: Told) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(house.stories[0].url).status_code == 200
    assert [query["sql"] for query in captured if "takedown" in query["sql"]] == []


def test_a_feed_that_became_shorter_is_not_answered_with_304(house: Told) -> None:
    before = Client().get("/feeds/stories.rss")
    house.hold(house.people[0])
    house.at += timedelta(seconds=2)
    house.jobs()
    answer = Client().get("/feeds/stories.rss", headers={"If-Modified-Since": before["Last-Modified"]})
    assert (answer.status_code, TITLE in answer.content.decode()) == (200, False)


def test_a_related_story_is_not_named_after_it_was_taken_down(house: Told) -> None:
    other = fresh(house.stories[1])
    other.body = [("related", [house.stories[0]])]
    other.save()
    assert TITLE in Client().get(other.url).content.decode()
    house.hold(house.people[0])
    house.jobs()
    assert TITLE not in Client().get(other.url).content.decode()


def test_the_recall_runs_after_the_release_and_before_the_letters() -> None:
    names = [work.name for work in jobs.WORK]
    assert names.index("slots.release") < names.index("stories.recall") < names.index("notifications.deliver")
