from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from cms.organisations.viewsets import bodies, organisation_chooser


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("organisations.register", "Ghi nhận", "Ghi nhận cơ quan, đơn vị")
    actions.register_action("organisations.amend", "Sửa", "Sửa cơ quan, đơn vị")


@hooks.register("register_admin_viewset")
def register_bodies() -> list[ViewSet]:
    return [*bodies, organisation_chooser]
