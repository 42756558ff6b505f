"""Who may give whom a role, in sentences."""

from typing import TYPE_CHECKING

from cms.people.enums import Role

if TYPE_CHECKING:
    from cms.people.models import User

# What these may do, the standing office may see anyway; an appointment to any other role would open new doors.
KEPT_BY_THE_OFFICE = frozenset({Role.CLERK, Role.HEAD, Role.COUNCIL_MEMBER})


def may_appoint(user: "User", role: str) -> bool:
    """The administrator to every role; the standing office to those of the bodies and the Council."""
    if not user.is_active or not user.has_perm("people.add_appointment"):
        return False
    return user.has_perm("people.change_user") or role in KEPT_BY_THE_OFFICE
