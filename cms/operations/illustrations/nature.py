"""Sky, water and ground of the Plain of Reeds, and the grasses on them."""

from __future__ import annotations

import math
from random import Random

from .canvas import HEIGHT, WIDTH, Canvas, Point, block, oval, ribbon, smooth
from .palette import Colour, Light, hex_colour, mix
from .trees import palm

WHITE = hex_colour("FBF8F0")


def sky(c: Canvas, light: Light, rng: Random, horizon: float) -> None:
    """Air, a sun and long flat clouds above the horizon."""
    c.faded(block(0, 0, WIDTH, horizon + 4), light.sky_top, light.sky_low)
    x, y = rng.uniform(0.15, 0.85) * WIDTH, horizon * rng.uniform(0.3, 0.8)
    radius = rng.uniform(52, 105)
    c.glow(x, y, radius * 4.6, mix(light.sun, WHITE, 0.35), 0.55)
    c.ellipse(x, y, radius, radius, light.sun, 0.92)
    for _ in range(rng.randint(2, 5)):
        cloud(c, rng.uniform(-100, WIDTH), horizon * rng.uniform(0.12, 0.8), rng.uniform(220, 560), light)
    c.veil(horizon * 0.55, horizon, light.haze, (0.0, 0.55))


def cloud(c: Canvas, x: float, y: float, width: float, light: Light) -> None:
    tall = width * 0.05
    fill = mix(light.sky_low, WHITE, 0.6)
    for shift, row, length in ((0.0, 0.0, 1.0), (0.16, -1.5, 0.55), (0.3, 1.4, 0.62)):
        left, middle = x + shift * width, y + row * tall
        c.shape(pill(left, middle - tall, length * width, 2 * tall), fill, 0.42)


def pill(x: float, y: float, width: float, height: float) -> list[Point]:
    radius = height / 2
    right = oval(x + width - radius, y + radius, radius, radius, -90, 90)
    return right + oval(x + radius, y + radius, radius, radius, 90, 270)


def treeline(c: Canvas, rng: Random, base: float, height: float, fill: Colour) -> None:
    """A far bank of trees over the whole width, their crowns round, palms standing out of them."""
    c.shape(block(-40, base - height * 0.3, WIDTH + 80, height * 0.3 + 2), fill)
    x, swell = -60.0, rng.uniform(0, 6)
    while x < WIDTH + 60:
        tall = height * (0.5 + 0.22 * math.sin(x / (height * 4.1) + swell) + rng.uniform(-0.14, 0.2))
        radius = height * rng.uniform(0.16, 0.34)
        c.ellipse(x, base - tall + radius, radius * 1.25, radius, fill)
        c.shape(block(x - radius, base - tall + radius, radius * 2, tall - radius), fill)
        x += radius * rng.uniform(0.8, 1.5)
    for _ in range(rng.randint(2, 6)):
        palm(c, rng, rng.uniform(0, WIDTH), base, height * rng.uniform(1.2, 1.9), fill)


def water(c: Canvas, light: Light, rng: Random, top: float, low: float = HEIGHT) -> None:
    """A still surface with the sky in it and a few long lines of light."""
    c.faded(block(0, top, WIDTH, low - top), light.water_top, light.water_low)
    for _ in range(26):
        depth = rng.random() ** 1.4
        y = top + 6 + depth * (low - top)
        length = 60 + 460 * depth * rng.random()
        x = rng.uniform(-100, WIDTH)
        tone = (
            mix(light.water_top, WHITE, 0.5) if rng.random() < 0.6 else mix(light.water_low, light.near, 0.4)
        )
        c.shape(pill(x, y, length, 2.5 + 7 * depth), tone, 0.2 + 0.22 * rng.random())


def bank(c: Canvas, rng: Random, y: float, fill: Colour, low: Colour, rise: float = 24) -> None:
    """Ground from `y` down to the lower edge, its rim gently waving."""
    rim = smooth([(x, y + rng.uniform(-rise, rise)) for x in range(-100, WIDTH + 200, 180)], closed=False)
    c.faded([*rim, (WIDTH + 100, HEIGHT + 10), (-100, HEIGHT + 10)], fill, low)


def reeds(
    c: Canvas,
    rng: Random,
    x: float,
    base: float,
    spread: float,
    height: float,
    fills: tuple[Colour, ...],
    count: int = 14,
) -> None:
    """A tuft of long leaves bending outwards."""
    for _ in range(count):
        foot = x + rng.gauss(0, 0.25) * spread
        reach = (foot - x) * rng.uniform(0.8, 2.2) + rng.uniform(-0.2, 0.2) * height
        tall = height * rng.uniform(0.55, 1.0)
        points = [(foot, base), (foot + reach * 0.3, base - tall * 0.62), (foot + reach, base - tall)]
        c.ribbon(points, (height * 0.035, 0.8), rng.choice(fills))


def rice_ear(c: Canvas, rng: Random, x: float, base: float, height: float, light: Light, side: int) -> None:
    """A stalk of ripe rice hanging over to one side."""
    stalk, grain = mix(light.straw, light.near, 0.4), mix(light.straw, light.earth, rng.uniform(0, 0.3))
    reach = side * height * rng.uniform(0.22, 0.4)
    spine = smooth(
        [
            (x, base),
            (x + reach * 0.15, base - height * 0.7),
            (x + reach * 0.6, base - height),
            (x + reach * 1.2, base - height * 0.76),
        ],
        closed=False,
    )
    c.shape(ribbon(spine, (height * 0.016, height * 0.006)), stalk)
    for index in range(len(spine) // 2 + 2, len(spine)):
        px, py = spine[index]
        for shift in (-1, 1):
            c.ellipse(px + shift * height * 0.018, py + height * 0.022, height * 0.013, height * 0.027, grain)
