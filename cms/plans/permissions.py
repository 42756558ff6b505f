"""What nobody may do on a screen, administrators included: a plan's text changes only with its profile."""

from collections.abc import Collection

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.permission_policies import ModelPermissionPolicy


class OnlyThese(ModelPermissionPolicy):
    """Django's permissions of the model, and of them only the named verbs."""

    def __init__(self, model: str, verbs: Collection[str]) -> None:
        super().__init__(model)
        self.verbs = frozenset(verbs)

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action in self.verbs and super().user_has_permission(user, action)


plan_policy = OnlyThese("plans.Plan", ["view"])
target_policy = OnlyThese("plans.Target", ["view"])
# A sector is the address of a public page and hangs on stories.
sector_policy = OnlyThese("plans.Sector", ["view", "add", "change"])
