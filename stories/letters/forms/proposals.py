"""The public's form: no account, no script, nothing typed lost."""

import secrets
from datetime import datetime
from typing import Any

from django import forms
from django.core import signing

from cms.people.rules import code_typed
from stories.letters.rules import LONGEST_DEEDS, LONGEST_SOURCE, haste, is_kept

SALT = "stories.letters.proposal"
TOO_LONG = (
    "Dài quá: tối đa %(limit_value)d chữ cái và dấu, đang có %(show_value)d. Rút gọn giúp, nội dung vẫn còn."
)


def new_token(at: datetime) -> str:
    """Says when the form was given out, and makes its answer one of its own."""
    return signing.dumps([secrets.token_urlsafe(16), at.timestamp()], salt=SALT)


def begun_at(token: str, at: datetime) -> datetime | None:
    """When the form was given out; None for a token that is none."""
    try:
        _, moment = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return datetime.fromtimestamp(moment, at.tzinfo)


class Words(forms.CharField):
    """Text with line ends as they are counted, and refusals that say what to do."""

    def __init__(self, *, missing: str = "", rows: int = 0, **kwargs: Any) -> None:
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(
            required=bool(missing), error_messages={"required": missing, "max_length": TOO_LONG}, **kwargs
        )

    def to_python(self, value: Any) -> str:
        return str(super().to_python((value or "").replace("\r\n", "\n").replace("\x00", "")))


class ProposalForm(forms.Form):
    name = Words(
        label="Người hoặc tập thể bạn muốn giới thiệu",
        missing="Hãy ghi tên, hoặc tên thường gọi.",
        max_length=160,
    )
    place = Words(
        label="Ở đâu",
        missing="Hãy ghi xã, phường; biết ấp, khóm thì ghi thêm.",
        max_length=160,
        help_text="Ví dụ: ấp Mỹ Tây, xã Tháp Mười.",
    )
    deeds = Words(
        label="Người ấy đã làm gì",
        missing="Hãy kể việc người ấy đã làm.",
        max_length=LONGEST_DEEDS,
        rows=6,
        help_text="Việc thấy được, đếm được: làm gì, từ bao giờ, giúp được ai. Mỗi việc một dòng càng tốt.",
    )
    source = Words(
        label="Vì sao bạn biết",
        missing="Hãy ghi vì sao bạn biết: tận mắt thấy, nghe ai kể, đọc ở đâu.",
        max_length=LONGEST_SOURCE,
        rows=3,
        help_text="Tận mắt thấy, là hàng xóm, nghe ai kể… Có ai xác nhận được thì ghi thêm.",
    )
    contact_name = Words(label="Tên bạn (không bắt buộc)", max_length=120)
    contact = Words(label="Điện thoại hoặc thư điện tử (không bắt buộc)", max_length=120)
    agrees = forms.BooleanField(
        label="Tôi đã đọc và đồng ý.",
        error_messages={"required": "Muốn gửi, hãy đọc phần trên và đánh dấu đồng ý."},
    )
    # Nobody sees it; a machine that fills in everything does.
    website = forms.CharField(label="Xin để trống ô này", required=False)
    form = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        self.initial["form"] = new_token(at)
        for name in ("contact_name", "contact"):
            self.fields[name].widget.attrs["autocomplete"] = "name" if name == "contact_name" else "tel"
        self.fields["place"].widget.attrs["list"] = "xa-phuong"
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begun = begun_at(data.get("form", ""), self.at)
        if begun is None or not is_kept(begun, self.at):
            self.renew()
            raise forms.ValidationError(
                "Phiếu mở lâu quá. Mọi điều đã ghi vẫn còn; xem lại rồi bấm Gửi lần nữa."
            )
        if haste(begun, self.at):
            raise forms.ValidationError("Gửi nhanh quá nên máy chưa nhận. Xem lại rồi bấm Gửi lần nữa.")
        if data.get("website"):
            # Emptied for them: some browsers fill in what nobody sees, and whoever they do it to cannot reach it.
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["website"] = ""  # type: ignore[index]
            raise forms.ValidationError(
                "Chưa gửi được vì trình duyệt tự điền một ô ẩn. Máy đã xóa ô đó; xem lại rồi bấm Gửi lần nữa."
            )
        return data

    def renew(self) -> None:
        """What is typed stays; the next press is another proposal."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["form"] = new_token(self.at)  # type: ignore[index]

    def values(self) -> dict[str, str]:
        kept = ("name", "place", "deeds", "source", "contact_name", "contact")
        return {name: self.cleaned_data[name] for name in kept}


class CodeForm(forms.Form):
    code = Words(
        label="Mã theo dõi",
        missing="Hãy nhập mã theo dõi.",
        max_length=40,
        help_text="Dạng GS-XXXX-XXXX-XXXX; viết thường, thiếu gạch nối cũng được.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
        }

    def clean_code(self) -> str:
        code = code_typed(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError("Mã gồm GS và 12 chữ, số. Xem lại từng chữ, từng số.")
        return code
