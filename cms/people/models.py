"""Users and the offices they hold; a role in a body has a beginning and an end."""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from cms.organisations.models import Organisation
from cms.people.enums import Role

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
