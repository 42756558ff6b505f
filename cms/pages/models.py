"""What every public page shares."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PagePermissionTester, Revision, TaskState
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.pages.permissions import ReleasedPagePermissionTester, SectionPermissionTester
from cms.pages.registries import asides_of, faces
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
    has_addresses_below: ClassVar[bool] = False

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Addresses below a page that are no pages (months, places) belong to its face, if it has any such."""
        try:
            return super().route(request, path_components)
        except Http404:
            if self.live and path_components and self.has_addresses_below:
                return RouteResult(self, args=path_components)
            raise

    def serve(self, request: HttpRequest, *rest: str) -> TemplateResponse:
        context = self.get_context(request)
        template = self.template
        if self._meta.label in faces:
            shown = faces[self._meta.label](self, request, rest)
            context |= shown.context
            template = shown.template or template
        context["asides"] = asides_of(self)
        return TemplateResponse(request, template, context)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        request.is_preview = True  # type: ignore[attr-defined]  # as Wagtail marks it for its template tags
        return self.serve(request)


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
