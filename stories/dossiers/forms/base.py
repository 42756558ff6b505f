"""What the forms of a dossier share: one verb each, and a file as proof."""

from datetime import datetime

from django import forms
from django.core.files import File
from django.core.validators import FileExtensionValidator
from django.db.models import Model
from django.template.defaultfilters import filesizeformat

from cms.people.models import User
from stories.exemplars.models import Exemplar

MOST_BYTES = 20 * 1024 * 1024
PROOF_KINDS = (
    "pdf", "jpg", "jpeg", "png", "webp", "heic", "doc", "docx", "xls", "xlsx", "mp3", "m4a", "wav", "mp4",
)  # fmt: skip


def choices_of(model: type[Model], field: str) -> list[tuple[str, str]]:
    """The choices of a field of a model, values and words."""
    return [(str(value), str(label)) for value, label in model._meta.get_field(field).flatchoices]  # type: ignore[union-attr]


def _is_small_enough(file: File) -> None:
    if file.size > MOST_BYTES:
        raise forms.ValidationError(
            f"Tệp nặng {filesizeformat(file.size)}; nhận tới {filesizeformat(MOST_BYTES)}. Chụp nhỏ lại hoặc chia đôi."
        )


def proof_file() -> forms.FileField:
    """A copy of a paper, a photo, a recording: for those who may see the dossier, always as a download."""
    return forms.FileField(
        label="Tệp",
        help_text="Bản chụp giấy tờ, tệp ghi âm, nếu có; tới 20 MB. Chỉ người được xem hồ sơ mới mở được.",
        required=False,
        validators=[
            FileExtensionValidator(PROOF_KINDS, "Không nhận tệp loại này. Nhận: %(allowed_extensions)s."),
            _is_small_enough,
        ],
    )


class DossierForm(forms.Form):
    """One verb on one exemplar. `group_at_fault` names the group of boxes to which a screen leads back."""

    title = ""
    group_at_fault = ""

    def carry_out(self, exemplar: Exemplar, *, by: User, at: datetime) -> str:
        """Call the action; return a sentence that says what was done."""
        raise NotImplementedError
