from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from cms.plans.models import Plan, Sector, Target
from cms.plans.permissions import plan_policy, sector_policy, target_policy
from cms.plans.viewsets import plans

# Before anybody asks for a policy: Wagtail would make one of its own and keep it.
for model, policy in ((Plan, plan_policy), (Target, target_policy), (Sector, sector_policy)):
    register_permission_policy(model, policy)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("plans.adopt", "Áp dụng kế hoạch", "Áp dụng hồ sơ kế hoạch")


@hooks.register("register_admin_viewset")
def register_plans() -> list[ViewSet]:
    return plans
