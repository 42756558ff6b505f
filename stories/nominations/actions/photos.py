"""Photos on a weak line: announced, sent piece by piece from where it stopped, taken in when complete."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction

from cms.core.audit import record
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


def add_part(photo: NominationPhoto, *, offset: int, data: bytes) -> NominationPhoto:
    """Take in the next piece; the last one makes the photo. Raises WrongOffset, or NominationRefused for no picture.

    A file that is no picture is let go, in a transaction of its own: undone with the refusal, its pieces would stand
    in the way of the next try.
    """
    try:
        return _add_part(photo, offset, data)
    except NotAPicture as reason:
        NominationPhoto.objects.filter(pk=photo.pk, file="").delete()
        raise NominationRefused(str(reason)) from reason


def add_photo(nomination: Nomination, *, name: str, data: bytes, by: User, at: datetime) -> NominationPhoto:
    """A whole photo at once, from a browser without scripts. Raises NominationRefused."""
    try:
        with transaction.atomic():
            photo = announce_photo(nomination, name=name, size=len(data), by=by, at=at)
            return _store(photo, data)
    except NotAPicture as reason:
        raise NominationRefused(str(reason)) from reason


@transaction.atomic
def remove_photo(photo: NominationPhoto, *, by: User, at: datetime) -> None:
    """Its file goes with it; one that was removed meanwhile stays removed."""
    _open(photo.nomination)
    # As it is now: its last piece may have come in since it was read.
    now = NominationPhoto.objects.filter(pk=photo.pk).first()
    if now:
        delete_files([now])
        now.delete()
        record(photo.nomination, "nominations.remove_photo", by=by, at=at)


def delete_files(photos: Iterable[NominationPhoto]) -> None:
    """When the transaction has ended well: a file cannot be brought back by a rollback."""
    for photo in photos:
        if name := photo.file.name:
            transaction.on_commit(partial(photo.file.storage.delete, name))


def _open(nomination: Nomination) -> Nomination:
    """The nomination, locked before any of its photos: everybody locks in this order."""
    nomination = locked(nomination)
    if nomination.state not in WITH_THE_BODY:
        raise NominationRefused("Phiếu đã gửi đi nên không thêm, bớt ảnh được nữa.")
    return nomination


@transaction.atomic
def _add_part(photo: NominationPhoto, offset: int, data: bytes) -> NominationPhoto:
    _open(photo.nomination)
    photo = _now(photo)
    if offset != photo.received or photo.is_complete:
        raise WrongOffset(photo.received)
    if len(data) > LONGEST_PART or photo.received + len(data) > photo.size:
        raise NominationRefused("Phần ảnh gửi lên dài hơn đã báo. Hãy chọn lại ảnh.")
    PhotoPart.objects.create(photo=photo, offset=offset, data=data)
    photo.received += len(data)
    photo.save(update_fields=["received"])
    if photo.received < photo.size:
        return photo
    return _store(photo, b"".join(bytes(part.data) for part in photo.parts.order_by("offset")))


def _now(photo: NominationPhoto) -> NominationPhoto:
    found = NominationPhoto.objects.filter(pk=photo.pk).first()
    if found is None:
        raise NominationRefused("Ảnh này đã được bỏ. Hãy chọn lại ảnh.")
    return found


def _store(photo: NominationPhoto, data: bytes) -> NominationPhoto:
    """Raises NotAPicture. What was written to the storage goes again when its row cannot be written."""
    picture = clean_picture(data)
    photo.received = len(data)
    photo.file.save(f"{photo.pk}.jpg", ContentFile(picture), save=False)
    try:
        photo.save(update_fields=["received", "file"])
    except Exception:
        photo.file.delete(save=False)
        raise
    photo.parts.all().delete()
    return photo
