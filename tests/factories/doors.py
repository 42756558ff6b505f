"""The house with something behind every door, and somebody of each role who knocks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.models import Collection, Page, Site, Task, Workflow

from cms.home.models import HomePage
from cms.media.models import Attachment
from cms.operations.matrix.figures import SIGNED_IN, STRANGER
from cms.organisations.enums import BlockKind, Tier
from cms.organisations.models import Block, Organisation
from cms.people.enums import Role
from cms.people.models import ROLE_LABELS, Appointment, User
from cms.plans.models import Sector
from stories.assignments.actions import assign
from stories.assignments.enums import Priority
from stories.dossiers.actions import add_evidence
from stories.dossiers.enums import EvidenceKind
from stories.letters.actions import ask_reading
from stories.nominations.actions import add_photo, ask_concurrence, hand_over, hand_to_head, sign, take_up
from stories.nominations.models import Nomination
from stories.pages.actions import take_down
from stories.pages.enums import TakedownReason
from stories.pages.models import StoryIndexPage, StoryPage
from tests.factories import library
from tests.factories.bodies import (
    NOW,
    Body,
    a_body,
    a_draft,
    a_nomination,
    a_press_body,
    appoint,
    selected,
)
from tests.factories.dossiers import agree
from tests.factories.letters import a_proposal, a_story
from tests.factories.newsroom import STANDFIRST, Newsroom, fresh
from tests.factories.papers import a_small_picture
from tests.factories.plans import a_plan, a_target


class House(SimpleNamespace):
    """Whatever lies behind a door, by name; an address is a sentence with these names: `/admin/phieu/{sent.pk}/`."""

    def address(self, pattern: str) -> str:
        return pattern.format(**vars(self))


def fill(newsroom: Newsroom) -> House:
    house = House(newsroom=newsroom, column=newsroom.column)
    office = newsroom.people[Role.STANDING_OFFICE]
    _papers(house, office)
    _desks(house, office)
    _stories(house)
    _reference(house)
    house.people = {label: newsroom.people[Role(role)] for role, label in ROLE_LABELS}
    house.people |= {SIGNED_IN: User.objects.create_user("nguoi-moi"), STRANGER: None}
    return house


def _papers(house: House, office: User) -> None:
    """A body with papers at every place, and the committee that is asked about one of them."""
    people = house.newsroom.people
    house.chosen = selected(house.newsroom)
    organisation = house.chosen.organisation
    body = Body(organisation, people[Role.CLERK], people[Role.HEAD])
    for role in (Role.CLERK, Role.HEAD):
        appoint(people[role], organisation, role)
    house.body, house.other_body = body, a_body("ubnd-xa-khac", "Ủy ban nhân dân xã Khác")
    house.draft, house.others_draft = a_draft(body), a_draft(house.other_body)
    house.photo = add_photo(house.draft, name="a.jpg", data=a_small_picture(), by=body.clerk, at=NOW)
    house.signing = hand_to_head(a_draft(body, name="Lê Thị Diệp"), by=body.clerk, at=NOW)
    house.sent = a_nomination(body, name="Phạm Văn Út")
    house.sent_photo = _sent_with_photo(body).photos.get()
    committee = Organisation.objects.create(code="ban-tuyen-giao", name="Ban Tuyên giáo", tier=Tier.PARTY)
    appoint(people[Role.PROPAGANDA], committee, Role.PROPAGANDA)
    house.asked = take_up(a_nomination(body, name="Trần Thị Bảy"), exemplar=None, by=office, at=NOW)
    ask_concurrence(house.asked, organisation=committee, by=office, at=NOW)


def _sent_with_photo(body: Body) -> Nomination:
    draft = a_draft(body, name="Ngô Văn Tám")
    add_photo(draft, name="b.jpg", data=a_small_picture(), by=body.clerk, at=NOW)
    return sign(draft, by=body.head, at=NOW)


def _desks(house: House, office: User) -> None:
    desk = a_press_body(house.newsroom)[0]
    hand_over(house.chosen, desks=[desk], brief="", by=office, at=NOW)
    house.desk, house.hand_over = desk, house.chosen.hand_overs.get()
    house.work = assign(
        desk, title="Viết về ông Kiềm", brief="", exemplar=None, hand_over=None, person=None,
        due_on=timezone.localdate() + timedelta(days=5), priority=Priority.NORMAL,
        by=house.newsroom.people[Role.MANAGING_EDITOR], at=timezone.now(),
    )  # fmt: skip
    house.exemplar = house.chosen.exemplar
    house.evidence = add_evidence(
        house.exemplar.claims.first(), kind=EvidenceKind.DOCUMENT, description="Sổ thu chi",
        file=ContentFile(b"%PDF-1.7", name="so.pdf"), by=office, at=NOW,
    )  # fmt: skip
    house.consent = agree(house.exemplar)
    house.consent.proof_file.save("giay.pdf", ContentFile(b"%PDF-1.7"))


def _stories(house: House) -> None:
    newsroom, now = house.newsroom, timezone.now()
    people = newsroom.people
    house.section, house.home = StoryIndexPage.objects.get(), HomePage.objects.get()
    house.writer = User.objects.create_user("nguoi-viet-khac")
    house.others = a_draft_of(house, house.writer)
    house.live, house.taken_page = library.stories(2, newsroom.column)
    house.taken = take_down(
        house.taken_page,
        reason=TakedownReason.ORDER,
        grounds="CV 45",
        by=people[Role.EDITOR_IN_CHIEF],
        at=now,
    )
    approvals = [Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR]
    house.at_step = []
    for passed in range(len(approvals) + 1):
        page = newsroom.hand_in(newsroom.draft(f"Ông Tư giữ ruộng sen cho cả xóm lần {passed}"))
        for role in approvals[:passed]:
            page = newsroom.approve(page, role)
        house.at_step.append(page)
    house.waiting = house.at_step[-1]
    house.programme = library.programme(newsroom.column)
    house.episode = library.episodes(1, house.programme)[0]
    house.slot = newsroom.slot(now + timedelta(days=3), [house.waiting])
    house.proposal, _ = a_proposal()
    house.read, person = a_story(newsroom, "Đỗ Văn Năm")
    house.reading, _ = ask_reading(house.read, person, by=people[Role.JOURNALIST], at=now)
    StoryPage.objects.filter(pk=house.read.pk).update(owner=house.writer)
    # Choosers answer in JSON, where a diacritic is an escape.
    house.picture = library.photo("ao-sen-mua-nuoc")
    house.file = Attachment.objects.create(
        title="bang-ghi-am", file=ContentFile(b"ID3", name="bang-ghi-am.mp3")
    )


def _reference(house: House) -> None:
    house.plan, house.target = a_plan(), a_target(1)
    house.sector = Sector.objects.first()
    house.organisation = house.body.organisation
    house.block = Block.objects.create(
        name="Khối 1", kind=BlockKind.BLOCK, year=2026, lead=house.organisation
    )
    house.appointment, house.user = Appointment.objects.first(), house.writer
    house.group, house.site = Group.objects.first(), Site.objects.get()
    house.workflow, house.task = (
        Workflow.objects.filter(active=True).get(),
        Task.objects.filter(active=True)[0],
    )
    house.collection = Collection.get_first_root_node().add_child(name="Ảnh tư liệu")


def a_draft_of(house: House, owner: User | None) -> StoryPage:
    story = StoryPage(title="Ông Tư giữ ruộng sen cho xóm", standfirst=STANDFIRST, live=False, owner=owner)
    house.section.add_child(instance=story)
    story.save_revision(user=owner)
    return fresh(story)


@dataclass
class Visit:
    """Somebody at a door."""

    house: House
    client: Client
    user: User | None

    def get(self, pattern: str) -> HttpResponse:
        return self.client.get(self.house.address(pattern))

    def post(self, pattern: str, data: dict[str, object]) -> HttpResponse:
        return self.client.post(self.house.address(pattern), data)


Knock = Callable[[Visit], bool]


def was_let_in(answer: HttpResponse) -> bool:
    """Not refused, not sent away; a form that only lacks something (422) stands behind an open door."""
    if answer.status_code == 302:
        return answer["Location"] != "/admin/" and not answer["Location"].startswith("/tai-khoan/dang-nhap/")
    return answer.status_code in {200, 422}


def opens(pattern: str) -> Knock:
    return lambda visit: was_let_in(visit.get(pattern))


def takes(pattern: str, **data: str) -> Knock:
    return lambda visit: was_let_in(visit.post(pattern, dict(data)))


def shows(pattern: str, words: str) -> Knock:
    """A list that everybody may open and that holds only what one may see."""
    return lambda visit: visit.house.address(words) in visit.get(pattern).content.decode()


def does(act: Callable[[Visit], Any], happened: Callable[[House], bool]) -> Knock:
    """Where an answer says too little: whether it happened."""

    def knock(visit: Visit) -> bool:
        act(visit)
        return happened(visit.house)

    return knock


def presses(visit: Visit, page: Page, button: str) -> Page:
    """Open the page's form and press one of its buttons, with all that the form holds."""
    address = f"/admin/pages/{page.pk}/edit/"
    answer = visit.client.get(address)
    if answer.status_code == 200:
        form = html.fromstring(answer.content.decode()).get_element_by_id("page-edit-form")
        # The body is drawn by a script.
        data = dict(form.form_values()) | {"body-count": "0", button: "1"}
        visit.client.post(address, data)
    return fresh(page)
