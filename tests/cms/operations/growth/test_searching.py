"""Admin search finds what stock Wagtail finds, and nothing that may not be explored."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import GroupPagePermission

from cms.operations.growth import searching
from cms.people.enums import Role
from tests.factories import library
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


LOOKS_FOR_PAGES = {
    Role.JOURNALIST,
    Role.DESK_EDITOR,
    Role.RADIO_EDITOR,
    Role.MANAGING_EDITOR,
    Role.EDITOR_IN_CHIEF,
}


def found(client: Client, words: str) -> str:
    return client.get("/admin/pages/search/", {"q": words}).content.decode()


def listed(client: Client, asked: dict[str, str]) -> list[str]:
    """The keys of the pages in the list, in its order."""
    shown = client.get("/admin/pages/search/", asked).content.decode()
    return list(dict.fromkeys(re.findall(r"/admin/pages/(\d+)/edit/", shown)))


@pytest.mark.parametrize("role", list(Role))
def test_every_role_finds_what_stock_wagtail_finds(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    stories = library.stories(3, newsroom.column)
    episodes = library.episodes(2, library.programme(newsroom.column))
    client.force_login(newsroom.people[role])
    pages = [*stories, *episodes, newsroom.draft("Ông Tư giữ ruộng sen")]
    asked = [{"q": page.draft_title} for page in pages]
    asked += [{"q": "sen", "ordering": order} for order in ("title", "-title", "latest_revision_created_at")]
    ours = [listed(client, words) for words in asked]
    monkeypatch.setattr(SearchView, "annotate_queryset", searching._stock_annotations)
    assert ours == [listed(client, words) for words in asked]
    assert any(ours) is (role in LOOKS_FOR_PAGES)


def test_a_search_is_sorted_as_it_was_asked(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    titles = ["Ruộng sen ba vụ", "Ruộng sen hai vụ", "Ruộng sen cả năm"]
    keys = {title: str(newsroom.draft(title).pk) for title in titles}
    for order, wanted in (("title", sorted(titles)), ("-title", sorted(titles, reverse=True))):
        assert listed(client, {"q": "ruộng sen", "ordering": order}) == [keys[title] for title in wanted]


def test_who_was_given_nothing_finds_nothing(newsroom: Newsroom, client: Client) -> None:
    story = library.stories(1, newsroom.column)[0]
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    row = f"/admin/pages/{story.pk}/edit/"
    assert row in found(client, story.title)
    GroupPagePermission.objects.exclude(page__title="Phát thanh").delete()
    assert row not in found(client, story.title)


def test_only_stock_wagtail_makes_a_list_of_all_that_may_be_explored(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When its second half fails, `cms.operations.growth.searching` is no longer needed."""
    library.stories(1, newsroom.column)
    client.force_login(newsroom.people[Role.MANAGING_EDITOR])
    assert _lists(client) == 0
    monkeypatch.setattr(SearchView, "annotate_queryset", searching._stock_annotations)
    assert _lists(client) > 0


def _lists(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        found(client, "ruộng")
    return sum('"id" IN (SELECT V0."id"' in one["sql"] for one in asked)
