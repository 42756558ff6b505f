from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from stories.dossiers.viewsets import exemplars

ACTIONS = {
    "exemplars.register": ("Ghi nhận", "Ghi nhận điển hình"),
    "exemplars.amend": ("Sửa", "Sửa thông tin điển hình"),
    "exemplars.add_alias": ("Thêm bí danh", "Thêm bí danh"),
    "exemplars.reach_stage": ("Ghi bậc", "Ghi bậc đạt được"),
    "exemplars.place_hold": ("Tạm dừng", "Tạm dừng xem xét"),
    "exemplars.lift_hold": ("Gỡ tạm dừng", "Gỡ tạm dừng xem xét"),
    "dossiers.state_claim": ("Nêu", "Nêu điều cần kiểm chứng"),
    "dossiers.amend_claim": ("Sửa điều được nêu", "Sửa điều được nêu"),
    "dossiers.add_evidence": ("Thêm minh chứng", "Thêm minh chứng"),
    "dossiers.judge": ("Kết luận", "Kết luận thẩm định"),
    "dossiers.give_consent": ("Đồng ý", "Ghi nhận sự đồng ý"),
    "dossiers.withdraw_consent": ("Rút đồng ý", "Rút lại sự đồng ý"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_viewset")
def register_exemplars() -> ViewSet:
    return exemplars


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("ho-so/", include("stories.dossiers.urls"))]
