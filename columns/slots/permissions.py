"""Who may look at the calendar and who may change it, in sentences."""

from cms.people.models import User


def may_see_calendar(user: User) -> bool:
    """Works towards the slots: journalists, editors, the standing office."""
    return user.is_active and user.has_perm("slots.view_slot")


def may_plan(user: User) -> bool:
    """Decides what comes out when: the managing editor and the editor in chief."""
    return may_see_calendar(user) and user.has_perm("slots.change_slot")


def may_run_columns(user: User) -> bool:
    """Opens columns and sets their rhythm: the same two."""
    return user.is_active and user.has_perm("slots.change_column")
