"""The lotus: leaf, flower, bud, pod."""

from __future__ import annotations

import math
from random import Random

from .canvas import Canvas, Point, oval, smooth
from .palette import Colour, Light, hex_colour, mix

WHITE = hex_colour("FBF8F0")


def lotus_leaf(
    c: Canvas, light: Light, x: float, y: float, radius: float, fill: Colour, tilt: float = 0.36
) -> None:
    """A round leaf lying on or over the water, seen from the side, its rays running to the heart."""
    c.ellipse(x, y + radius * 0.05, radius, radius * tilt, mix(fill, light.dark, 0.45))
    c.ellipse(x, y, radius, radius * tilt, fill)
    pale = mix(fill, light.haze, 0.28)
    c.shape(oval(x - radius * 0.12, y - radius * tilt * 0.16, radius * 0.8, radius * tilt * 0.72), pale, 0.35)
    heart = (x + radius * 0.06, y - radius * tilt * 0.05)
    for degrees in range(10, 370, 36):
        turn = math.radians(degrees)
        end = heart[0] + math.cos(turn) * radius * 0.84, heart[1] + math.sin(turn) * radius * tilt * 0.84
        c.line([heart, end], max(1.2, radius * 0.012), mix(fill, light.haze, 0.5))
    c.ellipse(*heart, radius * 0.06, radius * 0.06 * tilt * 1.6, mix(fill, light.haze, 0.6))


def lotus_flower(c: Canvas, light: Light, x: float, y: float, size: float, openness: float = 1.0) -> None:
    """A lotus seen from the side; `openness` runs from 0 (a bud) to 1."""
    deep, pale = light.lotus, mix(light.lotus, WHITE, 0.62)
    rows = ((78, 0.86, 0.55), (48, 1.0, 0.3), (20, 1.08, 0.05), (0, 1.02, 0.0))
    for spread, length, share in rows:
        for side in (-1, 1):
            turn = math.radians(side * spread * openness)
            petal(c, x, y, size * length, turn, mix(pale, deep, 0.25 + 0.55 * share), deep)
    if openness > 0.6:
        for half in (-0.5, 0.5):
            petal(c, x, y + size * 0.05, size * 0.72, math.radians(70 * half), mix(pale, WHITE, 0.3), deep)


def petal(c: Canvas, x: float, y: float, length: float, turn: float, fill: Colour, tip: Colour) -> None:
    def at(along: float, across: float) -> Point:
        return (
            x + math.sin(turn) * along * length + math.cos(turn) * across * length,
            y - math.cos(turn) * along * length + math.sin(turn) * across * length,
        )

    outline = smooth([at(0, 0), at(0.35, 0.21), at(0.7, 0.19), at(1, 0), at(0.7, -0.19), at(0.35, -0.21)])
    c.shape(outline, fill)
    c.shape(smooth([at(0.62, 0.13), at(1, 0), at(0.62, -0.13), at(0.8, 0)]), tip, 0.55)


def lotus_plant(
    c: Canvas, light: Light, rng: Random, x: float, base: float, height: float, size: float
) -> None:
    """A stem with a leaf or a flower on it, rising over the water."""
    lean = rng.uniform(-0.25, 0.25) * height
    top = (x + lean, base - height)
    green = mix(light.near, light.mid, rng.random())
    c.ribbon(
        [(x, base), (x + lean * 0.2, base - height * 0.5), top],
        (size * 0.09, size * 0.06),
        mix(green, light.dark, 0.3),
    )
    kind = rng.random()
    if kind < 0.5:
        lotus_leaf(c, light, *top, size * rng.uniform(1.0, 1.5), green, rng.uniform(0.26, 0.5))
    elif kind < 0.82:
        lotus_flower(c, light, *top, size, rng.uniform(0.7, 1.0))
    elif kind < 0.93:
        lotus_flower(c, light, *top, size * 0.9, 0.16)
    else:
        seed_pod(c, light, top, size * 0.5)


def seed_pod(c: Canvas, light: Light, top: Point, size: float) -> None:
    x, y = top
    green = mix(light.near, light.straw, 0.45)
    c.blob(
        [(x - size, y - size * 0.8), (x, y + size * 0.7), (x + size, y - size * 0.8)],
        mix(green, light.dark, 0.25),
    )
    c.ellipse(x, y - size * 0.75, size, size * 0.34, green)
    for share in (-0.55, -0.18, 0.2, 0.56):
        c.ellipse(x + share * size, y - size * 0.76, size * 0.11, size * 0.07, mix(green, light.dark, 0.6))
