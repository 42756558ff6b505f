"""A provisioned house with one person for each role, one column, and pieces at any step of the road."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Collection, Locale, Page

from cms.operations.provisioning import provision
from cms.organisations.enums import Tier
from cms.organisations.models import Organisation
from cms.people.enums import Role
from cms.people.models import User
from cms.people.queries import group_name
from columns.slots.models import Column, Slot
from stories.pages.models import Byline, StoryIndexPage, StoryPage

HEADLINE = "Ông Tư giữ ruộng sen cho cả xóm cùng làm"
STANDFIRST = (
    "Từ hai công ruộng phèn bỏ hoang, ông Tư trồng lại sen, chỉ cách làm cho hàng xóm, và sau ba năm "
    "cả tổ hợp tác có thêm nguồn thu trong mùa nước nổi."
)


@dataclass
class Newsroom:
    """`people[Role.JOURNALIST]` is somebody of that role."""

    people: dict[Role, User] = field(default_factory=dict)
    column: Column | None = None

    def draft(self, title: str = HEADLINE, **values: object) -> StoryPage:
        """A piece by the journalist that has no failure of its own."""
        journalist = self.people[Role.JOURNALIST]
        story = StoryPage(title=title, standfirst=STANDFIRST, live=False, owner=journalist, **values)
        story.bylines.add(Byline(pen_name="Minh Tâm", user=journalist))
        StoryIndexPage.objects.get().add_child(instance=story)
        story.save_revision(user=journalist)
        return fresh(story)

    def hand_in(self, page: Page) -> Page:
        page.get_workflow().start(page, self.people[Role.JOURNALIST])
        return fresh(page)

    def approve(self, page: Page, role: Role) -> Page:
        """Press “Duyệt” as somebody of the role, through the door that the screen uses."""
        state = page.current_workflow_task_state
        state.task.specific.on_action(state, user=self.people[role], action_name="approve")
        return fresh(page)

    def approved(self, title: str = HEADLINE) -> Page:
        """A piece that only waits for its release."""
        page = self.hand_in(self.draft(title))
        for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
            page = self.approve(page, role)
        return page

    def slot(self, at: datetime, pages: Iterable[Page] = (), several: bool = False) -> Slot:
        from columns.slots.actions import place

        if several:
            Column.objects.filter(pk=self.column.pk).update(several_pieces=True)
        slot = Slot.objects.create(column=self.column, at=at)
        for page in pages:
            place(slot, page, by=self.people[Role.MANAGING_EDITOR], at=at - timedelta(days=1))
        slot.refresh_from_db()
        return slot


def fresh(page: Page) -> Page:
    """The page as the next request reads it."""
    return Page.objects.get(pk=page.pk).specific


def plant_roots() -> None:
    """What Wagtail's migrations put into the tables; a test with real transactions empties these when it ends."""
    Locale.objects.get_or_create(language_code="vi")
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")


def open_newsroom() -> Newsroom:
    plant_roots()
    provision(at=timezone.now())
    newsroom = Newsroom()
    groups = {group.name: group.pk for group in Group.objects.all()}
    for role in Role:
        newsroom.people[role] = User.objects.create_user(
            username=role.value,
            email=f"{role.value}@example.org",
            password="mat-khau-thu-nghiem",
            full_name=role.value,
        )
    User.groups.through.objects.bulk_create(
        User.groups.through(user=user, group_id=groups[group_name(role)])
        for role, user in newsroom.people.items()
    )
    press = Organisation.objects.create(code="bao-dai", name="Báo và Đài", tier=Tier.PRESS)
    newsroom.column = Column.objects.create(
        name="Gương Người tốt, Việc tốt", slug="guong-nguoi-tot", organisation=press, media=["print", "web"]
    )
    return newsroom
