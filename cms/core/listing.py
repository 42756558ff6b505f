"""Lists of the admin."""

from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column


class SortsNames:
    """Mixin for index views: a click on the head of the names sorts in Vietnamese order."""

    @cached_property
    def columns(self) -> list[Column]:
        columns: list[Column] = super().columns  # type: ignore[misc]
        for column in columns:
            if column.name == "name" and column.sort_key:
                column.sort_key = "sort_name"
        return columns


class HeadsNames:
    """Mixin for choosers: people, places and bodies have names, where Wagtail writes “title”."""

    @property
    def title_column(self) -> Column:
        column: Column = super().title_column  # type: ignore[misc]
        column.label = "Tên"
        return column
