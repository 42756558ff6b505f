"""Administrative units of both schemes, with what each was and became (General Statistics Office codes)."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from cms.localities.enums import Level, Scheme


class LocalityQuerySet(models.QuerySet["Locality"]):
    def as_of(self, day: date) -> "LocalityQuerySet":
        """Units that exist on that day; an unknown beginning counts as always."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def communes(self) -> "LocalityQuerySet":
        return self.filter(level=Level.COMMUNE)

    def within(self, province: "Locality") -> "LocalityQuerySet":
        """All units under a province, whatever their depth."""
        return self.filter(Q(parent=province) | Q(parent__parent=province))


def communes_of_home() -> Q:
    """Today's communes of the home province: what people choose from, instead of the whole country."""
    return Q(scheme=Scheme.SINCE_2025, level=Level.COMMUNE, parent__code=settings.HOME_PROVINCE)


def former_communes_of_home() -> Q:
    """Communes that went into the home province's."""
    return Q(scheme=Scheme.UNTIL_2025, level=Level.COMMUNE, became__new__parent__code=settings.HOME_PROVINCE)


class Locality(models.Model):
    scheme = models.PositiveSmallIntegerField(
        "hệ mã", choices=[(Scheme.UNTIL_2025, "Đến 30/6/2025"), (Scheme.SINCE_2025, "Từ 1/7/2025")]
    )
    code = models.CharField("mã", max_length=8)
    level = models.CharField(
        "cấp",
        max_length=10,
        choices=[(Level.PROVINCE, "Tỉnh"), (Level.DISTRICT, "Huyện"), (Level.COMMUNE, "Xã")],
    )
    name = models.CharField("tên", max_length=120)
    kind = models.CharField("loại", max_length=40)
    slug = models.SlugField("đường dẫn", max_length=140)
    search_name = models.CharField("tên không dấu", max_length=140, db_index=True, editable=False)
    sort_name = models.CharField("khóa sắp xếp", max_length=400, db_index=True, editable=False)
    parent = models.ForeignKey(
        "self",
        verbose_name="trực thuộc",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    successors = models.ManyToManyField(
        "self", verbose_name="nay thuộc", through="Succession", symmetrical=False, related_name="predecessors"
    )

    objects = LocalityQuerySet.as_manager()

    class Meta:
        verbose_name = "địa bàn"
        verbose_name_plural = "địa bàn"
        ordering = ["sort_name"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="locality_code_once_per_scheme")
        ]
        indexes = [models.Index(fields=["slug", "scheme"], name="locality_slug")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_current(self) -> bool:
        return self.valid_to is None


class Succession(models.Model):
    """An old unit went, whole or in part, into a new one."""

    old = models.ForeignKey(
        Locality, verbose_name="đơn vị cũ", on_delete=models.CASCADE, related_name="became"
    )
    new = models.ForeignKey(
        Locality, verbose_name="đơn vị mới", on_delete=models.CASCADE, related_name="came_from"
    )

    class Meta:
        verbose_name = "kế thừa địa bàn"
        verbose_name_plural = "kế thừa địa bàn"
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="succession_once")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
