"""One row of the matrix: what is done, and the sentence that answers for somebody."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from wagtail.permissions import policy_registry

from cms.operations.matrix.figures import Figure, Ground
from cms.people.models import User

Sentence = Callable[[User, Ground], bool]
ENTER = "wagtailadmin.access_admin"


@dataclass(frozen=True)
class Deed:
    """`outside` is done on pages outside the admin; `strangers` need no account."""

    label: str
    may: Sentence
    outside: bool = False
    strangers: bool = False

    def allows(self, figure: Figure) -> bool:
        if figure.user is None:
            return self.strangers
        return (self.outside or figure.user.has_perm(ENTER)) and self.may(figure.user, figure.ground)


@dataclass(frozen=True)
class Area:
    title: str
    deeds: list[Deed]


def nobody(user: User, ground: Ground) -> bool:
    """What no role is for; the row is there so that a wrong grant is seen."""
    return False


def everybody(user: User, ground: Ground) -> bool:
    return True


def of_user(may: Callable[[User], bool]) -> Sentence:
    """A room's sentence that asks of the user alone."""
    return lambda user, ground: may(user)


def by_policy(model: type[Model], *verbs: str) -> Sentence:
    """What Wagtail's screens of the model ask: any of these verbs."""
    return lambda user, ground: policy_registry.get_by_type(model).user_has_any_permission(user, verbs)


def screens_of(
    model: type[Model], noun: str, verbs: tuple[str, ...] = ("view", "add", "change", "delete")
) -> list[Deed]:
    """The rows of a model that is kept on Wagtail's own screens."""
    words = {"view": "Xem", "add": "Thêm", "change": "Sửa", "delete": "Xóa"}
    asked = {"view": ("add", "change", "delete", "view")}
    return [Deed(f"{words[verb]} {noun}", by_policy(model, *asked.get(verb, (verb,)))) for verb in verbs]
