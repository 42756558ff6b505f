"""Who may do what with a dossier, in sentences."""

from cms.people.models import User


def may_see(user: User) -> bool:
    """Works with dossiers at all."""
    return user.is_active and user.has_perm("exemplars.view_exemplar")


def may_keep(user: User) -> bool:
    """Writes claims and evidence down."""
    return may_see(user) and user.has_perm("dossiers.add_claim")


def may_record_stage(user: User) -> bool:
    """Records recognitions and their decisions."""
    return may_see(user) and user.has_perm("exemplars.add_stage")


def may_judge(user: User) -> bool:
    """Vouches for the facts: the standing office."""
    return may_see(user) and user.has_perm("dossiers.judge_claim")


def may_record_consent(user: User) -> bool:
    """Records that somebody agreed or took it back."""
    return may_see(user) and user.has_perm("dossiers.add_consent")


def may_hold(user: User) -> bool:
    """Stops publicity and lets it go on: the standing office."""
    return may_see(user) and user.has_perm("exemplars.add_hold")
