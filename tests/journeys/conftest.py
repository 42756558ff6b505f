"""A browser at the house's door; people sign in and press what they would press."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from cms.people.enums import Role
from tests.houses import House, copies, shared
from tests.journeys.walked.house import BUILD, WalkedHouse, served
from tests.journeys.walked.walk import Walk

# Playwright keeps an event loop in this thread; the tests ask the database between two clicks, never within one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# Nobody waits so long where all is well, and a slow machine is no fault of the house: no test measures time.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield chromium
        chromium.close()


class Traffic:
    """Requests that the server of this process is answering.

    On SQLite its threads use the connection of the test: the tables are emptied only when the last answer is out, or
    the one begins a transaction within the other's.
    """

    def __init__(self) -> None:
        self.running = 0
        request_started.connect(self.begin)
        request_finished.connect(self.end)

    def begin(self, **_: object) -> None:
        self.running += 1

    def end(self, **_: object) -> None:
        self.running -= 1

    def wait_for_silence(self) -> None:
        """A fifth of a second without a request; browsers are closed by now."""
        deadline, silent = time.monotonic() + 20, 0
        while silent < 4 and time.monotonic() < deadline:
            silent = silent + 1 if self.running <= 0 else 0
            time.sleep(0.05)
        request_started.disconnect(self.begin)
        request_finished.disconnect(self.end)


@pytest.fixture
def house(transactional_db: None, live_server):  # type: ignore[no-untyped-def]
    """A provisioned house behind a real server, with somebody for each role."""
    traffic = Traffic()
    from wagtail.models import Site

    from tests.factories.newsroom import open_newsroom

    newsroom = open_newsroom()
    Site.objects.update(hostname="localhost", port=int(live_server.url.rsplit(":", 1)[1]))
    newsroom.url = live_server.url
    yield newsroom
    traffic.wait_for_silence()


@pytest.fixture
def sign_in(house, browser: Browser) -> Iterator[Callable[[Role], Page]]:  # type: ignore[no-untyped-def]
    """Open a browser of somebody's own, signed in as that role."""
    contexts = []

    def enter(role: Role, viewport: dict[str, int] = DESKTOP) -> Page:
        context = browser.new_context(viewport=viewport, locale="vi-VN")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
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
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


@dataclass
class Visit:
    """Call it for a browser of one's own in the walked house, signed in as a role; `None` is a stranger."""

    house: WalkedHouse
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(self, role: Role | None, **options: object) -> Page:
        context = self.browser.new_context(**{"viewport": DESKTOP, "locale": "vi-VN"} | options)
        self.contexts.append(context)
        if role is not None:
            session = self.house.sessions[role.value]
            context.add_cookies([{"name": "sessionid", "value": session, "url": self.house.url}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("dialog", lambda dialog: dialog.accept())
        return page


@pytest.fixture(scope="session")
def walked_template(run_folder: Path, migrated: House) -> Iterator[House]:
    """Something stands at every point of the road."""
    yield from shared(run_folder / "walked", BUILD, start=migrated)


@pytest.fixture(scope="session")
def walked_copy(walked_template: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    for copy in copies(walked_template, tmp_path_factory.mktemp("walked")):
        yield copy()


@pytest.fixture(scope="session")
def walked_house(walked_copy: House) -> Iterator[WalkedHouse]:
    with served(walked_copy) as house:
        yield house


@pytest.fixture
def walk(walked_house: WalkedHouse) -> Iterator[Walk]:
    """Whatever else a test looks for: no screen breaks a key in two."""
    walk = Walk(walked_house)
    yield walk
    assert walk.broken_keys == {}


@pytest.fixture
def visit(walked_house: WalkedHouse, browser: Browser) -> Iterator[Visit]:
    """People who look round in a house that stands already; what they change, others see."""
    visit = Visit(walked_house, browser)
    yield visit
    for context in visit.contexts:
        context.close()
