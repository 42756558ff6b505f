"""No ready page ever differs from one made this moment, whatever was changed and however it was changed."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.utils import timezone

from broadcasts.programmes.models import EpisodePage
from cms.localities.models import Locality
from cms.media.models import Photo
from cms.organisations.models import Organisation
from cms.people.enums import Role
from cms.plans.models import Sector
from columns.pages.models import ColumnPage
from columns.slots.actions import change_column, make_ahead, skip
from columns.slots.models import Column, Slot
from stories.exemplars.actions import add_alias, lift_hold, register
from stories.exemplars.models import Hold
from stories.pages.actions import lift_takedown
from stories.pages.models import Byline, StoryPage, Takedown
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.reader import Reader
from tests.factories.told import Told, a_small_photo, told

pytestmark = pytest.mark.room

NAMES = ["Trần Văn Bách", "Lê Thị Diệp", "Nguyễn Hữu Phước"]
TITLES = [f"{name} giữ ruộng sen cho cả xóm cùng làm" for name in NAMES]


class House:
    """A told house whose every change is one method; each changes something at random."""

    def __init__(self, told_: Told, chance: random.Random) -> None:
        self.told, self.chance, self.count = told_, chance, 0

    def word(self) -> str:
        self.count += 1
        return f"lần {self.count}"

    def story(self) -> StoryPage:
        return fresh(self.chance.choice(self.told.stories)).specific

    def publish(self, page: Any) -> None:
        """As an import or an administrator's shell would, past the workflow."""
        page.save_revision().publish()

    # What may happen ------------------------------------------------------------------------------------------------

    def a_photo_gets_another_credit(self) -> None:
        photo = self.chance.choice(list(Photo.objects.all()))
        photo.credit = f"Ảnh {self.word()}"
        photo.save()

    def a_photo_is_deleted(self) -> None:
        if Photo.objects.count() > 2:
            self.chance.choice(list(Photo.objects.all())).delete()

    def an_exemplar_is_renamed(self) -> None:
        person = self.chance.choice(self.told.people)
        person.name = f"{NAMES[0]} {self.word()}"
        register(person, by=None, at=self.told.at)

    def an_exemplar_has_an_alias(self) -> None:
        add_alias(self.chance.choice(self.told.people), f"Tư {self.word()}", by=None, at=self.told.at)

    def a_sector_is_renamed(self) -> None:
        sector = self.chance.choice(list(Sector.objects.all()))
        sector.name = f"Lĩnh vực {self.word()}"
        sector.save()

    def a_place_is_renamed(self) -> None:
        place = self.chance.choice(list(Locality.objects.all()))
        place.name = f"Xã {self.word()}"
        place.save()

    def a_body_is_renamed(self) -> None:
        body = self.chance.choice(list(Organisation.objects.all()))
        body.name = f"Cơ quan {self.word()}"
        body.save()

    def a_headline_is_corrected(self) -> None:
        story = self.story()
        story.title = f"Tít mới {self.word()}"
        self.publish(story)

    def a_byline_is_corrected(self) -> None:
        story = self.story()
        story.bylines.set([Byline(pen_name=f"Bút danh {self.word()}")])
        self.publish(story)

    def a_story_moves_to_another_sector(self) -> None:
        story = self.story()
        other, _ = Sector.objects.get_or_create(slug="giao-duc", defaults={"name": "Giáo dục"})
        story.sectors.set(self.chance.choice([[], [other], list(Sector.objects.all())]))
        self.publish(story)

    def a_story_moves_to_another_place(self) -> None:
        story = self.story()
        story.localities.set(
            self.chance.choice([[], list(Locality.objects.all()[:1]), list(Locality.objects.all()[1:2])])
        )
        self.publish(story)

    def a_story_gets_another_photo(self) -> None:
        story = self.story()
        story.lead_photo = a_small_photo(f"anh-{self.word()}")
        self.publish(story)

    def a_story_gets_another_address(self) -> None:
        story = self.story()
        story.slug = f"bai-{self.count}-{self.chance.randrange(10**6)}"
        self.publish(story)

    def a_story_names_a_related_one(self) -> None:
        story = self.story()
        story.body = [("related", [self.story()])]
        self.publish(story)

    def a_story_is_unpublished(self) -> None:
        self.story().unpublish()

    def a_story_is_published_again(self) -> None:
        self.publish(self.story())

    def a_story_is_deleted(self) -> None:
        """Only one that never had a slot can be."""
        free = [story for story in self.told.stories if not story.slot_items.exists()]
        if free:
            self.told.stories.remove(free[0])
            fresh(free[0]).delete()

    def a_draft_is_saved(self) -> None:
        story = self.story()
        story.title = f"Bản nháp {self.word()}"
        story.save_revision()

    def a_new_story_comes_out(self) -> None:
        person = self.told.person(f"Phạm Thị {self.word()}")
        self.told.stories.append(self.told.draft(person, f"Chuyện mới ở ruộng sen Tháp Mười {self.word()}"))
        self.publish(self.told.stories[-1].specific)

    def a_new_story_goes_its_whole_road(self) -> None:
        person = self.told.person(f"Võ Thị {self.word()}")
        for channel in ("web", "print"):
            for item in ("name", "photo"):
                self.told.agree(person, channel, item)  # type: ignore[arg-type]
        title = "Chị Hai giữ lớp học tình thương cho trẻ nghèo ven sông"
        self.told.due(self.told.approved(self.told.draft(person, title)))
        self.told.at += timedelta(minutes=1)
        self.told.jobs()

    def an_exemplar_is_held(self) -> None:
        person = self.chance.choice(self.told.people[:3])
        if not Hold.objects.in_force().filter(exemplar=person).exists():
            self.told.hold(person)
        self.told.jobs()

    def a_hold_is_lifted(self) -> None:
        office = self.told.newsroom.people[Role.STANDING_OFFICE]
        for hold in Hold.objects.in_force():
            lift_hold(hold, document="CV 9", note="", by=office, at=self.told.at)
        chief = self.told.newsroom.people[Role.EDITOR_IN_CHIEF]
        for takedown in Takedown.objects.in_force():
            lift_takedown(takedown, document="QĐ 1", note="", by=chief, at=self.told.at)

    def a_column_is_renamed(self) -> None:
        column = self.chance.choice(list(Column.objects.all()))
        column.name = f"Chuyên mục {self.word()}"
        change_column(column, by=None, at=self.told.at)

    def a_column_page_is_edited(self) -> None:
        page = ColumnPage.objects.first()
        page.introduction, page.title = f"Lời dẫn {self.word()}", f"Chuyên mục {self.count}"
        self.publish(page)

    def a_column_page_gets_another_address(self) -> None:
        page = ColumnPage.objects.first()
        page.slug = self.chance.choice(["guong-nguoi-tot", "guong-sang"])
        self.publish(page)

    def slots_are_made_ahead(self) -> None:
        until = timezone.localdate(self.told.at) + timedelta(days=self.chance.randrange(7, 60))
        for column in Column.objects.all():
            make_ahead(column, by=None, at=self.told.at, until=until)

    def a_slot_rests(self) -> None:
        coming = Slot.objects.coming(self.told.at).order_by("at").first()
        if coming:
            skip(coming, reason="Nghỉ Tết", by=None, at=self.told.at)

    def an_episode_is_edited(self) -> None:
        episode = EpisodePage.objects.first()
        episode.title = f"Hương sen {self.word()}"
        episode.stories.set(self.chance.sample(list(StoryPage.objects.all()), 1))
        self.publish(episode)

    def the_jobs_run(self) -> None:
        self.told.at += timedelta(minutes=self.chance.randrange(1, 60))
        self.told.jobs()

    @classmethod
    def changes(cls) -> list[str]:
        return sorted(name for name in vars(cls) if name.startswith(("a_", "an_", "the_", "slots_")))


