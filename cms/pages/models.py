"""What every public page shares."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PagePermissionTester, Revision, TaskState
from wagtail.search import index

from cms.pages.permissions import ReleasedPagePermissionTester, SectionPermissionTester
from cms.pages.registries import asides_of
from cms.people.models import User
from cms.workflow.actions import follow_edit


class BasePage(Page):
    """A page of the public site; scheduling is the slots' business, so Wagtail's dates are not offered."""

    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            "Tìm kiếm và chia sẻ",
        ),
    ]
    settings_panels: ClassVar[list[Any]] = []

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["asides"] = asides_of(self)
        return context


class SectionPage(BasePage):
    """A folder of the site (`/cau-chuyen/`, `/linh-vuc/`): made by `provision`, edited by few."""

    introduction = models.TextField("lời dẫn", blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        return SectionPermissionTester(user, self)


class ReleasedPage(BasePage):
    """A piece that reaches readers only through its workflow and the release of its slot."""

    is_sample = models.BooleanField("dữ liệu mẫu", default=False)

    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.FilterField("is_sample")]

    class Meta:
        abstract = True

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        return ReleasedPagePermissionTester(user, self)

    def save_revision(self, user: User | None = None, **kwargs: Any) -> Revision:
        """A revision that a step has looked at is never overwritten by autosave, and an edit reopens what it touches."""
        kwargs["overwrite_revision"] = _unless_seen_by_a_step(kwargs.get("overwrite_revision"))
        revision: Revision = super().save_revision(user=user, **kwargs)
        follow_edit(self, revision, by=user, at=timezone.now())
        return revision


def _unless_seen_by_a_step(revision: Revision | None) -> Revision | None:
    if revision is None or TaskState.objects.filter(revision=revision).exists():
        return None
    return revision
