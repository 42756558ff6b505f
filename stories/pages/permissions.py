"""Who sees which stories in the newsroom; who takes a page from readers and lets it go again, in sentences."""

from cms.pages.permissions import has_rights_in
from cms.people.models import User
from stories.dossiers.permissions import may_see as works_with_dossiers
from stories.exemplars.permissions import may_choose


def may_see_stories(user: User) -> bool:
    """Writes, edits or vouches for pieces."""
    return may_choose(user)


def may_see_drafts(user: User) -> bool:
    """Belongs to the house: a contributor from outside sees only the own drafts."""
    return may_see_stories(user) and works_with_dossiers(user)


def may_write_stories(user: User) -> bool:
    """Begins a story of the own accord."""
    return may_see_stories(user) and has_rights_in(user, "stories.storyindexpage", "add")


def may_see_takedowns(user: User) -> bool:
    """Answers for what was published: the standing office, the managing editor, the editor in chief."""
    return user.is_active and user.has_perm("stories.view_takedown")


def may_take_down(user: User) -> bool:
    """Takes a page down by hand: the managing editor and the editor in chief."""
    return may_see_takedowns(user) and user.has_perm("stories.add_takedown")


def may_read_sealed_copy(user: User) -> bool:
    """Reads what readers had: the editor in chief alone."""
    return may_see_takedowns(user) and user.has_perm("stories.view_sealed_copy")


def may_lift(user: User) -> bool:
    """Decides that a page may go its road again: the editor in chief alone."""
    return may_see_takedowns(user) and user.has_perm("stories.lift_takedown")
