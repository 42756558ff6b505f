"""Secret links: opened, used, limited, revoked; their secrets are nowhere in the database or the log."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from wagtail.models import ModelLogEntry

from cms.people.actions import (
    LinkExpired,
    LinkRevoked,
    LinkUnknown,
    TooManyTries,
    open_link,
    revoke_link,
    use_link,
)
from cms.people.enums import Purpose
from cms.people.models import AccessLink, AccessLinkUse, User
from cms.people.secrecy import HEADERS, HideSecrets, secret_page

pytestmark = pytest.mark.room
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
DAY = timedelta(days=1)
HERE, ELSEWHERE = "203.0.113.7", "203.0.113.8"


def use(secret: str, *, at: datetime = AT, purpose: Purpose = Purpose.READING, address: str = HERE):
    return use_link(secret, purpose, at=at, what="open", address=address)


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("can-bo")


def test_a_link_opens_until_it_expires_and_every_use_is_logged(clerk: User) -> None:
    link, secret = open_link(Purpose.READING, 7, by=clerk, at=AT, lasts=DAY)
    assert len(secret) >= 32
    for hours in (1, 23):
        assert use(secret, at=AT + timedelta(hours=hours)) == link
    with pytest.raises(LinkExpired, match="đã hết hạn"):
        use(secret, at=AT + DAY)
    link.refresh_from_db()
    assert (link.subject, link.uses, link.last_used_at) == ("7", 2, AT + timedelta(hours=23))
    assert list(AccessLinkUse.objects.values_list("what", "at")) == [
        ("open", AT + timedelta(hours=23)),
        ("open", AT + timedelta(hours=1)),
    ]


def test_a_link_for_one_thing_opens_no_other(clerk: User) -> None:
    _, secret = open_link(Purpose.READING, 7, by=clerk, at=AT, lasts=DAY)
    with pytest.raises(LinkUnknown):
        use(secret, purpose=Purpose.PROPOSAL)


def test_a_revoked_link_opens_nothing_and_revoking_twice_is_once(clerk: User) -> None:
    link, secret = open_link(Purpose.READING, 7, by=clerk, at=AT, lasts=None)
    for at in (AT, AT + DAY):
        revoke_link(link, by=clerk, at=at)
    with pytest.raises(LinkRevoked, match="đã được thu hồi"):
        use(secret)
    link.refresh_from_db()
    assert (link.revoked_by, link.revoked_at, link.uses) == (clerk, AT, 0)
    logged = ModelLogEntry.objects.filter(object_id=str(link.pk)).order_by("pk")
    assert list(logged.values_list("action", "user_id")) == [
        ("people.open_link", clerk.pk),
        ("people.revoke_link", clerk.pk),
    ]


def test_after_twenty_wrong_tries_an_address_waits_for_the_next_hour(clerk: User) -> None:
    _, secret = open_link(Purpose.READING, 7, by=clerk, at=AT, lasts=DAY)
    for number in range(20):
        with pytest.raises(LinkUnknown):
            use(f"sai-{number}")
    with pytest.raises(TooManyTries, match="Xin chờ một giờ"):
        use(secret)
    assert use(secret, address=ELSEWHERE).uses == 0
    assert use(secret, at=AT + timedelta(hours=1)).subject == "7"


def test_right_tries_are_not_counted(clerk: User) -> None:
    _, secret = open_link(Purpose.READING, 7, by=clerk, at=AT, lasts=DAY)
    for _ in range(25):
        use(secret)
    assert AccessLink.objects.get().uses == 25


def test_the_secret_is_nowhere_in_the_database(clerk: User) -> None:
    _, secret = open_link(Purpose.READING, 7, by=clerk, at=AT, lasts=DAY)
    use(secret)
    rows = [str(row) for model in apps.get_models() for row in model.objects.values_list()]
    assert any("open_link" in row for row in rows)
    assert [row for row in rows if secret in row] == []


def test_what_django_logs_of_a_refusal_has_no_secret() -> None:
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "%s: %s", ("Gone", "/doc-truoc/bi-mat_123/anh/"), None
    )
    assert HideSecrets(["/doc-truoc/"]).filter(record)
    assert record.getMessage() == "Gone: /doc-truoc/…/anh/"


def test_a_secret_page_tells_caches_sites_and_searchers_nothing() -> None:
    @secret_page
    def door(request: HttpRequest) -> HttpResponse:
        return HttpResponse("", status=410)

    response = door(RequestFactory().get("/"))
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert response.headers["Cache-Control"] == "private, no-store"
