"""What a step asks of whoever sends a piece back. The steps, which are models, name it."""

from django import forms


class ReturnForm(forms.Form):
    """In place of Wagtail's, where the comment may be left out: who wrote the piece has nothing else to go by."""

    comment = forms.CharField(
        label="Lý do, điều cần sửa",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Hãy ghi lý do; người viết đọc đúng lời này."},
    )
