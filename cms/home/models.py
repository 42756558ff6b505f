"""The site's first page."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.pages.models import INTRODUCTION, BasePage


class HomePage(BasePage):
    introduction = models.TextField("lời ngỏ", blank=True)

    template = "home/home_page.html"
    max_count = 1
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("introduction", help_text=INTRODUCTION),
    ]

    class Meta:
        verbose_name = "trang chủ"
        verbose_name_plural = "trang chủ"
