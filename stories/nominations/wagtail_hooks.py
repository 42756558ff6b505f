from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from cms.core.menus import Door, Job, menu_of
from cms.people.models import User
from stories.nominations import permissions

ACTIONS = {
    "start": ("Lập phiếu", "Lập phiếu giới thiệu"),
    "remove_photo": ("Bỏ ảnh", "Bỏ một ảnh khỏi phiếu"),
    "throw_away": ("Bỏ nháp", "Bỏ phiếu nháp"),
    "hand_to_head": ("Trình ký", "Trình thủ trưởng ký"),
    "give_back": ("Trả lại", "Thủ trưởng trả lại để sửa"),
    "sign": ("Ký gửi", "Ký và gửi phiếu giới thiệu"),
    "ask_more": ("Yêu cầu bổ sung", "Yêu cầu đơn vị bổ sung"),
    "take_up": ("Nhận thẩm định", "Nhận phiếu để thẩm định"),
    "ask_concurrence": ("Xin hiệp y", "Xin ý kiến cơ quan phối hợp"),
    "concur": ("Hiệp y", "Cho ý kiến hiệp y"),
    "find_eligible": ("Đủ điều kiện", "Kết luận đủ điều kiện"),
    "decline": ("Không đủ điều kiện", "Kết luận không đủ điều kiện"),
    "select": ("Chọn", "Ghi việc chọn điển hình"),
    "hand_over": ("Chuyển tòa soạn", "Chuyển hồ sơ cho tòa soạn"),
    "desk_accepted": ("Nhận hồ sơ", "Tòa soạn nhận hồ sơ"),
    "desk_returned": ("Trả hồ sơ", "Tòa soạn trả lại hồ sơ"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in ACTIONS.items():
        actions.register_action(f"nominations.{verb}", label, message)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("stories.nominations.admin_urls"))]


def _writes_somewhere(user: User) -> bool:
    return bool(permissions.writes_for(user, timezone.localdate()))


def _reads_somewhere(user: User) -> bool:
    return bool(permissions.reads_for(user, timezone.localdate()))


@hooks.register(menu_of(Job.INTAKE))
def register_papers() -> MenuItem:
    url = reverse_lazy("papers:papers")
    return Door("Giới thiệu điển hình", url, may=_writes_somewhere, icon="form", order=10, name="papers")


@hooks.register(menu_of(Job.INTAKE))
def register_inbox() -> MenuItem:
    url = reverse_lazy("nominations:inbox")
    return Door(
        "Phiếu giới thiệu", url, may=permissions.may_see_received, icon="mail", order=20, name="nominations"
    )


@hooks.register(menu_of(Job.EXEMPLARS))
def register_hand_overs() -> MenuItem:
    url = reverse_lazy("nominations:hand_overs")
    return Door("Hồ sơ chuyển đến", url, may=_reads_somewhere, icon="download", order=20, name="hand-overs")
