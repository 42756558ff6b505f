from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from cms.core.menus import Door, Job, menu_of
from cms.people.models import User
from stories.assignments.permissions import newsrooms_of

ACTIONS = {
    "assign": ("Giao việc", "Giao việc cho tòa soạn"),
    "reassign": ("Giao lại", "Giao lại việc, đổi hạn"),
    "take": ("Nhận việc", "Nhận việc"),
    "begin_story": ("Viết bài", "Mở bài viết từ việc được giao"),
    "finish": ("Xong", "Báo đã xong việc"),
    "drop": ("Thôi", "Thôi không làm"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in ACTIONS.items():
        actions.register_action(f"assignments.{verb}", label, message)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("viec/", include("stories.assignments.urls"))]


def _works_somewhere(user: User) -> bool:
    return bool(newsrooms_of(user, timezone.localdate()))


@hooks.register(menu_of(Job.MINE))
def register_to_do() -> MenuItem:
    url = reverse_lazy("assignments:to_do")
    return Door("Việc của tòa soạn", url, may=_works_somewhere, icon="tasks", order=30, name="assignments")
