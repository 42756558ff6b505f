"""A browser at the house's door; people sign in and press what they would press."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from cms.people.enums import Role

# Playwright keeps an event loop in this thread; the tests ask the database between two clicks, never within one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def house(transactional_db: None, live_server):  # type: ignore[no-untyped-def]
    """A provisioned house behind a real server, with somebody for each role."""
    from wagtail.models import Collection, Locale, Page, Site

    from tests.factories.newsroom import open_newsroom

    # The journey before this one emptied every table, also what Wagtail's migrations had put there.
    Locale.objects.get_or_create(language_code="vi")
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    newsroom = open_newsroom()
    Site.objects.update(hostname="localhost", port=int(live_server.url.rsplit(":", 1)[1]))
    newsroom.url = live_server.url
    return newsroom


@pytest.fixture
def sign_in(house, browser: Browser) -> Iterator[Callable[[Role], Page]]:  # type: ignore[no-untyped-def]
    """Open a browser of somebody's own, signed in as that role."""
    contexts = []

    def enter(role: Role, viewport: dict[str, int] = DESKTOP) -> Page:
        context = browser.new_context(viewport=viewport, locale="vi-VN")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(f"{house.url}/admin/login/")
        page.fill("[name=login]", house.people[role].username)
        page.fill("[name=password]", "mat-khau-thu-nghiem")
        page.press("[name=password]", "Enter")
        page.wait_for_url(f"{house.url}/admin/")
        return page

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture
def reader(house, browser: Browser) -> Iterator[Page]:  # type: ignore[no-untyped-def]
    """Somebody with a cheap phone and no JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    yield page
    context.close()
