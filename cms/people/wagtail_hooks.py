from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from cms.core.menus import Job, menu_of
from cms.people.viewsets import appointments

SECURITY = "Bảo mật tài khoản"
ACTIONS = {
    "people.appoint": ("Phân công", "Phân công vai trò ở cơ quan"),
    "people.change_appointment": ("Sửa phân công", "Sửa phân công"),
    "people.enter_role": ("Vào vai trò", "Vào vai trò theo phân công"),
    "people.leave_role": ("Ra khỏi vai trò", "Ra khỏi vai trò khi hết phân công"),
    "people.open_link": ("Tạo liên kết", "Tạo liên kết riêng"),
    "people.revoke_link": ("Thu hồi liên kết", "Thu hồi liên kết riêng"),
    "people.change_password": ("Đổi mật khẩu", "Đổi mật khẩu"),
    "people.add_factor": ("Thêm lớp xác thực", "Thêm lớp xác thực đăng nhập"),
    "people.remove_factor": ("Bỏ lớp xác thực", "Bỏ lớp xác thực đăng nhập"),
    "people.renew_recovery_codes": ("Tạo mã dự phòng", "Tạo bộ mã dự phòng mới"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register(menu_of(Job.MINE))
def security_in_menu() -> MenuItem:
    return MenuItem(SECURITY, reverse("mfa_index"), name="security", icon_name="lock", order=90)


@hooks.register("register_account_menu_item")
def security_in_account(request: HttpRequest) -> dict[str, str]:
    help_text = "Đổi mật khẩu, bật xác thực hai lớp, xem mã dự phòng."
    return {"url": reverse("mfa_index"), "label": SECURITY, "help_text": help_text}


@hooks.register("register_admin_viewset")
def register_appointments() -> ViewSet:
    return appointments


@hooks.register("register_log_actions")
def register_end_of_appointments(actions: LogActionRegistry) -> None:
    actions.register_action("people.end_appointment", "Kết thúc phân công", "Kết thúc phân công")
