"""Wagtail's forms for accounts, with a Vietnamese name: one field in the order it is spoken, never “first” and “last”."""

from typing import Any

from wagtail.users import forms as users

OURS = {"full_name", "pen_name", "phone"}


class _OneName:
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True  # type: ignore[attr-defined]


class NewAccountForm(_OneName, users.UserCreationForm):
    first_name = None
    last_name = None

    class Meta(users.UserCreationForm.Meta):
        fields = (users.UserCreationForm.Meta.fields | OURS) - {"first_name", "last_name"}


class AccountForm(_OneName, users.UserEditForm):
    first_name = None
    last_name = None

    class Meta(users.UserEditForm.Meta):
        fields = (users.UserEditForm.Meta.fields | OURS) - {"first_name", "last_name"}
