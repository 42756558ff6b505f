"""What rows of any room may have in common; no tables of its own."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from cms.core.sorting import word_key


class SortedByName(models.Model):
    """A row with a `name` that stands in lists in Vietnamese order; bulk writes fill `sort_name` themselves."""

    name: "models.CharField[str, str]"
    sort_name = models.CharField("khóa sắp xếp", max_length=700, editable=False, blank=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        fields = None if update_fields is None else set(update_fields)
        if fields is None or "name" in fields:
            self.sort_name = word_key(self.name)
            fields = fields and fields | {"sort_name"}
        super().save(*args, update_fields=fields, **kwargs)


def fill_sort_names(app_label: str, *names: str) -> Callable[[Any, Any], None]:
    """The step of a migration that gives rows from before the field their key."""

    def fill(apps: Any, schema_editor: Any) -> None:
        for name in names:
            rows = apps.get_model(app_label, name)._default_manager
            for row in rows.all():
                row.sort_name = word_key(row.name)
                row.save(update_fields=["sort_name"])

    return fill
