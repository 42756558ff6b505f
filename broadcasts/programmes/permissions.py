"""Who sees what is being made for the air, in sentences."""

from cms.pages.permissions import has_rights_in
from cms.people.models import User
from stories.dossiers.permissions import may_judge


def may_see_episodes(user: User) -> bool:
    """Makes or edits programmes, or vouches for the facts of what is aired."""
    return may_judge(user) or has_rights_in(user, "broadcasts.programmeindexpage")
