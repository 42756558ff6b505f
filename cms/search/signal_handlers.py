"""A piece is indexed again when it goes out: Wagtail indexes it before its people and places are saved."""

from typing import Any

from wagtail.models import Page
from wagtail.search import index


def index_released(sender: Any, page: Page, **kwargs: Any) -> None:
    index.insert_or_update_object(type(page).objects.get(pk=page.pk))
