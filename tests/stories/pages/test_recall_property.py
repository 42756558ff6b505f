"""Whatever happens in whatever order: after a run of the jobs no public byte shows what must not be shown.

What must not be shown is worked out here from what was done, not asked of the code under test.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from cms.people.enums import Role
from cms.workflow.queries import waiting_step
from stories.dossiers.actions import withdraw_consent
from stories.dossiers.enums import ConsentItem
from stories.dossiers.models import Consent
from stories.exemplars.actions import lift_hold
from stories.exemplars.models import Hold
from stories.pages.actions import TakedownRefused, lift_takedown, take_down
from stories.pages.enums import TakedownReason
from stories.pages.models import Takedown
from tests.factories.newsroom import Newsroom, fresh
from tests.factories.told import APPROVERS, RADIO, WEB, Told, told

pytestmark = pytest.mark.room

NAMES = ["Trần Văn Bách", "Lê Thị Diệp"]
CALLED = ["Ông Bách", "Bà Diệp"]
TITLES = [f"{name} giữ ruộng sen cho cả xóm cùng làm" for name in CALLED]
ON_AIR = "Hương sen Đồng Tháp số 1"
AGREED = [(WEB, ConsentItem.NAME), (WEB, ConsentItem.PHOTO), (RADIO, ConsentItem.NAME)]

person = st.integers(0, 1)
grant = st.sampled_from(AGREED)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("hold"), person),
        st.tuples(st.just("lift_hold"), person),
        st.tuples(st.just("withdraw"), person, grant),
        st.tuples(st.just("agree"), person, grant, st.sampled_from([None, 0, 1])),
        st.tuples(st.just("next_day")),
        st.tuples(st.just("order"), person),
        st.tuples(st.just("lift_takedown"), st.integers(0, 2)),
        st.tuples(st.just("correct"), st.integers(0, 2)),
        st.tuples(st.just("release"), st.integers(0, 2)),
        st.tuples(st.just("release_and_hold"), st.integers(0, 2), person),
    ),
    min_size=2,
    max_size=5,
)


@dataclass
class World:
    """The house, and beside it what a clerk with pencil and paper would know."""

    house: Told
    holds: dict[int, list[Hold]] = field(default_factory=lambda: {0: [], 1: []})
    agreed: dict[tuple[int, str, str], list[date | None]] = field(default_factory=dict)
    ordered: set[int] = field(default_factory=set)
    editions: int = 0

    def __post_init__(self) -> None:
        self.agreed = {(who, *what): [None] for who in (0, 1) for what in AGREED}

    @property
    def pages(self) -> list[Page]:
        return [fresh(page) for page in (*self.house.stories, self.house.episode)]

    def agrees(self, who: int, channel: str, item: str) -> bool:
        today = timezone.localdate(self.house.at)
        return any(until is None or until >= today for until in self.agreed[who, channel, item])

    def forbidden(self) -> list[str]:
        """Words that no reader may find now."""
        off_web = [
            bool(self.holds[who])
            or who in self.ordered
            or not all(self.agrees(who, WEB, item) for item in (ConsentItem.NAME, ConsentItem.PHOTO))
            for who in (0, 1)
        ]
        off_air = any(
            self.holds[who]
            or who in self.ordered
            or not (self.agrees(who, WEB, ConsentItem.NAME) and self.agrees(who, RADIO, ConsentItem.NAME))
            for who in (0, 1)
        )
        words = [
            f"{name} giữ ruộng sen" for name, off in zip(CALLED, off_web, strict=True) if off and off_air
        ]
        words += [name for name, off in zip(NAMES, off_web, strict=True) if off]
        words += [f'/cau-chuyen/{self.house.stories[who].slug}/"' for who in (0, 1) if off_web[who]]
        return [*words, ON_AIR] if off_air else words


class Steps:
    """What people do; what the house refuses them is refused."""

    def __init__(self, world: World) -> None:
        self.world, self.house = world, world.house

    def hold(self, who: int) -> None:
        holds = self.world.holds[who]
        holds.append(self.house.hold(self.house.people[who], document=f"CV {len(holds) + 1}"))

    def lift_hold(self, who: int) -> None:
        if self.world.holds[who]:
            hold = self.world.holds[who].pop()
            lift_hold(hold, document="KL 7", note="", by=self._user(Role.STANDING_OFFICE), at=self.house.at)

    def withdraw(self, who: int, what: tuple[str, str]) -> None:
        held = Consent.objects.filter(
            exemplar=self.house.people[who], grants__channel=what[0], grants__item=what[1], withdrawn_on=None
        )
        for consent in held:
            withdraw_consent(consent, note="", by=None, at=self.house.at)
        self.world.agreed[who, *what] = []

    def agree(self, who: int, what: tuple[str, str], days: int | None) -> None:
        until = None if days is None else timezone.localdate(self.house.at) + timedelta(days=days)
        self.house.agree(self.house.people[who], *what, until=until)
        self.world.agreed[who, *what].append(until)

    def next_day(self) -> None:
        self.house.at += timedelta(days=1)

    def order(self, who: int) -> None:
        try:
            take_down(self.house.stories[who], reason=TakedownReason.ORDER, grounds="CV 45",
                      by=self._user(Role.EDITOR_IN_CHIEF), at=self.house.at)  # fmt: skip
        except TakedownRefused:
            return
        takedown = Takedown.objects.in_force().get(page=self.house.stories[who].pk)
        if takedown.reason == TakedownReason.ORDER:
            self.world.ordered.add(who)

    def lift_takedown(self, which: int) -> None:
        takedown = Takedown.objects.in_force().filter(page=self.world.pages[which].pk).first()
        if takedown:
            before = [page.live for page in self.world.pages]
            lift_takedown(
                takedown, document="QĐ", note="", by=self._user(Role.EDITOR_IN_CHIEF), at=self.house.at
            )
            assert [page.live for page in self.world.pages] == before
            self.world.ordered.discard(which)

    def correct(self, which: int) -> None:
        """A new text of the piece, handed in and approved as far as the house lets it."""
        page = self.world.pages[which]
        if not page.workflow_in_progress:
            self.world.editions += 1
            text = page.get_latest_revision_as_object()
            if which < 2:
                text.kicker = f"Lần {self.world.editions}"
            text.save_revision(user=self._user(Role.JOURNALIST))
            page = self.house.newsroom.hand_in(fresh(page))
        self._approve(page)

    def release(self, which: int) -> None:
        self.correct(which)
        page = self.world.pages[which]
        if waiting_step(page):
            self.house.due(page, self.house.programme.column if which == 2 else None)

    def release_and_hold(self, which: int, who: int) -> None:
        """The release runs first and the hold is set before anything looks again."""
        from columns.slots.actions import release_due

        self.release(which)
        release_due(at=self.house.at)
        self.hold(who)

    def _approve(self, page: Page) -> None:
        for role in APPROVERS:
            state = fresh(page).current_workflow_task_state
            if state and not waiting_step(fresh(page)):
                try:
                    self.house.newsroom.approve(fresh(page), role)
                except PermissionDenied:
                    event("a step refused")

    def _user(self, role: Role) -> object:
        return self.house.newsroom.people[role]


def broken_promises(world: World) -> list[str]:
    forbidden = world.forbidden()
    found = [
        f"{words} at {address}"
        for address, text in world.house.public().items()
        for words in forbidden
        if words in text
    ]
    gone = [page for page in world.pages if not page.live]
    return found + [f"{page.url} is no 410" for page in gone if Client().get(page.url).status_code != 410]


def files_of(house: Told) -> dict[str, bytes]:
    media = [house.episode.audio, *(story.lead_photo for story in house.stories)]
    return {one.file.name: default_storage.open(one.file.name).read() for one in media}


def put_back(files: dict[str, bytes]) -> None:
    """Files know no savepoint."""
    for name, content in files.items():
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(content))


@pytest.fixture
def house(newsroom: Newsroom) -> Told:
    return told(newsroom, timezone.now(), NAMES, TITLES)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=steps)
def test_after_any_steps_and_a_run_no_public_byte_shows_what_must_not_be_shown(
    house: Told, steps: list[tuple[object, ...]]
) -> None:
    begin, files = house.at, files_of(house)
    undo = transaction.atomic()
    undo.__enter__()
    try:
        world = World(house)
        doing = Steps(world)
        for name, *arguments in steps:
            getattr(doing, str(name))(*arguments)
            house.at += timedelta(minutes=1)
            house.jobs()
            event(f"{len(world.forbidden())} kinds of words forbidden")
            assert broken_promises(world) == [], name
    finally:
        transaction.set_rollback(True)
        undo.__exit__(None, None, None)
        house.at = begin
        put_back(files)
