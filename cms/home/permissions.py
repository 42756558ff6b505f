"""What of Wagtail's own screens is whose job, in sentences."""

from cms.people.models import User
from columns.slots.permissions import may_plan


def may_oversee(user: User) -> bool:
    """Answers for the whole road, so has a use for reports on it: managing editor, editor in chief, administrators."""
    return user.is_active and (user.is_superuser or may_plan(user))


def may_see_the_tree(user: User) -> bool:
    """Keeps the folders of the site; everybody else finds pieces in the lists of their job."""
    return user.is_active and user.is_superuser
