from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("plans.adopt", "Áp dụng kế hoạch", "Áp dụng hồ sơ kế hoạch")
