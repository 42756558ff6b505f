from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from cms.core.menus import Door, Job, menu_of
from columns.slots.permissions import may_see_calendar
from columns.slots.viewsets import columns

ACTIONS = {
    "slots.open_column": ("Mở chuyên mục", "Mở chuyên mục"),
    "slots.change_column": ("Sửa chuyên mục", "Sửa chuyên mục"),
    "slots.set_rhythm": ("Đặt nhịp", "Đặt nhịp chuyên mục"),
    "slots.make_ahead": ("Mở kỳ", "Mở các kỳ sắp tới"),
    "slots.place": ("Xếp bài", "Xếp bài vào kỳ"),
    "slots.take_out": ("Đưa bài ra", "Đưa bài ra khỏi kỳ"),
    "slots.swap": ("Đổi kỳ", "Đổi bài giữa hai kỳ"),
    "slots.skip": ("Nghỉ kỳ", "Cho nghỉ một kỳ"),
    "slots.reopen": ("Mở lại kỳ", "Mở lại một kỳ nghỉ"),
    "slots.release": ("Phát hành", "Phát hành kỳ"),
    "slots.blocked": ("Vướng", "Chưa phát hành được"),
    "slots.missed": ("Lỡ kỳ", "Đến giờ mà chưa có bài"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("lich/", include("columns.slots.urls"))]


@hooks.register("register_admin_viewset")
def register_columns() -> ViewSet:
    return columns


@hooks.register(menu_of(Job.COLUMNS))
def register_calendar() -> MenuItem:
    url = reverse_lazy("slots:calendar")
    return Door("Lịch xuất bản", url, may=may_see_calendar, icon="calendar-alt", order=10, name="calendar")
