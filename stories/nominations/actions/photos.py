"""Photos on a weak line: announced, sent piece by piece from where it stopped, taken in when complete."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from cms.core.text import normalise
from cms.media.pictures import NotAPicture, clean_picture
from cms.people.models import User
from stories.nominations.actions.moving import locked
from stories.nominations.actions.refusals import NominationRefused
from stories.nominations.models import Nomination, NominationPhoto, PhotoPart
from stories.nominations.rules import WITH_THE_BODY

MOST_PHOTOS = 6
MOST_BYTES = 20 * 1024 * 1024
LONGEST_PART = 512 * 1024


class WrongOffset(NominationRefused):
    """A piece that does not begin where the last one ended; `received` says where to go on."""

    def __init__(self, received: int) -> None:
        self.received = received
        super().__init__(f"Đã nhận {received} byte; hãy gửi tiếp từ đó.")


@transaction.atomic
def announce_photo(
    nomination: Nomination, *, name: str, size: int, by: User, at: datetime
) -> NominationPhoto:
    """A place for a photo of so many bytes; the same photo announced again goes on where it stopped."""
    nomination = _open(nomination)
    name = normalise(name).strip()[-160:] or "anh.jpg"
    begun = nomination.photos.filter(name=name, size=size, file="").first()
    if begun:
        return begun
    if not 0 < size <= MOST_BYTES:
        raise NominationRefused("Mỗi ảnh tối đa 20 MB. Hãy chọn ảnh nhỏ hơn.")
    if nomination.photos.count() >= MOST_PHOTOS:
        raise NominationRefused(f"Mỗi phiếu tối đa {MOST_PHOTOS} ảnh. Hãy bỏ bớt ảnh rồi thêm.")
    return NominationPhoto.objects.create(
        nomination=nomination, name=name, size=size, added_by=by, added_at=at
    )


@transaction.atomic
def add_part(photo: NominationPhoto, *, offset: int, data: bytes) -> NominationPhoto:
    """Take in the next piece; the last one makes the photo. Raises WrongOffset, or NominationRefused for no picture."""
    photo = NominationPhoto.objects.select_for_update().get(pk=photo.pk)
    _open(photo.nomination)
    if offset != photo.received or photo.is_complete:
        raise WrongOffset(photo.received)
    if len(data) > LONGEST_PART or photo.received + len(data) > photo.size:
        raise NominationRefused("Phần ảnh gửi lên dài hơn đã báo. Hãy chọn lại ảnh.")
    PhotoPart.objects.create(photo=photo, offset=offset, data=data)
    photo.received += len(data)
    photo.save(update_fields=["received"])
    return _take_in(photo) if photo.received == photo.size else photo


@transaction.atomic
def add_photo(nomination: Nomination, *, name: str, data: bytes, by: User, at: datetime) -> NominationPhoto:
    """A whole photo at once, from a browser without scripts."""
    photo = announce_photo(nomination, name=name, size=len(data), by=by, at=at)
    _store(photo, data)
    return photo


@transaction.atomic
def remove_photo(photo: NominationPhoto) -> None:
    _open(photo.nomination)
    name, storage = photo.file.name, photo.file.storage
    photo.delete()
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def _open(nomination: Nomination) -> Nomination:
    nomination = locked(nomination)
    if nomination.state not in WITH_THE_BODY:
        raise NominationRefused("Phiếu đã gửi đi nên không thêm, bớt ảnh được nữa.")
    return nomination


def _take_in(photo: NominationPhoto) -> NominationPhoto:
    """A file that is no picture is let go at once, so that it does not stand in the way of the next try."""
    data = b"".join(bytes(part.data) for part in photo.parts.order_by("offset"))
    _store(photo, data)
    photo.parts.all().delete()
    return photo


def _store(photo: NominationPhoto, data: bytes) -> None:
    try:
        picture = clean_picture(data)
    except NotAPicture as reason:
        raise NominationRefused(str(reason)) from reason
    photo.received = len(data)
    photo.file.save(f"{photo.pk}.jpg", ContentFile(picture), save=False)
    photo.save(update_fields=["received", "file"])
