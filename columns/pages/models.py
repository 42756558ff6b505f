"""The public faces of columns that are read."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.pages.models import INTRODUCTION, BasePage, SectionPage
from columns.slots.models import Column


class ColumnIndexPage(SectionPage):
    """`/chuyen-muc/`"""

    template = "columns/column_index_page.html"
    max_count = 1
    subpage_types: ClassVar[list[str]] = ["columns.ColumnPage"]

    class Meta:
        verbose_name = "mục chuyên mục"
        verbose_name_plural = "mục chuyên mục"


class ColumnPage(BasePage):
    """`/chuyen-muc/<slug>/` and its months `/chuyen-muc/<slug>/2026/11/`."""

    column = models.OneToOneField(
        Column, verbose_name="chuyên mục", on_delete=models.PROTECT, related_name="page"
    )
    introduction = models.TextField("lời dẫn", blank=True)

    has_addresses_below = True
    template = "columns/column_page.html"
    parent_page_types: ClassVar[list[str]] = ["columns.ColumnIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("column", help_text="Chuyên mục mà trang này bày ra cho người đọc."),
        FieldPanel("introduction", help_text=INTRODUCTION),
    ]

    class Meta:
        verbose_name = "trang chuyên mục"
        verbose_name_plural = "trang chuyên mục"
