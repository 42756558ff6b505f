from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from cms.core.menus import Door, Job, menu_of
from cms.pages.models import ReleasedPage
from stories.pages.permissions import (
    may_see_stories,
    may_see_takedowns,
    may_take_down,
    may_write_stories,
)
from stories.pages.queries import was_taken_down

ACTIONS = {
    "stories.take_down": ("Gỡ bài", "Gỡ bài khỏi trang"),
    "stories.lift_takedown": ("Cho thôi gỡ", "Cho thôi gỡ bài"),
    "stories.open_sealed_copy": ("Đọc bản niêm phong", "Đọc bản niêm phong của bài đã gỡ"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("stories.pages.urls"))]


@hooks.register(menu_of(Job.STORIES))
def register_stories() -> MenuItem:
    url = reverse_lazy("stories:index")
    return Door("Danh sách bài", url, may=may_see_stories, icon="list-ul", order=10, name="stories")


@hooks.register(menu_of(Job.STORIES))
def register_new_story() -> MenuItem:
    url = reverse_lazy("stories:new")
    return Door("Viết bài mới", url, may=may_write_stories, icon="edit", order=20, name="new-story")


@hooks.register(menu_of(Job.STORIES))
def register_takedowns() -> MenuItem:
    url = reverse_lazy("takedowns:index")
    return Door("Bài đã gỡ", url, may=may_see_takedowns, icon="no-view", order=60, name="takedowns")


class TakeDownItem(ActionMenuItem):
    """In the footer of a published page's form."""

    name = "action-take-down"
    label = "Gỡ bài…"
    icon_name = "no-view"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context["page"] if context["view"] == "edit" else None
        return isinstance(page, ReleasedPage) and page.live and may_take_down(context["request"].user)

    def get_url(self, context: dict[str, Any]) -> str:
        return f"{reverse('takedowns:new')}?bai={context['page'].pk}"


@hooks.register("register_page_action_menu_item")
def register_take_down() -> ActionMenuItem:
    return TakeDownItem(order=60)


@hooks.register("before_delete_page")
def keep_what_was_taken_down(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The database refuses too; here it is said in words."""
    if not was_taken_down(page):
        return None
    messages.error(request, "Bài này từng bị gỡ nên được giữ lại cùng bản niêm phong, không xóa được.")
    return redirect("wagtailadmin_explore", page.get_parent().pk)
