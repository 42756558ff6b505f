"""What every seeded story stands on, read once a run: places, sectors, columns, photos, the road."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Task, Workflow

from cms.localities.models import Locality, Succession, communes_of_home
from cms.localities.queries import former_names
from cms.media.models import Photo
from cms.operations.demo.dossiers import provide_sectors
from cms.operations.provisioning.workflow import NAME
from cms.operations.seed.photos import shared_photos
from cms.plans.models import Sector
from columns.slots.models import Column
from stories.pages.models import StoryIndexPage, StoryPage


class NoGround(Exception):
    """Something that must stand before stories can be seeded is missing; the text says what to run."""


@dataclass(frozen=True, slots=True)
class Place:
    locality: Locality
    former: tuple[Locality, ...]
    names: str
    """As `StoryPage.search_places` says them."""


@dataclass(frozen=True)
class Ground:
    index: StoryIndexPage
    places: list[Place]
    sectors: dict[str, Sector]
    columns: list[Column]
    photos: list[Photo]
    workflow: Workflow
    tasks: list[Task]
    locale: Locale

    @cached_property
    def story_type(self) -> ContentType:
        return ContentType.objects.get_for_model(StoryPage)

    @cached_property
    def page_type(self) -> ContentType:
        return ContentType.objects.get_for_model(Page)

    def place(self, number: int) -> Place:
        # A step without a common divisor with any likely number of communes: neighbours in time are none in space.
        return self.places[number * 37 % len(self.places)]


def read_ground() -> Ground:
    """Raises NoGround."""
    index, workflow = StoryIndexPage.objects.first(), Workflow.objects.filter(name=NAME).first()
    places = _places()
    if index is None or workflow is None:
        raise NoGround("Chưa có mục “Câu chuyện” và quy trình duyệt: hãy chạy manage.py provision trước.")
    if not places:
        raise NoGround("Chưa có xã, phường nào: hãy chạy manage.py load_localities trước.")
    provide_sectors()
    return Ground(
        index=index,
        places=places,
        sectors={sector.slug: sector for sector in Sector.objects.all()},
        columns=[column for column in Column.objects.order_by("slug") if not column.is_on_air],
        photos=shared_photos(),
        workflow=workflow,
        tasks=list(workflow.tasks.all()),
        locale=index.locale,
    )


def _places() -> list[Place]:
    former: dict[int, list[Locality]] = defaultdict(list)
    home = Locality.objects.filter(communes_of_home())
    for row in Succession.objects.filter(new__in=home).select_related("old").order_by("old__code"):
        former[row.new_id].append(row.old)
    return [
        Place(commune, tuple(former[commune.pk]), ", ".join([commune.name, *former_names(commune)]))
        for commune in home.order_by("code")
    ]
