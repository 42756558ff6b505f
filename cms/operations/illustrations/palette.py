"""Colours of the Plain of Reeds by the hour: a restrained set that every scene draws from."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, fields, replace
from random import Random

Colour = tuple[int, int, int]


def hex_colour(text: str) -> Colour:
    """`"F4A6B4"` as red, green and blue, each 0–255."""
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies `share` (0–1) of the way from the first to the second."""
    a, b, c = (round(x + (y - x) * share) for x, y in zip(first, second, strict=True))
    return a, b, c


def turned(colour: Colour, hue: float, lightness: float = 0.0) -> Colour:
    """The colour with its hue turned by `hue` degrees and its lightness moved by `lightness` (−1 to 1)."""
    h, lum, s = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = colorsys.hls_to_rgb((h + hue / 360) % 1, min(1, max(0, lum + lightness)), s)
    return round(red * 255), round(green * 255), round(blue * 255)


@dataclass(frozen=True)
class Light:
    """What one hour of the day makes of sky, water, leaves and earth; from far to near the land darkens."""

    sky_top: Colour
    sky_low: Colour
    sun: Colour
    haze: Colour
    far: Colour
    mid: Colour
    near: Colour
    dark: Colour
    water_top: Colour
    water_low: Colour
    earth: Colour
    straw: Colour
    lotus: Colour
    wall: Colour
    shade: Colour

    @property
    def ink(self) -> Colour:
        return mix(self.dark, (18, 26, 34), 0.5)

    @property
    def paper(self) -> Colour:
        return mix(self.sky_low, (255, 252, 244), 0.65)


def _light(*codes: str) -> Light:
    return Light(*(hex_colour(code) for code in codes))


HOURS = {
    "dawn": _light(
        "B4CFD3",
        "FBDCCB",
        "F49C86",
        "F9E6DA",
        "A3BFBA",
        "6B9B92",
        "3A7872",
        "1C4A4C",
        "F6D8CB",
        "6FA5A9",
        "B98A68",
        "E3BE74",
        "E88FA0",
        "F3E0CF",
        "2E4A56",
    ),
    "morning": _light(
        "8FC6CC",
        "F1F4E4",
        "FFF0C2",
        "F4F6EA",
        "A6CFC1",
        "66AC96",
        "2F8474",
        "134D4D",
        "E3F1EA",
        "4E9DA2",
        "BC9064",
        "EBC766",
        "EE9AAE",
        "F5ECD8",
        "1F4A52",
    ),
    "noon": _light(
        "6DB9C0",
        "DCEFE8",
        "FFF8DC",
        "E9F4EC",
        "93C6B4",
        "57A184",
        "2B7A5C",
        "124A3E",
        "CFE9E4",
        "3A8F97",
        "C48F5C",
        "F0CB5B",
        "F0879F",
        "F3EEDD",
        "17454A",
    ),
    "afternoon": _light(
        "EFC987",
        "FCF0D3",
        "FFF9E6",
        "FAEED2",
        "CFC48C",
        "98A75F",
        "5C8149",
        "2B4A38",
        "F8E6B8",
        "76A08A",
        "B67F50",
        "E9B54A",
        "E58D8F",
        "F7E7C8",
        "4A4436",
    ),
    "dusk": _light(
        "7C86AE",
        "F7BFA8",
        "F37F70",
        "F4CDBD",
        "9E92AC",
        "6D7496",
        "3E5773",
        "20334A",
        "F5BFAE",
        "546E93",
        "9A7472",
        "DDA974",
        "E07F96",
        "EBCFC4",
        "28304E",
    ),
    "overcast": _light(
        "AEC4C3",
        "E8EEE7",
        "F7F5E6",
        "E6EDE8",
        "A3BDB5",
        "6F9A8F",
        "437870",
        "204C4B",
        "DDE8E2",
        "6A979A",
        "AA8C70",
        "D9BE7C",
        "E3A0AC",
        "EDE8DA",
        "2A474C",
    ),
}


def light_of(rng: Random, hours: tuple[str, ...] = tuple(HOURS)) -> Light:
    """One of the hours, its hues leaning a little to one side or the other."""
    light = HOURS[rng.choice(hours)]
    hue, lightness = rng.uniform(-7, 7), rng.uniform(-0.015, 0.02)
    return replace(
        light, **{part.name: turned(getattr(light, part.name), hue, lightness) for part in fields(light)}
    )


CLOTHS = tuple(
    hex_colour(code)
    for code in (
        "6E4A6B",
        "2F5D73",
        "8C4A45",
        "3F6B5B",
        "D9A9A5",
        "C9D6CF",
        "E8DDC4",
        "4B4E63",
        "A8663F",
        "7F9FB0",
        "B7798B",
        "56714A",
    )
)
SKINS = tuple(hex_colour(code) for code in ("D9A079", "C98D66", "B97B57", "E0AE88", "A96C4B"))
HAIRS = tuple(hex_colour(code) for code in ("2A2427", "35292A", "23262C", "6F6C6C", "B9B5B0"))
