from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("workflow.release", "Phát hành", "Phát hành bài đã duyệt")
    actions.register_action("workflow.reopen", "Duyệt lại", "Mở lại các bước duyệt")
