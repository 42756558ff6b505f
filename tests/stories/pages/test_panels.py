"""The story's form offers the claims of whom the story is about, and nobody else's."""

import pytest
from django.test import Client
from django.utils import timezone

from cms.people.enums import Role
from cms.workflow.registries import failures_of
from stories.dossiers.actions import state_claim
from stories.dossiers.enums import ClaimKind
from stories.dossiers.models import Claim
from stories.exemplars.models import Exemplar
from stories.pages.models import StoryPage, Subject
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def a_claim(of: Exemplar, text: str) -> Claim:
    return state_claim(of, kind=ClaimKind.DEED, text=text, by=None, at=timezone.now())


@pytest.fixture
def story(newsroom: Newsroom) -> StoryPage:
    """About ông Kiềm; bà Sáu has a dossier too, which is no business of this story."""
    kiem, sau = an_exemplar("Nguyễn Văn Kiềm"), an_exemplar("Lê Thị Sáu")
    a_claim(kiem, "Trồng lại hai công sen")
    a_claim(sau, "Nuôi bốn đứa cháu mồ côi")
    page = newsroom.draft()
    page.subjects.add(Subject(exemplar=kiem))
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    return page


def form_of(client: Client, page: StoryPage) -> str:
    return client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_only_the_claims_of_the_storys_exemplars_are_offered(
    newsroom: Newsroom, client: Client, story: StoryPage
) -> None:
    client.force_login(newsroom.people[Role.JOURNALIST])
    form = form_of(client, story)
    assert "Nguyễn Văn Kiềm: Trồng lại hai công sen (chưa kiểm tra)" in form
    assert "Nuôi bốn đứa cháu" not in form


def test_a_story_about_nobody_yet_says_what_to_do(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert "Chọn điển hình ở trên rồi lưu nháp" in form_of(client, newsroom.draft())


def test_an_empty_dossier_says_where_to_write_claims(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.draft()
    page.subjects.add(Subject(exemplar=an_exemplar("Trần Văn Bảy")))
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    client.force_login(newsroom.people[Role.JOURNALIST])
    assert "Hồ sơ chưa ghi điều nào" in form_of(client, page)


def test_claims_left_over_from_somebody_taken_off_the_story_fail_the_check(story: StoryPage) -> None:
    story.claims.set(Claim.objects.all())
    found = [
        failure
        for failure in failures_of(story, day=timezone.localdate())
        if failure.code == "stories.foreign_claim"
    ]
    assert [failure.message for failure in found] == [
        "“Nuôi bốn đứa cháu mồ côi” là điều của điển hình khác."
    ]
