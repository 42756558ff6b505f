"""Nobody publishes by hand: what readers see goes out through the release of its workflow."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PagePermissionTester
from wagtail.permissions import policy_registry

from cms.people.models import User


def has_rights_in(user: User, section: str, verb: str = "") -> bool:
    """May add or change pieces in sections of this kind (`stories.storyindexpage`).

    Asks the database once a request, for all sections. By the name of the model: sentences stand below models.
    """
    if not user.is_active or user.is_superuser:
        return user.is_active
    granted = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(
        one.page.cached_content_type == ContentType.objects.get_by_natural_key(*section.split("."))
        and one.permission.codename.startswith(verb)
        for one in granted
    )


class SectionPermissionTester(PagePermissionTester):
    """For folders of released pieces: nothing is published into them from the editor's form."""

    def can_publish_subpage(self) -> bool:
        return False


class ReleasedPagePermissionTester(SectionPermissionTester):
    """For pages that pass the workflow; taking down is a verb of its own, so unpublishing is closed too."""

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False
