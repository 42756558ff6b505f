"""Somebody with a birth year and a commune, and a story that waits for its release."""

import pytest
from wagtail.models import Page

from cms.people.enums import Role
from stories.exemplars.actions import register
from stories.exemplars.enums import ExemplarKind, SubjectType
from stories.exemplars.models import Exemplar
from stories.pages.models import Subject
from tests.factories.dossiers import NOW, a_claim, agree
from tests.factories.library import places
from tests.factories.newsroom import Newsroom, fresh


@pytest.fixture
def exemplar(newsroom: Newsroom) -> Exemplar:
    today, old = places()
    person = Exemplar(
        name="Nguyễn Văn Kiềm",
        subject_type=SubjectType.INDIVIDUAL,
        kind=ExemplarKind.GOOD_DEED,
        birth_year=1968,
        locality=today,
        unit_then=old,
    )
    return register(person, by=None, at=NOW)


@pytest.fixture
def story(newsroom: Newsroom, exemplar: Exemplar) -> Page:
    """Waits for its release: one confirmed claim, one consent for the web and print."""
    office = newsroom.people[Role.STANDING_OFFICE]
    claim = a_claim(exemplar, by=office)
    agree(exemplar)
    page = newsroom.draft()
    page.subjects.add(Subject(exemplar=exemplar))
    page.claims.set([claim])
    page.save_revision(user=newsroom.people[Role.JOURNALIST])
    page = newsroom.hand_in(fresh(page))
    for role in (Role.DESK_EDITOR, Role.STANDING_OFFICE, Role.MANAGING_EDITOR):
        page = newsroom.approve(page, role)
    return page
