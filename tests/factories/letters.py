"""Proposals as the public sends them, and a story whose exemplar can read it."""

import re
from datetime import datetime, timedelta
from html import unescape

from django.http import HttpResponse
from django.utils import timezone
from wagtail.models import Page

from cms.organisations.enums import Medium
from cms.people.enums import Role
from cms.people.models import User
from cms.people.secrecy import HEADERS
from stories.dossiers.actions import Grant, add_evidence, give_consent, judge, state_claim
from stories.dossiers.enums import ClaimKind, ConsentItem, EvidenceKind, Signer, Verdict
from stories.exemplars.models import Exemplar
from stories.letters.actions import propose
from stories.letters.forms import new_token
from stories.letters.models import Proposal
from stories.pages.models import StoryPage, Subject
from tests.factories.library import an_exemplar
from tests.factories.newsroom import Newsroom, fresh

FIGURE = "Vườn sen rộng 2,5 ha cho thu 180 triệu đồng một năm"
DOOR, FOLLOW, INBOX = "/gioi-thieu-guong/", "/theo-doi/", "/admin/de-xuat/"
CODE = re.compile(r"GS(?:-[0-9A-Z]{4}){3}")
DEED = "Chỉ cách trồng sen cho mười một hộ trong ấp"


def text_of(response: HttpResponse) -> str:
    """The page's words and tags, with signs as they are read."""
    return " ".join(unescape(response.content.decode()).split())


def code_in(response: HttpResponse) -> str:
    """The code to follow by, as the page shows it."""
    found = CODE.search(text_of(response))
    assert found
    return found.group()


def is_secret(response: HttpResponse) -> bool:
    """Nobody between keeps the page, and it sends no address on."""
    return all(response.headers.get(name) == value for name, value in HEADERS.items())


def words(**changes: str) -> dict[str, str]:
    """What somebody types, without the form's own fields."""
    typed = {
        "name": "Ông Trần Văn Đò",
        "place": "ấp Mỹ Tây, xã Tháp Mười",
        "deeds": "Mười hai năm đưa đò miễn phí cho học trò.\nTập bơi cho trẻ trong ấp.",
        "source": "Con tôi đi đò của ông mỗi ngày.",
        "contact_name": "Lê Thị Năm",
        "contact": "0912 345 678",
    }
    return typed | changes


def posted(at: datetime | None = None, **changes: str) -> dict[str, str]:
    """A form opened a minute before `at` and filled in by hand."""
    token = new_token((at or timezone.now()) - timedelta(minutes=1))
    return words() | {"agrees": "on", "website": "", "form": token} | changes


def a_proposal(at: datetime | None = None, by: User | None = None, **changes: str) -> tuple[Proposal, str]:
    at = at or timezone.now()
    return propose(words(**changes), form=new_token(at), by=by, at=at)


def a_story(newsroom: Newsroom, name: str = "Nguyễn Văn Kiềm") -> tuple[StoryPage, Exemplar]:
    """The journalist's draft about somebody who agreed to be named, with two confirmed claims: it has no failure."""
    person = an_exemplar(name)
    now, office = timezone.now(), newsroom.people[Role.STANDING_OFFICE]
    claims = []
    for kind, text in ((ClaimKind.FIGURE, FIGURE), (ClaimKind.DEED, DEED)):
        claim = state_claim(person, kind=kind, text=text, by=office, at=now)
        add_evidence(claim, kind=EvidenceKind.DOCUMENT, description="Sổ thu chi", by=office, at=now)
        claims.append(judge(claim, verdict=Verdict.CONFIRMED, note="", by=office, at=now))
    give_consent(
        person,
        signer=Signer.SELF,
        signer_name=person.name,
        given_on=timezone.localdate(),
        expires_on=None,
        proof="Giấy đồng ý",
        grants=[Grant(channel, ConsentItem.NAME) for channel in Medium],
        by=office,
        at=now,
    )
    story = newsroom.draft(body=[("paragraph", f"<p>{FIGURE}. {DEED}.</p>")])
    story.subjects.add(Subject(exemplar=person))
    story.claims.set(claims)
    story.save_revision(user=newsroom.people[Role.JOURNALIST])
    return fresh(story), person


def edited(page: Page, newsroom: Newsroom, standfirst: str) -> StoryPage:
    """The journalist changes a sentence."""
    draft = page.get_latest_revision_as_object()
    draft.standfirst = standfirst
    draft.save_revision(user=newsroom.people[Role.JOURNALIST])
    return fresh(page)
