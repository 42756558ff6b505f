"""Who may do what with words from outside, in sentences."""

from wagtail.models import Page

from cms.people.models import User


def may_answer(user: User) -> bool:
    """Works in the standing office: reads proposals with their proposers' contacts, and answers them."""
    return user.is_active and user.has_perm("letters.answer_proposal")


def may_propose_inside(user: User) -> bool:
    """Writes or edits pieces, so meets people worth telling of; bodies have their own paper."""
    return user.is_active and user.has_perm("exemplars.choose_exemplar")


def may_ask_reading(user: User, page: Page) -> bool:
    """Answers for the piece in the newsroom and may edit it."""
    return (
        user.is_active and user.has_perm("letters.ask_reading") and page.permissions_for_user(user).can_edit()
    )


def may_override(user: User) -> bool:
    """Decides that a piece goes on though its exemplar said no: the standing office, with a reason."""
    return user.is_active and user.has_perm("letters.override_reading")


def may_see_readings(user: User, page: Page) -> bool:
    return may_override(user) or (user.is_active and page.permissions_for_user(user).can_edit())
