"""One seeded story as plain data: its number alone decides every word, so batches and restarts change nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from slugify import slugify

from cms.core.text import count_words
from cms.operations.seed import vocabulary as words
from cms.operations.seed.vocabulary import Theme

# One story an hour, 100,000 of them end in May 2026; never at the hours at which real slots stand.
FIRST = datetime(2015, 1, 1, 1, 17, tzinfo=UTC)
EVERY = timedelta(hours=1)
MOST = 100_000
LEAST_WORDS, MOST_WORDS = 600, 1200
ONE_DRAFT_IN = 50


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    called: str
    alias: str
    subject_type: str
    gender: str
    birth_year: int | None
    occupation: str


@dataclass(frozen=True, slots=True)
class Text:
    """`body` is the raw value of the story's StreamField, without its photo."""

    number: int
    headline: str
    slug: str
    standfirst: str
    genre: str
    pen_name: str
    sectors: tuple[str, ...]
    person: Person
    claims: tuple[tuple[str, str], ...]
    body: tuple[dict[str, Any], ...]
    at: datetime
    is_draft: bool
    key: UUID
    block: UUID
    """For the one block that needs the database: the photo."""


def write(number: int, place: str) -> Text:
    """The story of that number, set in a place of today (“Xã Tháp Mười”)."""
    return _Writer(number, place).text()


def address(number: int, headline: str) -> str:
    return f"mau-{number:06d}-{slugify(headline, max_length=80, word_boundary=True)}"


class _Writer:
    """A random source of the story's own, and what its sentences are filled with."""

    def __init__(self, number: int, place: str) -> None:
        self.number = number
        self.random = Random(f"guong-sang:{number}")
        self.theme: Theme = self.random.choice(words.THEMES)
        self.person = self._person()
        self.place = place
        self.in_place = place[:1].lower() + place[1:]
        self.hamlet = self.random.choice(words.HAMLETS)

    def text(self) -> Text:
        headline = f"{self.person.called} {self.random.choice(self.theme.deeds)}"
        return Text(
            number=self.number,
            headline=headline,
            slug=address(self.number, headline),
            standfirst=self._standfirst(),
            genre=self.random.choice(("profile", "profile", "article", "sketch", "reportage")),
            pen_name=self.random.choice(words.PEN_NAMES),
            sectors=self._sectors(),
            person=self.person,
            claims=self._claims(),
            body=tuple(self._body()),
            at=FIRST + EVERY * self.number,
            is_draft=self.number % ONE_DRAFT_IN == ONE_DRAFT_IN - 1,
            key=self._uuid(),
            block=self._uuid(),
        )

    def _person(self) -> Person:
        gender = self.random.choice(("male", "female"))
        kind = self.random.choices(("individual", "household", "collective"), (70, 10, 20))[0]
        if kind == "collective":
            name = f"{self.random.choice(words.GROUPS)} {self.random.choice(words.GROUP_NAMES)}"
            return Person(name, name, "", kind, "", None, "nhóm tự nguyện")
        given, order = self.random.choice(words.GIVEN[gender]), self.random.choice(words.ORDERS)
        full = f"{self.random.choice(words.SURNAMES)} {self.random.choice(words.MIDDLES[gender])} {given}"
        title = self.random.choice(words.TITLES[gender])
        alias, born = f"{order} {given}", self.random.randrange(1940, 1996)
        if kind == "household":
            called = f"Nhà {title.lower()} {alias}"
            return Person(
                f"Gia đình {title.lower()} {full}", called, alias, kind, "", None, self.theme.occupation
            )
        return Person(full, f"{title} {alias}", alias, kind, gender, born, self.theme.occupation)

    def _sectors(self) -> tuple[str, ...]:
        other = self.random.choice(words.THEMES).sector
        return (self.theme.sector,) if self.random.random() < 0.7 else (self.theme.sector, other)

    def _standfirst(self) -> str:
        return self._filled(
            "Từ {thing} bỏ quên ở ấp {hamlet}, {place}, {who} bền bỉ suốt {m} năm, rủ được {n} hộ cùng làm, chia nhau "
            "từng phiên việc và mở sổ cho mọi người cùng coi."
        )

    def _claims(self) -> tuple[tuple[str, str], ...]:
        """Two to four things that the story says, each with its kind."""
        texts = (
            ("figure", "Có {n} hộ ở ấp {hamlet} cùng tham gia tính đến năm {year}"),
            ("deed", "{who} duy trì việc này liên tục {m} năm"),
            ("figure", "Tổng số tiền bà con góp là {n} triệu đồng"),
            ("award", "Giấy khen của Chủ tịch Ủy ban nhân dân {place} năm {year}"),
        )
        return tuple((kind, self._filled(text)) for kind, text in texts[: self.random.randrange(2, 5)])

    def _body(self) -> Iterator[dict[str, Any]]:
        # Quote, steps and closing add some 130 more.
        wanted, written = self.random.randrange(LEAST_WORDS - 120, MOST_WORDS - 220), 0
        sentences, number = self._sentences(), 0
        opening = self._filled(self.random.choice(words.OPENINGS))
        while written < wanted:
            paragraph = " ".join([opening, *(next(sentences) for _ in range(self.random.randrange(2, 4)))])
            opening, number, written = "", number + 1, written + count_words(paragraph)
            yield self._block("paragraph", f"<p>{paragraph.strip()}</p>")
            if number % 3 == 0:
                yield self._block("crosshead", self.random.choice(words.CROSSHEADS))
            if number == 4:
                quote = "Mình làm được bao nhiêu thì làm, bà con thấy được thì theo, không ép ai hết."
                yield self._block(
                    "quote", {"text": quote, "name": self.person.name, "title": f"ấp {self.hamlet}"}
                )
        yield self._block(
            "how", {"title": "Cách làm", "steps": [self._item(self._filled(step)) for step in words.STEPS]}
        )
        yield self._block("paragraph", f"<p>{self._filled(self.random.choice(words.CLOSINGS))}</p>")

    def _sentences(self) -> Iterator[str]:
        """The theme's and the general sentences in a new order each time round, filled anew."""
        while True:
            order = [*self.theme.sentences, *words.SENTENCES]
            self.random.shuffle(order)
            yield from (self._filled(sentence) for sentence in order)

    def _filled(self, template: str) -> str:
        thing = self.random.choice(self.theme.things)
        filled = template.format(
            who=self._who(template),
            place=self.in_place,
            hamlet=self.hamlet,
            thing=thing,
            thing_cap=thing[:1].upper() + thing[1:],
            neighbour=f"{self.random.choice(words.ORDERS)} {self.random.choice(words.GIVEN['male'])}",
            month=self.random.choice(words.MONTHS),
            year=self.random.randrange(2009, 2026),
            n=self.random.randrange(12, 480),
            m=self.random.randrange(4, 26),
            k=self.random.randrange(3, 10),
        )
        return filled[:1].upper() + filled[1:]

    def _who(self, template: str) -> str:
        called = self.person.called
        return called if template.startswith("{who}") else called[:1].lower() + called[1:]

    def _block(self, kind: str, value: Any) -> dict[str, Any]:
        return {"type": kind, "value": value, "id": str(self._uuid())}

    def _item(self, value: str) -> dict[str, Any]:
        return self._block("item", value)

    def _uuid(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)
