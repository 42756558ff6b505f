from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry

from cms.plans.viewsets import plans


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("plans.adopt", "Áp dụng kế hoạch", "Áp dụng hồ sơ kế hoạch")


@hooks.register("register_admin_viewset")
def register_plans() -> ViewSetGroup:
    return plans