@pytest.fixture
def house(ready: Path, newsroom: Newsroom) -> Told:
    column = newsroom.column
    column.rhythms.create(rrule="FREQ=WEEKLY;BYDAY=TH", hour="08:00", valid_from=timezone.localdate())
    return told(newsroom, timezone.now(), NAMES, TITLES)


@pytest.fixture
def anew(settings: Any) -> Callable[[], Reader]:
    """A reader for whom every page is made this moment."""

    def make() -> Reader:
        folder, settings.READY_DIR = settings.READY_DIR, None
        try:
            handler = WSGIHandler()
        finally:
            settings.READY_DIR = folder
        return Reader.of(handler, None, settings)

    return make


def addresses(house: Told) -> Iterator[str]:
    yield from (address for address in house.addresses() if "?" not in address)
    yield from (
        "/linh-vuc/",
        "/dia-phuong/",
        "/linh-vuc/giao-duc/",
        "/feeds/sectors/giao-duc.rss",
        "/chuyen-muc/guong-sang/",
    )


def differing(house: Told, reader: Reader, other: Reader) -> list[str]:
    """Addresses at which a reader gets something else than what is true."""
    house.stories = [fresh(story) for story in house.stories]
    found = []
    for address in dict.fromkeys(addresses(house)):
        sent, true = reader.get(address), other.get(address)
        if (sent.status, sent.body) != (true.status, true.body):
            found.append(address)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_after_any_change_every_address_says_what_is_true(
    house: Told, reader: Reader, anew: Callable[[], Reader], seed: int
) -> None:
    chance, other = random.Random(seed), anew()
    going = House(house, chance)
    order = House.changes()
    chance.shuffle(order)
    assert differing(house, reader, other) == []
    for change in order:
        getattr(going, change)()
        assert (change, differing(house, reader, other)) == (change, [])
    assert reader.get("/").was_ready
