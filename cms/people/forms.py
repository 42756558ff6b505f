"""Wagtail's forms for accounts, with a Vietnamese name: one field in the order it is spoken, never “first” and “last”."""

from typing import Any

from django import forms
from wagtail.users import forms as users

from cms.people.models import User

OURS = {"full_name", "pen_name", "phone"}
HELP = {
    "full_name": "Họ tên đầy đủ có dấu; dùng trong danh sách và thư, không in dưới bài.",
    "pen_name": "Tên in dưới bài, nếu khác họ tên.",
    "email": "Thư báo việc và thư đặt lại mật khẩu gửi về đây.",
    "phone": "Để tòa soạn gọi khi cần; không in ra ngoài.",
}


class _OneName:
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True  # type: ignore[attr-defined]
        for name, sentence in HELP.items():
            self.fields[name].help_text = sentence  # type: ignore[attr-defined]


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


class OwnAccountForm(forms.ModelForm):
    """What everybody changes of their own account, in place of Wagtail's first and last name."""

    class Meta:
        model = User
        fields = ("full_name", "email")
        help_texts = {name: HELP[name] for name in ("full_name", "email")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True
