"""The house keeps its shape: foreign keys point down and right like imports do (design §1)."""

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, Model

FLOORS = [
    "cms.core", "cms.localities", "cms.organisations", "cms.people", "cms.media", "cms.notifications", "cms.plans",
    "cms.workflow", "cms.delivery", "cms.pages",
    "stories.exemplars", "stories.dossiers", "stories.nominations", "stories.pages", "stories.assignments",
    "stories.letters",
    "columns.slots", "columns.pages",
    "broadcasts.programmes",
    "feeds.formats", "feeds.channels",
    "cms.search", "cms.home", "cms.operations",
]  # fmt: skip


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model._meta.app_config.name in FLOORS]


def arrows(model: type[Model]) -> list[str]:
    """Every relation of the model that ends in another room above it."""
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    targets = [field.related_model for field in fields if isinstance(field, ForeignKey | ManyToManyField)]
    here = FLOORS.index(model._meta.app_config.name)
    return [
        f"{model._meta.label} → {target._meta.label}"
        for target in targets
        if target._meta.app_config.name in FLOORS and FLOORS.index(target._meta.app_config.name) > here
    ]


@pytest.mark.rule
def test_foreign_keys_point_down_and_right() -> None:
    assert [arrow for model in our_models() for arrow in arrows(model)] == []


@pytest.mark.rule
def test_every_installed_room_has_its_floor() -> None:
    houses = ("cms.", "stories.", "columns.", "broadcasts.", "feeds.")
    rooms = {config.name for config in apps.get_app_configs() if config.name.startswith(houses)}
    assert rooms - set(FLOORS) == set()
