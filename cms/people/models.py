"""Users and the offices they hold, each with a beginning and an end; links for those who have no account."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime

from cms.core.sorting import person_key
from cms.organisations.models import Organisation
from cms.people.enums import LinkState, Purpose, Role
from cms.people.rules import LinkTimes, state_of

ROLE_LABELS = [
    (Role.CLERK, "Cán bộ thi đua cơ sở"),
    (Role.HEAD, "Thủ trưởng đơn vị"),
    (Role.STANDING_OFFICE, "Cơ quan Thường trực Hội đồng"),
    (Role.COUNCIL_MEMBER, "Thành viên Hội đồng"),
    (Role.PROPAGANDA, "Ban Tuyên giáo và Dân vận"),
    (Role.JOURNALIST, "Phóng viên"),
    (Role.CONTRIBUTOR, "Cộng tác viên"),
    (Role.DESK_EDITOR, "Biên tập viên"),
    (Role.RADIO_EDITOR, "Biên tập viên phát thanh"),
    (Role.MANAGING_EDITOR, "Thư ký tòa soạn"),
    (Role.EDITOR_IN_CHIEF, "Tổng biên tập"),
    (Role.PHOTO_DESK, "Ban ảnh"),
    (Role.ADMINISTRATOR, "Quản trị hệ thống"),
]


class User(AbstractUser):
    """Somebody who signs in; the real name stays inside, the pen name is printed."""

    full_name = models.CharField("họ và tên", max_length=120, blank=True)
    sort_name = models.CharField("khóa sắp xếp", max_length=400, db_index=True, editable=False, blank=True)
    pen_name = models.CharField("bút danh", max_length=80, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)

    class Meta:
        verbose_name = "người dùng"
        verbose_name_plural = "người dùng"
        ordering = ["sort_name", "username"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """The key follows the name at every door, Wagtail's forms among them. A sign-in touches neither."""
        fields = None if update_fields is None else set(update_fields)
        if fields is None or "full_name" in fields:
            self.sort_name = person_key(self.full_name or self.username)
            fields = fields and fields | {"sort_name"}
        super().save(*args, update_fields=fields, **kwargs)

    def get_full_name(self) -> str:
        return self.full_name or super().get_full_name()


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def as_of(self, day: date) -> "AppointmentQuerySet":
        return self.filter(valid_from__lte=day).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))


class Appointment(models.Model):
    user = models.ForeignKey(
        User, verbose_name="người", on_delete=models.CASCADE, related_name="appointments"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan, đơn vị", on_delete=models.PROTECT, related_name="appointments"
    )
    role = models.CharField("vai trò", max_length=24, choices=ROLE_LABELS)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        ordering = ["organisation", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role", "valid_from"], name="appointment_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.organisation}"


class AccessLink(models.Model):
    """A secret link or code. Only its digest is here: whoever reads the database can open nothing with it.

    `subject` names what it opens within its purpose (`12`); rooms above know what that is.
    """

    purpose = models.CharField(
        "để làm gì",
        max_length=16,
        choices=[(Purpose.PROPOSAL, "Theo dõi lời giới thiệu"), (Purpose.READING, "Đọc trước khi đăng")],
    )
    subject = models.CharField("của việc", max_length=64)
    digest = models.CharField("dấu của mã", max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        User,
        verbose_name="người tạo",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField("tạo lúc")
    expires_at = models.DateTimeField("hết hạn lúc", null=True, blank=True)
    revoked_by = models.ForeignKey(
        User,
        verbose_name="người thu hồi",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    last_used_at = models.DateTimeField("dùng lần cuối", null=True, blank=True)
    uses = models.PositiveIntegerField("số lần dùng", default=0)

    class Meta:
        verbose_name = "liên kết riêng"
        verbose_name_plural = "liên kết riêng"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["purpose", "subject"], name="link_of_subject")]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.subject}"

    def state(self, at: datetime) -> LinkState:
        return state_of(LinkTimes(self.expires_at, self.revoked_at), at)


class AccessLinkUse(models.Model):
    """One opening. Neither address nor device: that a link was used is needed, from where is not."""

    link = models.ForeignKey(
        AccessLink, verbose_name="liên kết", on_delete=models.CASCADE, related_name="log"
    )
    at = models.DateTimeField("lúc")
    what = models.CharField("việc", max_length=24)

    class Meta:
        verbose_name = "lần dùng liên kết"
        verbose_name_plural = "các lần dùng liên kết"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.what} {localtime(self.at):%d/%m/%Y %H:%M}"
