"""A column that is read gets its page."""

from typing import Any

from columns.pages.models import ColumnIndexPage, ColumnPage
from columns.slots.models import Column


def give_page(sender: Any, column: Column, **kwargs: Any) -> None:
    """Columns on the air have a programme instead; a house without its sections has nowhere to put a page yet."""
    section = ColumnIndexPage.objects.first()
    if section and not column.is_on_air:
        page = ColumnPage(title=column.name, slug=column.slug, column=column, introduction=column.description)
        section.add_child(instance=page)
