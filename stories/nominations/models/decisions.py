"""What the second committee says, and who chose (E7, P11)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from cms.organisations.models import Organisation
from stories.nominations.enums import Opinion
from stories.nominations.models.nominations import Nomination


class Concurrence(models.Model):
    """Hiệp y: the opinion of the second committee where the plan wants verification to be joint (E7)."""

    nomination = models.ForeignKey(
        Nomination, verbose_name="phiếu", on_delete=models.CASCADE, related_name="concurrences"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan cho ý kiến", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField("xin ý kiến lúc")
    opinion = models.CharField(
        "ý kiến",
        max_length=8,
        blank=True,
        choices=[(Opinion.AGREED, "Thống nhất"), (Opinion.OBJECTED, "Có ý kiến khác")],
    )
    note = models.TextField("nội dung ý kiến", blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người cho ý kiến",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    given_at = models.DateTimeField("cho ý kiến lúc", null=True, blank=True)

    class Meta:
        verbose_name = "hiệp y"
        verbose_name_plural = "hiệp y"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "organisation"],
                condition=Q(opinion=""),
                name="one_open_concurrence_a_body",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_opinion_display() or 'chưa trả lời'}"


class Selection(models.Model):
    """Who chose the exemplar for publicity, when, under which document (E5)."""

    nomination = models.OneToOneField(
        Nomination, verbose_name="phiếu", on_delete=models.PROTECT, related_name="selection"
    )
    decided_by = models.CharField("người, cơ quan quyết định", max_length=200)
    decided_on = models.DateField("ngày quyết định")
    document = models.CharField("văn bản", max_length=200)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người ghi", on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "việc chọn"
        verbose_name_plural = "việc chọn"

    def __str__(self) -> str:
        return f"{self.decided_by}, {self.document}"
