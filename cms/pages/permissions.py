"""Nobody publishes by hand: what readers see goes out through the release of its workflow."""

from wagtail.models import PagePermissionTester


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
