"""Palms, bananas, melaleucas and fruit trees."""

from __future__ import annotations

import math
from random import Random

from .canvas import Canvas, Point, ribbon, smooth
from .palette import Colour, Light, mix, turned


def palm(c: Canvas, rng: Random, x: float, base: float, height: float, fill: Colour) -> None:
    lean = rng.uniform(-0.2, 0.2) * height
    top = (x + lean, base - height)
    c.ribbon([(x, base), (x + lean * 0.3, base - height * 0.55), top], (height * 0.05, height * 0.028), fill)
    for turn in (-176, -148, -120, -90, -62, -34, -4, 26, 154):
        frond(c, top, turn + rng.uniform(-7, 7), height * rng.uniform(0.3, 0.38), fill)


def frond(c: Canvas, root: Point, degrees: float, length: float, fill: Colour) -> None:
    """One drooping leaf of a palm."""
    turn = math.radians(degrees)
    x, y = root
    crest = x + math.cos(turn) * length * 0.6, y + math.sin(turn) * length * 0.55
    tip = x + math.cos(turn) * length * 1.05, y + math.sin(turn) * length * 0.5 + length * 0.42
    spine = smooth([root, crest, tip], closed=False)
    last = len(spine) - 1
    drop = [(px, py + length * 0.15 * math.sin(math.pi * i / last)) for i, (px, py) in enumerate(spine)]
    lift = [(px, py - length * 0.035 * math.sin(math.pi * i / last)) for i, (px, py) in enumerate(spine)]
    c.shape(lift + drop[::-1], fill)


def banana(c: Canvas, rng: Random, x: float, base: float, height: float, light: Light, fill: Colour) -> None:
    """A banana plant: a stout stem and a few broad leaves."""
    c.ribbon(
        [(x, base), (x + height * 0.02, base - height * 0.55)],
        (height * 0.09, height * 0.06),
        mix(fill, light.straw, 0.35),
    )
    for degrees in (-165, -140, -112, -84, -58, -30, -8):
        broad_leaf(
            c,
            light,
            (x, base - height * 0.52),
            degrees + rng.uniform(-9, 9),
            height * rng.uniform(0.42, 0.6),
            fill,
        )


def broad_leaf(c: Canvas, light: Light, root: Point, degrees: float, length: float, fill: Colour) -> None:
    turn = math.radians(degrees)
    x, y = root
    crest = x + math.cos(turn) * length * 0.6, y + math.sin(turn) * length * 0.75
    tip = x + math.cos(turn) * length * 1.05, y + math.sin(turn) * length * 0.62 + length * 0.2
    spine = smooth([root, crest, tip], closed=False, steps=14)
    wide = [
        length * 0.24 * math.sin(math.pi * (0.08 + 0.92 * i / (len(spine) - 1))) for i in range(len(spine))
    ]
    upper = [(px, py - w * 0.62) for (px, py), w in zip(spine, wide, strict=True)]
    lower = [(px, py + w * 0.5) for (px, py), w in zip(spine, wide, strict=True)]
    c.shape(upper + lower[::-1], fill)
    c.shape(spine + lower[::-1], mix(fill, light.dark, 0.28))
    c.shape(ribbon(spine, (length * 0.022, 1)), mix(fill, light.haze, 0.45))


def melaleuca(
    c: Canvas, rng: Random, x: float, base: float, height: float, trunk: Colour, crown: Colour, shade: Colour
) -> None:
    """A tràm: a slim pale trunk under narrow tufts."""
    bend = rng.uniform(-0.06, 0.06) * height
    c.ribbon(
        [(x, base), (x + bend, base - height * 0.5), (x + bend * 0.4, base - height * 0.9)],
        (height * 0.035, height * 0.014),
        trunk,
    )
    for _ in range(8):
        px, py = x + rng.gauss(0, 0.075) * height, base - height * rng.uniform(0.58, 1.0)
        size = height * rng.uniform(0.06, 0.11)
        c.blob(
            [
                (px - size, py + size * 0.5),
                (px - size * 0.5, py - size),
                (px + size * 0.6, py - size * 0.9),
                (px + size, py + size * 0.4),
                (px, py + size * 0.8),
            ],
            rng.choice((crown, crown, shade)),
        )


def tree(
    c: Canvas,
    rng: Random,
    x: float,
    base: float,
    height: float,
    light: Light,
    fill: Colour,
    fruit: Colour | None = None,
) -> None:
    """A round-crowned fruit tree, lit from above, with fruit hanging in it if a colour is given."""
    trunk = mix(light.earth, light.dark, 0.55)
    crown = base - height * 0.66
    for reach in (-0.16, 0.0, 0.15):
        c.ribbon(
            [(x, base), (x + reach * height * 0.3, base - height * 0.3), (x + reach * height, crown)],
            (height * 0.06, height * 0.02),
            trunk,
        )
    clumps = [(rng.uniform(-0.26, 0.26), rng.uniform(-0.24, 0.2), rng.uniform(0.15, 0.22)) for _ in range(9)]
    for tone, lift in (
        (mix(fill, light.dark, 0.35), 0.05),
        (fill, 0.0),
        (turned(mix(fill, light.straw, 0.12), 0, 0.07), -0.06),
    ):
        for cx, cy, r in clumps:
            size = r * height * (1.0 if lift >= 0 else 0.62)
            c.ellipse(x + cx * height, crown + (cy + lift) * height, size, size * 0.86, tone)
    for _ in range(rng.randint(9, 15) if fruit else 0):
        px, py = x + rng.uniform(-0.36, 0.36) * height, crown + rng.uniform(-0.18, 0.3) * height
        c.ellipse(px, py, height * 0.022, height * 0.024, mix(fruit or fill, light.dark, 0.2))
        c.ellipse(px - height * 0.004, py - height * 0.005, height * 0.017, height * 0.018, fruit or fill)
