"""Bodies of the plan: who they are, what they answer for, which block they belong to, which desks they run (P3, P4)."""

from datetime import date

from django.db import models
from django.db.models import Q

from cms.core.models import SortedByName
from cms.core.sorting import word_key
from cms.core.text import fold
from cms.localities.models import Locality
from cms.organisations.enums import BlockKind, Medium, Tier

TIER_LABELS = [
    (Tier.CENTRAL, "Trung ương"),
    (Tier.PROVINCE, "Tỉnh"),
    (Tier.DISTRICT, "Huyện, thị xã, thành phố"),
    (Tier.COMMUNE, "Xã, phường, thị trấn"),
    (Tier.DEPARTMENT, "Sở, ban, ngành"),
    (Tier.PARTY, "Cơ quan Đảng"),
    (Tier.MASS_ORGANISATION, "Mặt trận, đoàn thể"),
    (Tier.PRESS, "Cơ quan báo chí"),
    (Tier.SCHOOL, "Trường"),
    (Tier.ENTERPRISE, "Doanh nghiệp"),
    (Tier.COUNCIL, "Hội đồng Thi đua - Khen thưởng"),
    (Tier.OTHER, "Khác"),
]
MEDIUM_LABELS = [
    (Medium.PRINT, "Báo in"),
    (Medium.WEB, "Báo điện tử"),
    (Medium.RADIO, "Phát thanh"),
    (Medium.TELEVISION, "Truyền hình"),
    (Medium.LOUDSPEAKER, "Truyền thanh cơ sở"),
]


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def as_of(self, day: date) -> "OrganisationQuerySet":
        """Bodies that exist on that day; an unknown beginning counts as always."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def still_working(self, day: date) -> "OrganisationQuerySet":
        """Bodies of that day; one that became another on a day nobody noted is counted as ended."""
        return self.as_of(day).exclude(successor__isnull=False, valid_to__isnull=True)

    def named(self, query: str) -> "OrganisationQuerySet":
        """Whose name or short name has all the words, with or without diacritics."""
        found = self
        for word in fold(query).split():
            found = found.filter(search_name__contains=word)
        return found

    def of_tier(self, tier: Tier) -> "OrganisationQuerySet":
        return self.filter(tier=tier)


class Organisation(models.Model):
    code = models.SlugField("mã", max_length=60, unique=True)
    name = models.CharField("tên", max_length=200)
    short_name = models.CharField("tên gọn", max_length=80, blank=True)
    sort_name = models.CharField("khóa sắp xếp", max_length=700, db_index=True, editable=False, blank=True)
    search_name = models.CharField("tên không dấu", max_length=300, editable=False, blank=True)
    tier = models.CharField("cấp, loại", max_length=20, choices=TIER_LABELS)
    locality = models.ForeignKey(
        Locality,
        verbose_name="địa bàn",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="trực thuộc",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    successor = models.ForeignKey(
        "self",
        verbose_name="nay là",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "cơ quan, đơn vị"
        verbose_name_plural = "cơ quan, đơn vị"
        ordering = ["sort_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=models.F("valid_to")),
                name="organisation_begins_before_it_ends",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def write_keys(self) -> None:
        """The keys by which lists sort and search the body; every action that names one calls it."""
        self.sort_name = word_key(self.name)
        self.search_name = fold(f"{self.name} {self.short_name}")


class Block(SortedByName):
    """Khối hoặc cụm thi đua of one year (P4)."""

    name = models.CharField("tên", max_length=120)
    kind = models.CharField(
        "loại", max_length=10, choices=[(BlockKind.BLOCK, "Khối thi đua"), (BlockKind.CLUSTER, "Cụm thi đua")]
    )
    year = models.PositiveSmallIntegerField("năm")
    members = models.ManyToManyField(
        Organisation, verbose_name="thành viên", blank=True, related_name="blocks"
    )
    lead = models.ForeignKey(
        Organisation,
        verbose_name="trưởng khối, cụm",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "khối, cụm thi đua"
        verbose_name_plural = "khối, cụm thi đua"
        ordering = ["-year", "sort_name"]
        constraints = [models.UniqueConstraint(fields=["name", "year"], name="block_once_a_year")]

    def __str__(self) -> str:
        return f"{self.name} năm {self.year}"

    def get_year_display(self) -> str:
        """As screens show it: a number for people would be 2.026."""
        return str(self.year)


class Duty(models.Model):
    """What a plan makes a body answer for; `source` names the plan and its § (P3)."""

    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan", on_delete=models.CASCADE, related_name="duties"
    )
    source = models.CharField("căn cứ", max_length=80, help_text="Kế hoạch và mục, ví dụ: dong-thap V.1")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    text = models.TextField("nhiệm vụ")
    quote = models.TextField("trích văn bản", blank=True)

    class Meta:
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        ordering = ["organisation", "source", "order"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "source", "order"], name="duty_once_per_source")
        ]

    def __str__(self) -> str:
        return self.text


class Desk(SortedByName):
    """A newsroom's desk; since 2025 newspaper and station are one body with several (domain.md)."""

    organisation = models.ForeignKey(
        Organisation, verbose_name="cơ quan báo chí", on_delete=models.CASCADE, related_name="desks"
    )
    medium = models.CharField("loại hình", max_length=12, choices=MEDIUM_LABELS)
    name = models.CharField("tên", max_length=120)

    class Meta:
        verbose_name = "ban biên tập"
        verbose_name_plural = "ban biên tập"
        ordering = ["organisation", "sort_name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="desk_once")]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"
