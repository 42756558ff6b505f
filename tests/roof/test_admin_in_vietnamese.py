"""Nothing on Wagtail's screens is English: not what catalogues translate, and not what templates and names hold hard."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import wagtail
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.test import Client
from lxml import html
from wagtail.models import Page, Task, Workflow

from cms.operations.provisioning.wording import put_into_words
from cms.people.enums import Role
from tests.factories.english import foreign
from tests.factories.newsroom import Newsroom

pytestmark = pytest.mark.room
# The people of the test are called like their roles.
NAMES = {*Role, *re.split(r"\W|_", " ".join(Role))}
READ_ALOUD = (
    "title",
    "aria-label",
    "placeholder",
    "alt",
    "data-w-tooltip-content-value",
    "data-w-dialog-title",
)
SCREENS = [
    "", "account/", "pages/", "pages/search/?q=sen", "images/", "images/add/", "images/multiple/add/", "documents/",
    "documents/add/", "documents/multiple/add/", "collections/", "collections/add/", "users/", "users/new/", "groups/",
    "groups/new/", "sites/", "sites/new/", "workflows/list/", "workflows/add/", "workflows/tasks/index/",
    "workflows/tasks/select_type/", "reports/locked/", "reports/workflow/", "reports/workflow_tasks/",
    "reports/aging-pages/", "choose-page/", "choose-external-link/", "choose-email-link/", "choose-phone-link/",
    "choose-anchor-link/", "images/chooser/", "documents/chooser/", "co-ai-tim-trang-nay/",
]  # fmt: skip
DOORS = ["", "edit/", "history/", "usage/", "delete/", "move/", "copy/", "workflow_history/"]


def shown(document: html.HtmlElement) -> Iterator[str]:
    for element in document.iter():
        is_silent = element.tag in {"script", "style", "svg", "code", "kbd", "iframe"}
        if not isinstance(element.tag, str) or is_silent or "hidden" in element.attrib:
            yield element.tail or ""
            continue
        yield from (element.get(name, "") for name in READ_ALOUD)
        if element.get("type") == "submit" and element.tag == "input":
            yield element.get("value", "")
        yield from (element.text or "", element.tail or "")


def english(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    text = answer.content.decode()
    if answer["Content-Type"] == "application/json":
        text = json.loads(text)["html"]
    found = [part for part in shown(html.fromstring(text)) if foreign(part, NAMES)]
    return sorted({f"{address}: {' '.join(part.split())}" for part in found})


@pytest.fixture
def administrator(newsroom: Newsroom, client: Client) -> Client:
    who = newsroom.people[Role.ADMINISTRATOR]
    who.is_superuser = True
    who.save()
    client.force_login(who)
    return client


def test_wagtails_screens_show_no_english(administrator: Client) -> None:
    assert [line for screen in SCREENS for line in english(administrator, f"/admin/{screen}")] == []


def test_explorer_and_editor_show_no_english(newsroom: Newsroom, administrator: Client) -> None:
    at_review, draft = newsroom.hand_in(newsroom.draft("Cô Ba giữ lửa lò gạch")), newsroom.draft()
    section = draft.get_parent()
    pages = [Page.objects.get(depth=1).pk, section.pk, at_review.pk, draft.pk]
    addresses = [f"/admin/pages/{page}/{door}" for page in pages[1:] for door in DOORS]
    addresses += [f"/admin/pages/{pages[0]}/", f"/admin/pages/add/stories/storypage/{section.pk}/"]
    assert [line for address in addresses for line in english(administrator, address)] == []


def test_groups_and_workflows_show_no_english(administrator: Client) -> None:
    addresses = [f"/admin/groups/edit/{group.pk}/" for group in Group.objects.all()[:2]]
    addresses += [f"/admin/workflows/edit/{workflow.pk}/" for workflow in Workflow.objects.all()]
    addresses += [f"/admin/workflows/tasks/edit/{task.pk}/" for task in Task.objects.all()]
    assert [line for address in addresses for line in english(administrator, address)] == []


def test_names_in_the_database_are_vietnamese_and_stay_so(newsroom: Newsroom) -> None:
    names = set(Permission.objects.values_list("name", flat=True))
    assert {"Sửa điển hình", "Chọn ảnh", "Được vào trang làm việc"} <= names
    assert [name for name in names if name.startswith("Can ")] == []
    assert put_into_words() == []


def test_the_screens_tell_of_this_house_and_not_of_a_guide_in_english(administrator: Client) -> None:
    home = administrator.get("/admin/").content.decode()
    assert "<title>Bàn làm việc - Gương Sáng</title>" in home
    assert "guide.wagtail.org" not in home
    assert "Africa/" not in administrator.get("/admin/account/").content.decode()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("shared/header.html", {'value="Search"': 'value="Tìm kiếm"'}),
        ("shared/headers/_actions.html", {'aria-label="Actions"': 'aria-label="Thao tác"'}),
        (
            "reports/listing/_list_page_types_usage.html",
            {"{{ page_type.app_label }}.{{ page_type.model }}": "{{ page_type.app_labeled_name }}"},
        ),
        (
            "generic/inspect.html",
            {
                "{{ field.value|localize }}": "{% if field.value is None %}–{% elif field.value is True %}Có"
                "{% elif field.value is False %}Không{% else %}{{ field.value|localize }}{% endif %}"
            },
        ),
    ],
)
def test_our_copy_of_a_template_is_wagtails_but_for_the_words(name: str, words: dict[str, str]) -> None:
    theirs = (Path(wagtail.__file__).parent / "admin/templates/wagtailadmin" / name).read_text("utf-8")
    for english_word, vietnamese in words.items():
        assert english_word in theirs
        theirs = theirs.replace(english_word, vietnamese)
    ours = (settings.ROOT / "templates/wagtailadmin" / name).read_text("utf-8")
    assert _bare(ours) == _bare(theirs)


def _bare(template: str) -> str:
    """Without what the formatter of our templates changes."""
    short = re.sub(r"{% endblock \w+ %}", "{% endblock %}", template).replace("{% translate", "{% trans")
    short = re.sub(
        r"{% load ([^%]+) %}", lambda tags: f"{{% load {' '.join(sorted(tags[1].split()))} %}}", short
    )
    short = re.sub(r"{% with (\S+) as (\w+) %}", r"{% with \2=\1 %}", short)
    return "".join(short.split())
