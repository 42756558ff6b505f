"""Who may do what with exemplars, in sentences."""

from cms.people.models import User


def may_choose(user: User) -> bool:
    """Writes or edits pieces, so must find whom a piece is about: names and places, never the dossier."""
    return user.is_active and user.has_perm("exemplars.choose_exemplar")
