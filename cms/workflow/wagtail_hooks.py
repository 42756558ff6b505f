from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.log_actions import LogActionRegistry

from cms.workflow.permissions import may_act_on_step
from cms.workflow.queries import waiting_step


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("workflow.release", "Phát hành", "Phát hành bài đã duyệt")
    actions.register_action("workflow.reopen", "Duyệt lại", "Mở lại các bước duyệt")


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("bai/", include("cms.workflow.urls"))]


class ReleaseNowItem(ActionMenuItem):
    """In the editor's footer, for those who may let an approved piece out."""

    name = "action-release-now"
    label = "Đăng ngay…"
    icon_name = "upload"

    def is_shown(self, context: dict[str, Any]) -> bool:
        step = waiting_step(context["page"]) if context["view"] == "edit" else None
        return bool(step and may_act_on_step(step, context["request"].user))

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("road:release_now", args=[context["page"].pk])


@hooks.register("register_page_action_menu_item")
def register_release_now() -> ActionMenuItem:
    return ReleaseNowItem(order=5)
