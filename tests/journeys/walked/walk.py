"""Going through every door that a role is shown, one screen of a kind, and listening to what each screen says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

from cms.operations.demo.people import SAMPLES
from tests.factories.english import foreign
from tests.journeys.walked.house import WalkedHouse

LOGINS = {username for username, _, _ in SAMPLES.values()} | {"hoa", "ut"}
SAID = (Path(__file__).parent / "said.js").read_text("utf-8")
INSIDE = re.compile(r"/(admin|phieu-gioi-thieu|tai-khoan)/")
# Leaving ends the walk; a file is no screen; scripts and pictures of the tool are no screens.
NO_SCREENS = re.compile(
    r"/dang-xuat/|/logout/|/tai-ve/|/jsi18n/|/sprite/|/minh-chung/|/giay-dong-y/|/anh/|[?&]export="
)
# What these show depends on the page's type; the other screens of a page are the same for all types.
BY_TYPE = re.compile(r":(add|edit|preview_on_edit|preview_on_add|view_draft)$|^wagtailadmin_explore$")
# At the foot of the administrators' menu, for those who must tell a maker which one they have.
VERSION = re.compile(r"^Wagtail v[\d.]+$")
FILE = 1
# Keys in the walked house begin at 7001. A template that writes one as a number for people writes 7.001, and the link,
# the form or the script that reads it is broken: from the thousandth page on.
FIRST_KEY = 7000
BROKEN_KEY = re.compile(r"\b7\.0\d\d\b")
# Drawings are full of numbers.
DRAWN = re.compile(r'\bd="[^"]*"')


@cache
def sounds_english(sentence: str) -> bool:
    """Most of what a screen says, the screen before has said."""
    return bool(foreign(VERSION.sub("", sentence), LOGINS))


@dataclass
class Walk:
    """What was seen: screens by kind, and English by the sentence, with where it stood."""

    house: WalkedHouse
    screens: dict[str, int] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)
    broken_keys: dict[str, str] = field(default_factory=dict)

    def listen(self, page: Page, where: str = "") -> None:
        where = where or urlsplit(page.url).path
        for sentence in page.evaluate(SAID):
            if sounds_english(sentence):
                self.english.setdefault(sentence[:200], where)
        undrawn = DRAWN.sub("", page.content())
        for found in BROKEN_KEY.finditer(undrawn):
            self.broken_keys.setdefault(undrawn[max(0, found.start() - 100) : found.end() + 100], where)

    def through(self, page: Page, start: list[str]) -> None:
        todo = [f"{self.house.url}{address}" for address in start]
        while todo:
            address = todo.pop(0)
            kind = kind_of(address, self.house)
            if kind is None or kind in self.screens:
                continue
            self.screens[kind] = _open(page, address)
            if self.screens[kind] == FILE:
                continue
            self.listen(page)
            todo += [
                link for link in links(page, self.house) if kind_of(link, self.house) not in self.screens
            ]


def _open(page: Page, address: str) -> int:
    try:
        answer = page.goto(address, wait_until="load")
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return FILE
    return answer.status if answer else 0


def links(page: Page, house: WalkedHouse) -> Iterator[str]:
    for address in page.eval_on_selector_all("a[href]", "all => all.map(link => link.href)"):
        parts = urlsplit(address)
        if address.startswith(house.url) and INSIDE.match(parts.path) and not NO_SCREENS.search(address):
            yield address.partition("#")[0]


def kind_of(address: str, house: WalkedHouse) -> str | None:
    """The name of the door, and of what type the page behind it is where that matters."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return None
    given = [str(value) for value in (*match.args, *match.kwargs.values())]
    kinds = [value for value in given if not re.fullmatch(r"[\d-]+|[0-9a-f-]{36}", value)]
    if BY_TYPE.search(match.view_name) and given and given[-1].isdigit():
        kinds.append(house.kinds.get(given[-1], ""))
    if match.view_name == "wagtailadmin_pages:type_use" or match.view_name.endswith(":choose_parent"):
        kinds = []
    return " ".join([match.view_name, *kinds])
