"""Each role has a guide; what a guide shows and names exists, and opens for whom the guide is written."""

import re
from pathlib import Path

import pytest
from django.test import Client

from cms.home.guides import FOLDER, GUIDES, PICTURES, Guide, as_html, text_of
from cms.people.enums import Role
from tests.factories.bodies import a_body, a_press_body, appoint
from tests.factories.newsroom import Newsroom

MOST_BYTES, MOST_IN_ALL = 80_000, 2_000_000
A_PAGE = range(150, 560)
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.slug)


def pictures_in(guide: Guide) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\(anh/([\w-]+)\.webp\)", text_of(guide))


def screens_in(guide: Guide) -> list[str]:
    return re.findall(r"[^!]\[[^\]]+\]\((/[^)]*)\)", text_of(guide))


@pytest.mark.rule
def test_each_role_has_one_guide_and_each_guide_is_a_file() -> None:
    assert sorted(role for guide in GUIDES for role in guide.roles) == sorted(Role)
    assert {path.stem for path in FOLDER.glob("*.md")} == {guide.slug for guide in GUIDES}


@pytest.mark.rule
@each_guide
def test_a_guide_is_one_page_with_pictures_that_exist_and_are_described(guide: Guide) -> None:
    text = text_of(guide)
    assert len(text.split()) in A_PAGE
    assert text.startswith(f"# {guide.title}\n")
    assert pictures_in(guide)
    assert text.count("![") == len(pictures_in(guide))
    assert [name for name in pictures_in(guide) if not (PICTURES / f"{name}.webp").is_file()] == []


@pytest.mark.rule
def test_pictures_are_small_and_every_one_is_shown_and_taken_by_the_script() -> None:
    sizes = {path.stem: path.stat().st_size for path in PICTURES.iterdir()}
    assert [name for name, size in sizes.items() if size >= MOST_BYTES] == []
    assert sum(sizes.values()) < MOST_IN_ALL
    shown = {name for guide in GUIDES for name in pictures_in(guide)}
    taken = set(re.findall(r'\("\w+", "/[^"]*", "([\w-]+)"\)', (FOLDER / "chup.py").read_text("utf-8")))
    assert set(sizes) == shown == taken


@pytest.mark.rule
def test_links_to_other_guides_lead_somewhere() -> None:
    linked = {name for guide in GUIDES for name in re.findall(r"\]\(([\w-]+)\.md\)", text_of(guide))}
    assert linked <= {guide.slug for guide in GUIDES}


@pytest.mark.rule
def test_a_guide_lets_no_html_and_no_script_through() -> None:
    html = as_html(
        "# A\n<script>alert(1)</script>\n\n[b](javascript:alert(1)) ![c](anh/d.webp) [e](thu-truong.md)",
        pictures="/admin/huong-dan/anh/",
        others="/admin/huong-dan/",
    )
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert '<img src="/admin/huong-dan/anh/d.webp" alt="c">' in html
    assert '<a href="/admin/huong-dan/thu-truong/">e</a>' in html


@pytest.fixture
def appointed(newsroom: Newsroom) -> Newsroom:
    a_press_body(newsroom)
    commune = a_body().organisation
    for role in (Role.CLERK, Role.HEAD):
        appoint(newsroom.people[role], commune, role)
    return newsroom


@pytest.mark.room
def test_every_screen_named_in_a_guide_opens_for_its_readers(appointed: Newsroom, client: Client) -> None:
    closed = []
    for guide in GUIDES:
        for role in guide.roles:
            client.force_login(appointed.people[role])
            for screen in screens_in(guide):
                answer = client.get(screen, follow=True)
                stays = answer.request["PATH_INFO"] != "/admin/" or screen == "/admin/"
                if answer.status_code != 200 or not stays:
                    closed.append((guide.slug, str(role), screen))
    assert closed == []


@pytest.mark.room
@pytest.mark.parametrize("role", list(Role))
def test_everybody_finds_the_guide_of_the_own_role(newsroom: Newsroom, client: Client, role: Role) -> None:
    client.force_login(newsroom.people[role])
    shown = client.get("/admin/huong-dan/")
    own = next(guide for guide in GUIDES if role in guide.roles)
    assert shown.context["guide"] == own
    assert f'src="/admin/huong-dan/anh/{pictures_in(own)[0]}.webp"' in shown.content.decode()
    picture = client.get(f"/admin/huong-dan/anh/{pictures_in(own)[0]}.webp")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/webp")
    assert b"".join(picture.streaming_content) == Path(PICTURES / f"{pictures_in(own)[0]}.webp").read_bytes()


@pytest.mark.room
def test_other_guides_are_read_too_and_strangers_read_none(newsroom: Newsroom, client: Client) -> None:
    assert client.get("/admin/huong-dan/").status_code == 302
    assert client.get("/admin/huong-dan/anh/kho-anh.webp").status_code == 302
    client.force_login(newsroom.people[Role.CLERK])
    assert client.get("/admin/huong-dan/quan-tri/").status_code == 200
    assert client.get("/admin/huong-dan/khong-co/").status_code == 404
    assert client.get("/admin/huong-dan/anh/khong-co.webp").status_code == 404
