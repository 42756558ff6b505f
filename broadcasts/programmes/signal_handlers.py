"""A column on the air gets its programme."""

from typing import Any

from broadcasts.programmes.models import ProgrammeIndexPage, ProgrammePage
from columns.slots.models import Column


def give_programme(sender: Any, column: Column, **kwargs: Any) -> None:
    """A house without its sections has nowhere to put a programme yet."""
    section = ProgrammeIndexPage.objects.first()
    if section and column.is_on_air:
        face = ProgrammePage(
            title=column.name, slug=column.slug, column=column, introduction=column.description
        )
        section.add_child(instance=face)
