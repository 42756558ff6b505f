"""The screen on which everybody changes their own account."""

import pytest
from django.test import Client
from lxml import html

from cms.people.enums import Role
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room


def test_everybody_saves_their_own_account(newsroom: Newsroom, client: Client) -> None:
    """Wagtail's form asks for a first and a last name, which nobody has here."""
    journalist = newsroom.people[Role.JOURNALIST]
    client.force_login(journalist)
    page = html.fromstring(client.get("/admin/account/").content)
    form = next(form for form in page.forms if "name_email-full_name" in form.fields)
    values = {name: value or "" for name, value in form.fields.items()}
    answer = client.post(
        "/admin/account/", values | {"name_email-full_name": "Lê Thị Bích Ngân", "theme-theme": "dark"}
    )
    assert answer.status_code == 302
    journalist.refresh_from_db()
    assert (journalist.full_name, journalist.wagtail_userprofile.theme) == ("Lê Thị Bích Ngân", "dark")
