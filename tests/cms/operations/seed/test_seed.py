"""Seeded rows are the rows that Wagtail would have written: they render, are found, and can be worked with."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from wagtail.models import Page, ReferenceIndex, Revision, TaskState
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from cms.operations.seed.ground import NoGround
from cms.operations.seed.runs import seed_stories
from cms.people.enums import Role
from cms.workflow.actions import release
from columns.slots.models import Slot
from stories.dossiers.models import Claim
from stories.exemplars.models import Exemplar
from stories.pages.checks import check_story
from stories.pages.models import StoryPage
from tests.factories import library
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.seeded import lay_ground, seed

pytestmark = pytest.mark.room
COUNT = 12


class Stopped(Exception):
    pass


def silent(line: str) -> None:
    pass


def everything() -> list[Any]:
    """All that a run writes, by what it says and not by keys."""
    stories = StoryPage.objects.filter(is_sample=True).order_by("slug")
    columns = ("title", "slug", "path", "url_path", "depth", "translation_key", "live", "first_published_at")
    more = ("latest_revision_created_at", "standfirst", "body", "lead_photo", "bylines__pen_name")
    return [
        list(stories.values_list(*columns)),
        [[str(value) for value in row] for row in stories.values_list(*more)],
        list(Exemplar.objects.order_by("story_subjects__page__slug").values_list("name", "aliases__name")),
        list(Claim.objects.order_by("stories__slug", "pk").values_list("text", "evidence__description")),
        list(Slot.objects.order_by("at").values_list("column__slug", "at", "pages__slug")),
        list(TaskState.objects.order_by("started_at", "task").values_list("started_at", "finished_at")),
        list(IndexEntry.objects.filter(object_id__in=map(str, stories.values_list("pk", flat=True)))
             .order_by("pk").values_list("title", "body", "autocomplete")),
        [revision.content["body"] for revision in Revision.objects.order_by("created_at")],
    ]  # fmt: skip


def said(story: StoryPage) -> dict[str, Any]:
    """Which revision is live is never in a revision, and PostgreSQL orders the names in a body its own way."""
    data = story.serializable_data() | {"live_revision": None}
    return data | {"body": json.loads(data["body"])}


def forget() -> None:
    for page in Page.objects.filter(slug__startswith="mau-"):
        page.slot_items.all().delete()
        page.delete()
    Slot.objects.all().delete()
    Exemplar.objects.all().delete()


def test_two_runs_write_the_same(newsroom: Newsroom) -> None:
    seed(COUNT)
    first = everything()
    forget()
    assert StoryPage.objects.count() == 0
    seed(COUNT)
    assert everything() == first


def test_a_run_that_is_stopped_goes_on_where_it_was(newsroom: Newsroom) -> None:
    seed(COUNT)
    at_once = everything()
    forget()
    revisions = 0

    def stop_in_the_second_batch(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        nonlocal revisions
        if sql.startswith('INSERT INTO "wagtailcore_revision"'):
            revisions += 1
            if revisions == 2:
                raise Stopped
        return execute(sql, params, many, context)

    with pytest.raises(Stopped), connection.execute_wrapper(stop_in_the_second_batch):
        seed_stories(COUNT, say=silent, batch=5)
    assert StoryPage.objects.count() == 5
    assert seed_stories(COUNT, say=silent, batch=4) == COUNT - 5
    assert everything() == at_once
    assert seed_stories(COUNT, say=silent) == 0


def test_the_tree_is_whole_and_takes_further_pages(newsroom: Newsroom) -> None:
    draft = newsroom.draft()
    seed(COUNT)
    newsroom.draft("Bà Năm mở lớp dạy bơi miễn phí ở xóm")
    assert Page.find_problems() == ([], [], [], [], [])
    report = StringIO()
    call_command("fixtree", interactive=False, stdout=report)
    assert "No problems found" in report.getvalue()
    assert Page.objects.get(pk=draft.get_parent().pk).numchild == COUNT + 2


def test_what_wagtail_would_write_is_there_already(newsroom: Newsroom) -> None:
    """Saving again changes neither the revision, nor the search index, nor the references."""
    story = StoryPage.objects.get(pk=seed(3)[1].pk)
    assert said(story.latest_revision.as_object()) == said(story)
    entry = IndexEntry.objects.filter(object_id=str(story.pk))
    references = ReferenceIndex.objects.filter(object_id=str(story.pk))
    before = entry.values_list("title", "body", "autocomplete").get(), set(references.values_list())
    get_search_backend().add(story)
    ReferenceIndex.create_or_update_for_object(story)
    assert before == (entry.values_list("title", "body", "autocomplete").get(), set(references.values_list()))
    assert references.count() == 3  # two photos and an exemplar


def test_seeded_stories_are_marked_as_samples_and_pass_every_check(newsroom: Newsroom) -> None:
    for story in seed(COUNT):
        assert story.is_sample
        assert all(person.is_sample for person in story.exemplars())
        assert "dữ liệu mẫu" in story.lead_photo.credit
        day = story.latest_revision_created_at.date()
        assert list(check_story(story, frozenset({"web", "print", "radio"}), day)) == []


def test_readers_meet_seeded_stories_everywhere(newsroom: Newsroom, client: Client) -> None:
    library.column_page(newsroom.column)
    story = next(story for story in seed(COUNT) if story.sectors.exists())
    sector, place = story.sectors.first(), story.localities.first()
    published = story.first_published_at
    for address in (
        "/cau-chuyen/",
        f"/cau-chuyen/{story.slug}/",
        f"/chuyen-muc/{newsroom.column.slug}/{published:%Y/%m}/",
        f"/linh-vuc/{sector.slug}/",
        f"/dia-phuong/{place.slug}/",
        "/feeds/stories.rss",
        f"/feeds/columns/{newsroom.column.slug}.atom",
    ):
        assert story.title in client.get(address).content.decode(), address
    assert "Dữ liệu mẫu" in client.get(f"/cau-chuyen/{story.slug}/").content.decode()


def test_seeded_stories_are_found_with_and_without_marks(newsroom: Newsroom, client: Client) -> None:
    story = seed(COUNT)[0]
    person = story.exemplars().first()
    for query in (person.name, story.title.lower(), "huyen thap muoi"):
        assert story.title in client.get("/tim-kiem/", {"q": query}).content.decode(), query


def test_a_seeded_draft_goes_the_whole_road(newsroom: Newsroom) -> None:
    draft = next(story for story in seed(50) if not story.live)
    page = newsroom.hand_in(fresh(draft))
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    release(page, by=None, at=library.NEWEST)
    assert fresh(page).live


def test_nothing_is_seeded_without_ground(newsroom: Newsroom) -> None:
    with pytest.raises(NoGround, match="load_localities"):
        seed_stories(3, say=silent)


def test_the_command_says_that_these_are_samples(newsroom: Newsroom) -> None:
    lay_ground()
    report = StringIO()
    call_command("seed", stories=3, stdout=report)
    assert "DỮ LIỆU MẪU" in report.getvalue()
    assert "3/3 bài mẫu" in report.getvalue()


@pytest.mark.parametrize("count", [0, -1, 100_001])
def test_the_command_refuses_a_number_out_of_bounds(count: int) -> None:
    with pytest.raises(CommandError, match="từ 1 đến 100000"):
        call_command("seed", stories=count)


def test_the_command_does_not_mix_samples_into_real_stories(newsroom: Newsroom) -> None:
    lay_ground()
    newsroom.draft()
    with pytest.raises(CommandError, match="đã có bài thật"):
        call_command("seed", stories=3, stdout=StringIO())
    assert StoryPage.objects.filter(is_sample=True).count() == 0
