from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from cms.core.menus import Door, Job, menu_of
from cms.people.models import User
from cms.workflow.decided import decide
from cms.workflow.models import ReviewTask, VerificationTask
from cms.workflow.permissions import may_act_on_step
from cms.workflow.queries import steps_of, waiting_step

hooks.register("before_edit_page", decide)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("workflow.release", "Phát hành", "Phát hành bài đã duyệt")
    actions.register_action("workflow.reopen", "Duyệt lại", "Mở lại các bước duyệt")


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("bai/", include("cms.workflow.urls"))]


def _has_a_step(user: User) -> bool:
    return bool(steps_of(user, (ReviewTask, VerificationTask)))


@hooks.register(menu_of(Job.MINE))
def register_waiting() -> MenuItem:
    return Door(
        "Bài chờ duyệt", reverse_lazy("road:waiting"), may=_has_a_step, icon="view", order=20, name="steps"
    )


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
