"""A role's rights are exactly those of the table, however a group was changed by hand."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cms.operations.provisioning import groups
from cms.operations.provisioning.groups import UnknownPermission, provide_groups
from cms.people.enums import Role
from cms.people.queries import group_name
from stories.pages.models import StoryIndexPage

pytestmark = [pytest.mark.room, pytest.mark.usefixtures("newsroom")]


def rights() -> list[set[tuple[int, ...]]]:
    return [
        set(Group.permissions.through.objects.values_list("group", "permission")),
        set(GroupPagePermission.objects.values_list("group", "page", "permission")),
        set(GroupCollectionPermission.objects.values_list("group", "collection", "permission")),
    ]


def test_what_was_given_or_taken_by_hand_is_as_the_table_says_after_the_next_run() -> None:
    agreed = rights()
    contributor = Group.objects.get(name=group_name(Role.CONTRIBUTOR))
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    delete = Permission.objects.get(codename="delete_image", content_type__app_label="wagtailimages")
    contributor.permissions.set([delete])
    GroupPagePermission.objects.filter(group=contributor).delete()
    GroupPagePermission.objects.create(
        group=contributor, page=StoryIndexPage.objects.get(), permission=publish
    )
    GroupCollectionPermission.objects.filter(group=contributor).delete()
    GroupCollectionPermission.objects.create(
        group=contributor, collection=Collection.get_first_root_node(), permission=delete
    )
    assert rights() != agreed
    assert provide_groups() == []
    assert rights() == agreed


def test_a_group_that_was_lost_comes_back_with_its_rights_and_is_named() -> None:
    lost = group_name(Role.PHOTO_DESK)
    Group.objects.get(name=lost).delete()
    assert provide_groups() == [f"nhóm {lost}"]
    assert Group.objects.get(name=lost).collection_permissions.count() == 6


def test_nothing_is_written_where_all_is_as_it_should_be() -> None:
    with CaptureQueriesContext(connection) as queries:
        provide_groups()
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
    assert len(queries) == 11


def test_a_right_that_no_room_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(groups.PERMISSIONS, Role.CLERK, {"stories.fly"})
    with pytest.raises(UnknownPermission, match=r"stories\.fly"):
        provide_groups()
