from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

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
