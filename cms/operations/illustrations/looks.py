"""What a figure wears: chosen by the seed, within what suits the scene."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .palette import CLOTHS, HAIRS, SKINS, Colour, Light, hex_colour, mix

WHITE_CLOTH = hex_colour("F4F1E8")


@dataclass(frozen=True)
class Look:
    skin: Colour
    hair: Colour
    hair_style: str
    """bun, long, short, crop"""
    hat: str
    """non_la, tai_beo, scarf (khăn rằn round the head) or none"""
    garment: str
    """ba_ba, shirt, ao_dai or coat"""
    cloth: Colour
    trousers: Colour
    scarf: Colour | None
    """A khăn rằn over the shoulders, in this colour and white."""


@dataclass(frozen=True)
class Wardrobe:
    hats: tuple[str, ...]
    garments: tuple[str, ...]
    scarf_share: float


OUTDOORS = Wardrobe(("non_la", "non_la", "tai_beo", "scarf"), ("ba_ba", "ba_ba", "shirt"), 0.55)
TRADE = Wardrobe(("none", "tai_beo", "none", "non_la"), ("ba_ba", "shirt", "shirt"), 0.3)
CRAFT = Wardrobe(("none", "none", "scarf", "tai_beo"), ("ba_ba", "shirt"), 0.3)
SCHOOL = Wardrobe(("none",), ("ao_dai", "shirt", "ao_dai"), 0.0)
CLINIC = Wardrobe(("none",), ("coat",), 0.0)
HOME = Wardrobe(("none", "none", "scarf"), ("ba_ba",), 0.4)
OFFICE = Wardrobe(("none",), ("shirt", "ba_ba", "ao_dai"), 0.15)


@dataclass(frozen=True)
class Subject:
    """What is known of the person shown; what is not known, the seed decides."""

    gender: str = ""
    """male, female or empty"""
    grey: bool | None = None
    """Grey hair or dark."""


ANYBODY = Subject()


def look_of(rng: Random, light: Light, wardrobe: Wardrobe, subject: Subject = ANYBODY) -> Look:
    drawn = rng.random() < 0.5
    woman = subject.gender == "female" if subject.gender else drawn
    garment = rng.choice(wardrobe.garments)
    if garment == "ao_dai" and not woman:
        garment = "shirt"
    cloth = WHITE_CLOTH if garment == "coat" else rng.choice(CLOTHS)
    return Look(
        skin=rng.choice(SKINS),
        hair=rng.choice({None: HAIRS, False: HAIRS[:3], True: HAIRS[3:]}[subject.grey]),
        hair_style=rng.choice(("bun", "long", "bun")) if woman else rng.choice(("short", "crop")),
        hat=rng.choice(wardrobe.hats),
        garment=garment,
        cloth=mix(cloth, light.haze, 0.06),
        trousers=hex_colour("F1EDE4")
        if garment == "ao_dai"
        else mix(hex_colour("2B2F3A"), light.shade, rng.uniform(0.1, 0.6)),
        scarf=rng.choice((hex_colour("2E3440"), hex_colour("A8434A"), hex_colour("3C5A78")))
        if rng.random() < wardrobe.scarf_share
        else None,
    )
