from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from cms.core.menus import Door, Job, menu_of
from cms.people.models import User
from stories.letters import permissions
from stories.letters.models import Reading
from stories.letters.queries import objections_to
from stories.letters.views import office, readings
from stories.pages.models import StoryPage

KEPT = "Bài đã gửi người được viết đọc trước nên không xóa được. Không dùng nữa thì cứ để là bản nháp."
ACTIONS = {
    "propose": ("Giới thiệu", "Gửi lời giới thiệu"),
    "accepted": ("Chuyển đơn vị", "Chuyển lời giới thiệu cho đơn vị lập phiếu"),
    "merged": ("Gộp", "Gộp lời giới thiệu vào hồ sơ đang có"),
    "declined": ("Không tiếp nhận", "Không tiếp nhận lời giới thiệu"),
    "forget_contact": ("Xóa liên hệ", "Người giới thiệu xóa thông tin liên hệ"),
    "contact_expired": ("Hết hạn giữ liên hệ", "Xóa thông tin liên hệ vì đã hết hạn giữ"),
    "ask_reading": ("Gửi đọc trước", "Gửi bài cho người được viết đọc trước"),
    "answer_reading": ("Đọc trước", "Người được viết đọc trước và trả lời"),
    "revoke_reading": ("Thu hồi đọc trước", "Thu hồi liên kết đọc trước"),
    "override_reading": ("Cho đi tiếp", "Cho bài đi tiếp khi người được viết chưa đồng ý"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in ACTIONS.items():
        actions.register_action(f"letters.{verb}", label, message)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    proposals = [
        path("", office.inbox, name="inbox"),
        path("<int:pk>/", office.proposal, name="proposal"),
    ]
    return [
        path("de-xuat/", include((proposals, "proposals"))),
        path("doc-truoc/", include(([path("<int:pk>/", readings.readings, name="readings")], "readings"))),
    ]


@hooks.register(menu_of(Job.INTAKE))
def register_inbox() -> MenuItem:
    url = reverse_lazy("proposals:inbox")
    return Door("Lời giới thiệu", url, may=permissions.may_answer, icon="comment", order=30, name="proposals")


@hooks.register(menu_of(Job.INTAKE))
def register_propose() -> MenuItem:
    url, may = reverse_lazy("letters:propose"), permissions.may_propose_inside
    return Door("Giới thiệu tấm gương", url, may=may, icon="user", order=40, name="propose")


@hooks.register("register_page_header_buttons")
def readings_of_story(page: Page, user: User, **kwargs: Any) -> Iterator[Button]:
    """In the story's menu: who reads it before it is published, and whether somebody objects."""
    if page.specific_class is StoryPage and permissions.may_see_readings(user, page.specific):
        objections = len(objections_to(page.pk))
        label = f"Đọc trước ({objections} người chưa đồng ý)" if objections else "Đọc trước khi đăng"
        yield Button(label, reverse("readings:readings", args=[page.pk]), icon_name="view", priority=15)


@hooks.register("before_delete_page")
def keep_what_was_read(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Said in words where the database would only refuse."""
    if not Reading.objects.filter(page=page.pk).exists():
        return None
    messages.error(request, KEPT)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def keep_all_that_was_read(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    pages = [one.pk for one in objects if isinstance(one, Page)]
    if action_type != "delete" or not Reading.objects.filter(page__in=pages).exists():
        return None
    messages.error(request, KEPT)
    return redirect("wagtailadmin_explore_root")
