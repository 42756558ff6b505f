"""Stories by sector and by place."""

from typing import ClassVar

from cms.pages.models import SectionPage


class SectorIndexPage(SectionPage):
    """`/linh-vuc/` and `/linh-vuc/<slug>/`."""

    has_addresses_below = True
    template = "stories/sector_index_page.html"
    max_count = 1
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "mục lĩnh vực"
        verbose_name_plural = "mục lĩnh vực"


class LocalityIndexPage(SectionPage):
    """`/dia-phuong/` and `/dia-phuong/<slug>/`, under today's and former names."""

    has_addresses_below = True
    template = "stories/locality_index_page.html"
    max_count = 1
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "mục địa phương"
        verbose_name_plural = "mục địa phương"
