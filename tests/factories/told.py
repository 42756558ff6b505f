"""Somebody told of in public: a story in a column, an episode on the air, with the consents that both needed."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import BytesIO

from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image
from wagtail.models import Page

from broadcasts.programmes.models import EpisodePage, ProgrammePage
from cms.media.models import Photo
from cms.operations.jobs import run_all
from cms.organisations.enums import Medium
from cms.people.enums import Role
from cms.plans.models import Sector
from columns.slots.actions import place
from columns.slots.models import Column, Slot
from stories.dossiers.actions import Grant, give_consent
from stories.dossiers.enums import ConsentItem, Signer
from stories.dossiers.models import Consent
from stories.exemplars.actions import place_hold
from stories.exemplars.enums import HoldReason
from stories.exemplars.models import Exemplar, Hold
from stories.pages.actions import take_down
from stories.pages.enums import TakedownReason
from stories.pages.models import Byline, StoryIndexPage, StoryPage, Subject, Takedown
from tests.factories import library
from tests.factories.newsroom import STANDFIRST, Newsroom, fresh

DAY = timedelta(days=1)
APPROVERS = (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR)
WEB, PRINT, RADIO = Medium.WEB, Medium.PRINT, Medium.RADIO


NAME, TITLE = "Trần Văn Bách", "Ông Bách giữ ruộng sen cho cả xóm cùng làm"
OTHER, OTHER_TITLE = "Lê Thị Diệp", "Bà Diệp giữ ruộng sen cho cả xóm cùng làm"


@dataclass
class Told:
    """`at` is the clock of the test; `addresses` is everything public that could show the people."""

    newsroom: Newsroom
    programme: ProgrammePage
    at: datetime
    people: list[Exemplar] = field(default_factory=list)
    stories: list[Page] = field(default_factory=list)
    episode: Page | None = None

    def jobs(self) -> list[str]:
        return run_all(at=self.at, worker="test")

    def person(self, name: str) -> Exemplar:
        person = library.an_exemplar(name)
        self.people.append(person)
        return person

    def agree(
        self,
        person: Exemplar,
        channel: Medium,
        item: ConsentItem = ConsentItem.NAME,
        until: date | None = None,
    ) -> Consent:
        return give_consent(
            person, signer=Signer.SELF, signer_name=person.name, given_on=self.at.date() - DAY,
            expires_on=until, proof="Giấy đồng ý, tủ 3", grants=[Grant(channel, item)],
            by=self.newsroom.people[Role.STANDING_OFFICE], at=self.at,
        )  # fmt: skip

    def hold(self, person: Exemplar, document: str = "CV 12/BTĐKT") -> Hold:
        office = self.newsroom.people[Role.STANDING_OFFICE]
        return place_hold(
            person, reason=HoldReason.COMPLAINT, note="", document=document, by=office, at=self.at
        )

    def draft(self, person: Exemplar, title: str) -> Page:
        """By the journalist, in a sector and a place."""
        today, _ = library.places()
        sector, _ = Sector.objects.get_or_create(slug="nong-nghiep", defaults={"name": "Nông nghiệp"})
        story = StoryPage(
            title=title, standfirst=STANDFIRST, live=False, owner=self.newsroom.people[Role.JOURNALIST],
            lead_photo=a_small_photo(f"chan-dung-{person.pk}"), lead_caption="Trên ruộng sen, tháng 9/2026.",
        )  # fmt: skip
        story.bylines.add(Byline(pen_name="Minh Tâm"))
        story.subjects.add(Subject(exemplar=person))
        StoryIndexPage.objects.get().add_child(instance=story)
        story.sectors.set([sector])
        story.localities.set([today])
        story.save_revision(user=self.newsroom.people[Role.JOURNALIST])
        self.stories.append(fresh(story))
        return fresh(story)

    def approved(self, page: Page) -> Page:
        page = self.newsroom.hand_in(page)
        for role in APPROVERS:
            page = self.newsroom.approve(page, role)
        return page

    def tell_on_air(self, stories: list[Page]) -> Page:
        """An episode about these stories, approved and placed in a slot of the station that is due now."""
        radio = self.newsroom.people[Role.RADIO_EDITOR]
        episode = EpisodePage(
            title="Hương sen Đồng Tháp số 1", slug="so-1", number=1, audio=library._recording(), live=False,
            transcript="\n\n".join(story.title for story in stories), owner=radio,
        )  # fmt: skip
        self.programme.add_child(instance=episode)
        episode.stories.set([story.specific for story in stories])
        episode.save_revision(user=radio)
        self.episode = self.approved(fresh(episode))
        self.due(self.episode, self.programme.column)
        return self.episode

    def due(self, page: Page, column: Column | None = None) -> Slot:
        earlier = Slot.objects.count()
        slot = Slot.objects.create(
            column=column or self.newsroom.column, at=self.at - timedelta(minutes=5, seconds=earlier)
        )
        place(slot, page, by=self.newsroom.people[Role.MANAGING_EDITOR], at=self.at)
        return slot

    def addresses(self) -> list[str]:
        feeds = [f"/feeds/stories.{suffix}" for suffix in ("rss", "atom", "json")]
        feeds += ["/feeds/columns/guong-nguoi-tot.rss", "/feeds/sectors/nong-nghiep.atom"]
        feeds += ["/feeds/localities/W30037.json", "/feeds/programmes/huong-sen.rss"]
        lists = [
            "/", "/cau-chuyen/", "/chuyen-muc/", "/chuyen-muc/guong-nguoi-tot/", "/linh-vuc/nong-nghiep/",
            "/dia-phuong/xa-thap-muoi/", "/phat-thanh/", "/phat-thanh/huong-sen/", "/feeds/",
            "/feeds/feeds.opml", "/tim-kiem/?q=ong+giu+ruong+sen",
            f"/chuyen-muc/guong-nguoi-tot/{self.at:%Y}/{self.at:%m}/",
        ]  # fmt: skip
        pages = [*self.stories, *([self.episode] if self.episode else [])]
        return [*lists, *feeds, *(page.get_url_parts()[2] for page in pages)]

    def public(self) -> dict[str, str]:
        """Every public byte, by address, as readers read it."""
        return {address: _read(address) for address in self.addresses()}


def a_small_photo(name: str) -> Photo:
    """Small, because a page makes nine sizes of it."""
    data = BytesIO()
    Image.new("RGB", (48, 32), "#7a9").save(data, "JPEG")
    return Photo.objects.create(title=name, file=ImageFile(data, name=f"{name}.jpg"), credit="Hữu Nghĩa")


def _read(address: str) -> str:
    body = Client().get(address).content.decode()
    # Escapes would hide a name from a search in the text.
    return json.dumps(json.loads(body), ensure_ascii=False) if address.endswith(".json") else body


def a_station(newsroom: Newsroom) -> ProgrammePage:
    library.column_page(newsroom.column)
    station = Column.objects.create(
        name="Hương sen Đồng Tháp",
        slug="huong-sen",
        organisation=newsroom.column.organisation,
        media=["radio"],
    )
    return library.programme(station)


def told(newsroom: Newsroom, at: datetime, names: list[str], titles: list[str]) -> Told:
    """One published story a name; one episode that was on the air with all of them."""
    house = Told(newsroom, a_station(newsroom), at)
    for name, title in zip(names, titles, strict=True):
        person = house.person(name)
        for channel in (WEB, PRINT):
            for item in (ConsentItem.NAME, ConsentItem.PHOTO):
                house.agree(person, channel, item)
        house.agree(person, RADIO)
        house.due(house.approved(house.draft(person, title)))
    house.jobs()
    house.stories = [fresh(story) for story in house.stories]
    house.tell_on_air(house.stories)
    house.jobs()
    house.episode = fresh(house.episode)
    assert all(page.live for page in [*house.stories, house.episode]), [
        slot.last_error for slot in Slot.objects.all()
    ]
    return house


def order(house: Told, page: Page, reason: TakedownReason = TakedownReason.ORDER) -> Takedown:
    chief = house.newsroom.people[Role.EDITOR_IN_CHIEF]
    return take_down(page, reason=reason, grounds="CV 45/SVHTT", by=chief, at=house.at)
