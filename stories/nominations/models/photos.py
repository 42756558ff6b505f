"""Photos on their way from a telephone, and those that have arrived."""

import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import storages
from django.db import models

from stories.nominations.models.nominations import Nomination


def private_storage() -> Any:
    """What a body sends in is never under the public root."""
    return storages["private"]


class NominationPhoto(models.Model):
    """A photo that a clerk sends piece by piece; it counts when it is complete and was read as a picture."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nomination = models.ForeignKey(
        Nomination, verbose_name="phiếu", on_delete=models.CASCADE, related_name="photos"
    )
    name = models.CharField("tên tệp", max_length=160)
    size = models.PositiveIntegerField("số byte")
    received = models.PositiveIntegerField("đã nhận", default=0)
    file = models.FileField("ảnh", storage=private_storage, upload_to="nominations/%Y/%m/", blank=True)
    caption = models.CharField("chú thích", max_length=250, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField("thêm lúc")

    class Meta:
        verbose_name = "ảnh của phiếu"
        verbose_name_plural = "ảnh của phiếu"
        ordering = ["added_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_complete(self) -> bool:
        return bool(self.file)


class PhotoPart(models.Model):
    """A piece of a photo on its way: in the database, so that any worker may take the next one."""

    photo = models.ForeignKey(NominationPhoto, on_delete=models.CASCADE, related_name="parts")
    offset = models.PositiveIntegerField("từ byte")
    data = models.BinaryField("dữ liệu")

    class Meta:
        verbose_name = "phần ảnh"
        verbose_name_plural = "phần ảnh"
        constraints = [models.UniqueConstraint(fields=["photo", "offset"], name="part_once")]

    def __str__(self) -> str:
        return f"{self.photo} +{self.offset}"
