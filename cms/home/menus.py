"""The groups of the admin's menu, in the order of the pipeline, and the place of Wagtail's own entries in them."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem, help_menu, reports_menu, settings_menu
from wagtail.documents.wagtail_hooks import DocumentsMenuItem
from wagtail.images.wagtail_hooks import ImagesMenuItem

from cms.core.menus import Door, Job, menu_of
from cms.home.permissions import may_oversee, may_see_the_tree

GROUPS: dict[Job, tuple[str, str]] = {
    Job.MINE: ("Việc của tôi", "tasks"),
    Job.INTAKE: ("Tiếp nhận đề cử", "mail"),
    Job.EXEMPLARS: ("Điển hình", "user"),
    Job.STORIES: ("Bài viết", "doc-full"),
    Job.COLUMNS: ("Chuyên mục", "calendar-alt"),
    Job.BROADCASTS: ("Phát thanh", "media"),
    Job.CONTESTS: ("Cuộc thi", "form"),
    Job.PUBLICATIONS: ("Ấn phẩm", "openquote"),
    Job.PLANS: ("Kế hoạch", "clipboard-list"),
    Job.REPORTS: ("Báo cáo", "table"),
    Job.ADMINISTRATION: ("Quản trị", "cogs"),
    Job.GUIDES: ("Hướng dẫn", "help"),
}
# Wagtail's own groups and entries of the first level; what somebody needs of them stands in a group of ours.
SCATTERED = {"explorer", "images", "documents", "reports", "settings", "help"}
THEIRS: dict[Job, Menu] = {
    Job.REPORTS: reports_menu,
    Job.ADMINISTRATION: settings_menu,
    Job.GUIDES: help_menu,
}
FOR_TECHNICIANS = {"page-types-usage"}


class JobMenu(Menu):
    """The doors of one job, and behind them the entries that Wagtail registered elsewhere."""

    def __init__(self, job: Job) -> None:
        super().__init__(register_hook_name=menu_of(job))
        self.theirs = THEIRS.get(job)

    def menu_items_for_request(self, request: HttpRequest) -> list[MenuItem]:
        items: list[MenuItem] = super().menu_items_for_request(request)
        return [*items, *(self.theirs.menu_items_for_request(request) if self.theirs else [])]


def hang_up() -> None:
    """Register every group; rooms have entered their doors or will."""
    for order, job in enumerate(GROUPS, start=1):
        hooks.register("register_admin_menu_item", _group(job, order * 10))


def _group(job: Job, order: int) -> Callable[[], SubmenuMenuItem]:
    label, icon = GROUPS[job]
    return lambda: SubmenuMenuItem(label, JobMenu(job), name=f"job-{job}", icon_name=icon, order=order)


def only_by_job(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in SCATTERED]


def only_for_those_who_oversee(request: HttpRequest, items: list[MenuItem]) -> None:
    is_superuser = getattr(request.user, "is_superuser", False)
    hidden = set() if is_superuser else FOR_TECHNICIANS
    items[:] = [item for item in items if may_oversee(request.user) and item.name not in hidden]  # type: ignore[arg-type]


def desk() -> MenuItem:
    return MenuItem(
        "Việc chờ bạn", reverse_lazy("wagtailadmin_home"), name="desk", icon_name="home", order=10
    )


def photos() -> MenuItem:
    return ImagesMenuItem(
        "Ảnh", reverse_lazy("wagtailimages:index"), name="photos", icon_name="image", order=70
    )


def files() -> MenuItem:
    url = reverse_lazy("wagtaildocs:index")
    return DocumentsMenuItem("Tài liệu", url, name="files", icon_name="doc-full-inverse", order=80)


def tree() -> MenuItem:
    url = reverse_lazy("wagtailadmin_explore_root")
    return Door("Cây trang", url, may=may_see_the_tree, icon="folder-open-inverse", order=90, name="tree")


def guides() -> MenuItem:
    return MenuItem(
        "Hướng dẫn theo vai trò", reverse_lazy("guides:index"), name="guides", icon_name="help", order=10
    )
