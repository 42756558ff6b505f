"""The sample stories and episodes as they lie in the files: plain data, read and typed once."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "samples"


@dataclass(frozen=True, slots=True)
class SampleExemplar:
    name: str
    aliases: tuple[str, ...]
    subject_type: str
    kind: str
    birth_year: int
    gender: str
    occupation: str
    unit_then: str
    why: str


@dataclass(frozen=True, slots=True)
class SampleClaim:
    kind: str
    text: str
    evidence: str
    evidence_kind: str


@dataclass(frozen=True, slots=True)
class SamplePhoto:
    role: str
    scene: str
    caption: str


@dataclass(frozen=True, slots=True)
class SampleStory:
    slug: str
    headline: str
    subheading: str
    standfirst: str
    genre: str
    dateline: str
    byline: str
    sectors: tuple[str, ...]
    locality: str
    exemplar: SampleExemplar
    claims: tuple[SampleClaim, ...]
    photos: tuple[SamplePhoto, ...]
    body: tuple[dict[str, Any], ...] = field(repr=False)

    @property
    def words(self) -> list[str]:
        """Every sentence-bearing text of the body, in reading order."""
        return [text for block in self.body for text in _texts(block)]


@dataclass(frozen=True, slots=True)
class SampleEpisode:
    number: int
    title: str
    standfirst: str
    stories: tuple[str, ...]
    audio: Path
    duration_seconds: int
    synthetic: bool
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleNomination:
    """`values` are what the clerk fills in, with the sector's slug; the rest is what others say on the road."""

    state: str
    values: dict[str, Any]
    asked: str
    said_by: str
    document: str
    brief: str


def read_stories(folder: Path = FOLDER / "stories") -> list[SampleStory]:
    return [_story(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))]


def read_episodes(folder: Path = FOLDER / "episodes") -> list[SampleEpisode]:
    return [
        _episode(tomllib.loads(path.read_text(encoding="utf-8")), folder)
        for path in sorted(folder.glob("*.toml"))
    ]


def read_nominations(path: Path = FOLDER / "nominations.toml") -> list[SampleNomination]:
    return [_nomination(raw) for raw in tomllib.loads(path.read_text(encoding="utf-8"))["nomination"]]


def _nomination(raw: dict[str, Any]) -> SampleNomination:
    told = {name: raw.pop(name, "") for name in ("asked", "said_by", "document", "brief")}
    return SampleNomination(state=raw.pop("state"), values=raw, **told)


def _story(raw: dict[str, Any]) -> SampleStory:
    exemplar = raw["exemplar"] | {"aliases": tuple(raw["exemplar"]["aliases"])}
    return SampleStory(
        **{
            **raw,
            "subheading": raw.get("subheading", ""),
            "sectors": tuple(raw["sectors"]),
            "exemplar": SampleExemplar(**exemplar),
            "claims": tuple(SampleClaim(**claim) for claim in raw["claims"]),
            "photos": tuple(SamplePhoto(**photo) for photo in raw["photos"]),
            "body": tuple(raw["body"]),
        }
    )


def _episode(raw: dict[str, Any], folder: Path) -> SampleEpisode:
    kept = {name: raw[name] for name in ("number", "title", "standfirst", "duration_seconds", "synthetic")}
    return SampleEpisode(
        **kept, stories=tuple(raw["stories"]), audio=folder / raw["audio"], text=tuple(raw["text"])
    )


def _texts(block: dict[str, Any]) -> list[str]:
    match block["type"]:
        case "how":
            return list(block["steps"])
        case "paragraph" | "crosshead" | "quote":
            return [block["text"]]
        case _:
            return []
