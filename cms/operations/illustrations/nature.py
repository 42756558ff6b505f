"""What grows, floats and flies in the Plain of Reeds."""

from __future__ import annotations

import math
from random import Random

from .canvas import HEIGHT, WIDTH, Canvas, Point, block, oval, ribbon, smooth
from .palette import Colour, Light, hex_colour, mix

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


def water(c: Canvas, light: Light, rng: Random, top: float, low: float = HEIGHT) -> None:
    """A still surface with the sky in it and a few long lines of light."""
    c.faded(block(0, top, WIDTH, low - top), light.water_top, light.water_low)
    for _ in range(26):
        depth = rng.random() ** 1.4
        y = top + 6 + depth * (low - top)
        length = 60 + 460 * depth * rng.random()
        x = rng.uniform(-100, WIDTH)
        tone = mix(light.water_top, WHITE, 0.5) if rng.random() < 0.6 else mix(light.water_low, light.near, 0.4)
        c.shape(pill(x, y, length, 2.5 + 7 * depth), tone, 0.2 + 0.22 * rng.random())


def bank(c: Canvas, rng: Random, y: float, fill: Colour, low: Colour, rise: float = 24) -> None:
    """Ground from `y` down to the lower edge, its rim gently waving."""
    rim = smooth([(x, y + rng.uniform(-rise, rise)) for x in range(-100, WIDTH + 200, 180)], closed=False)
    c.faded([*rim, (WIDTH + 100, HEIGHT + 10), (-100, HEIGHT + 10)], fill, low)


def lotus_leaf(c: Canvas, light: Light, x: float, y: float, radius: float, fill: Colour, tilt: float = 0.36) -> None:
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
        for side in (-0.5, 0.5):
            petal(c, x, y + size * 0.05, size * 0.72, math.radians(70 * side), mix(pale, WHITE, 0.3), deep)


def petal(c: Canvas, x: float, y: float, length: float, turn: float, fill: Colour, tip: Colour) -> None:
    def at(along: float, across: float) -> Point:
        return (
            x + math.sin(turn) * along * length + math.cos(turn) * across * length,
            y - math.cos(turn) * along * length + math.sin(turn) * across * length,
        )

    outline = smooth([at(0, 0), at(0.35, 0.21), at(0.7, 0.19), at(1, 0), at(0.7, -0.19), at(0.35, -0.21)])
    c.shape(outline, fill)
    c.shape(smooth([at(0.62, 0.13), at(1, 0), at(0.62, -0.13), at(0.8, 0)]), tip, 0.55)


def lotus_plant(c: Canvas, light: Light, rng: Random, x: float, base: float, height: float, size: float) -> None:
    """A stem with a leaf or a flower on it, rising over the water."""
    lean = rng.uniform(-0.25, 0.25) * height
    top = (x + lean, base - height)
    green = mix(light.near, light.mid, rng.random())
    c.ribbon([(x, base), (x + lean * 0.2, base - height * 0.5), top], (size * 0.09, size * 0.06), mix(green, light.dark, 0.3))
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
    c.blob([(x - size, y - size * 0.8), (x, y + size * 0.7), (x + size, y - size * 0.8)], mix(green, light.dark, 0.25))
    c.ellipse(x, y - size * 0.75, size, size * 0.34, green)
    for share in (-0.55, -0.18, 0.2, 0.56):
        c.ellipse(x + share * size, y - size * 0.76, size * 0.11, size * 0.07, mix(green, light.dark, 0.6))


def reeds(c: Canvas, rng: Random, x: float, base: float, spread: float, height: float, fills: tuple[Colour, ...], count: int = 14) -> None:
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
    spine = smooth([(x, base), (x + reach * 0.15, base - height * 0.7), (x + reach * 0.6, base - height), (x + reach * 1.2, base - height * 0.76)], closed=False)
    c.shape(ribbon(spine, (height * 0.016, height * 0.006)), stalk)
    for index in range(len(spine) // 2 + 2, len(spine)):
        px, py = spine[index]
        for shift in (-1, 1):
            c.ellipse(px + shift * height * 0.018, py + height * 0.022, height * 0.013, height * 0.027, grain)


def banana(c: Canvas, rng: Random, x: float, base: float, height: float, light: Light, fill: Colour) -> None:
    """A banana plant: a stout stem and a few broad leaves."""
    c.ribbon([(x, base), (x + height * 0.02, base - height * 0.55)], (height * 0.09, height * 0.06), mix(fill, light.straw, 0.35))
    for degrees in (-165, -140, -112, -84, -58, -30, -8):
        broad_leaf(c, light, (x, base - height * 0.52), degrees + rng.uniform(-9, 9), height * rng.uniform(0.42, 0.6), fill)


def broad_leaf(c: Canvas, light: Light, root: Point, degrees: float, length: float, fill: Colour) -> None:
    turn = math.radians(degrees)
    x, y = root
    crest = x + math.cos(turn) * length * 0.6, y + math.sin(turn) * length * 0.75
    tip = x + math.cos(turn) * length * 1.05, y + math.sin(turn) * length * 0.62 + length * 0.2
    spine = smooth([root, crest, tip], closed=False, steps=14)
    wide = [length * 0.24 * math.sin(math.pi * (0.08 + 0.92 * i / (len(spine) - 1))) for i in range(len(spine))]
    upper = [(px, py - w * 0.62) for (px, py), w in zip(spine, wide, strict=True)]
    lower = [(px, py + w * 0.5) for (px, py), w in zip(spine, wide, strict=True)]
    c.shape(upper + lower[::-1], fill)
    c.shape(spine + lower[::-1], mix(fill, light.dark, 0.28))
    c.shape(ribbon(spine, (length * 0.022, 1)), mix(fill, light.haze, 0.45))


def stork(c: Canvas, x: float, y: float, size: float, fill: Colour, beat: float) -> None:
    """A white stork in flight; `beat` (−1 to 1) is the height of its wing tips."""
    lift = -beat * size * 0.5
    for side in (-1, 1):
        c.blob([(x, y), (x + side * size * 0.45, y + lift * 0.7 - size * 0.12), (x + side * size, y + lift), (x + side * size * 0.4, y + lift * 0.45 + size * 0.08)], fill)
    c.ribbon([(x - size * 0.5, y + size * 0.04), (x, y), (x + size * 0.48, y - size * 0.04)], (size * 0.03, size * 0.06), fill)


def standing_stork(c: Canvas, x: float, base: float, size: float, fill: Colour, leg: Colour, side: int) -> None:
    body = base - size * 0.46
    for shift in (-0.03, 0.06):
        c.line([(x + shift * size, body), (x + shift * size * 0.6, base)], size * 0.016, leg)
    c.blob([(x - side * size * 0.34, body + size * 0.1), (x - side * size * 0.1, body - size * 0.13), (x + side * size * 0.16, body - size * 0.1), (x + side * size * 0.1, body + size * 0.1)], fill)
    neck = [(x + side * size * 0.1, body - size * 0.04), (x + side * size * 0.25, body - size * 0.2), (x + side * size * 0.12, body - size * 0.36), (x + side * size * 0.22, body - size * 0.48)]
    c.ribbon(neck, (size * 0.09, size * 0.05), fill)
    c.ellipse(x + side * size * 0.23, body - size * 0.48, size * 0.05, size * 0.04, fill)
    c.ribbon([(x + side * size * 0.25, body - size * 0.48), (x + side * size * 0.33, body - size * 0.465), (x + side * size * 0.44, body - size * 0.44)], (size * 0.03, 1), leg)


def melaleuca(c: Canvas, rng: Random, x: float, base: float, height: float, trunk: Colour, crown: Colour, shade: Colour) -> None:
    """A tràm: a slim pale trunk under narrow tufts."""
    bend = rng.uniform(-0.06, 0.06) * height
    c.ribbon([(x, base), (x + bend, base - height * 0.5), (x + bend * 0.4, base - height * 0.9)], (height * 0.035, height * 0.014), trunk)
    for _ in range(8):
        px, py = x + rng.gauss(0, 0.075) * height, base - height * rng.uniform(0.58, 1.0)
        size = height * rng.uniform(0.06, 0.11)
        c.blob([(px - size, py + size * 0.5), (px - size * 0.5, py - size), (px + size * 0.6, py - size * 0.9), (px + size, py + size * 0.4), (px, py + size * 0.8)], rng.choice((crown, crown, shade)))


def tree(c: Canvas, rng: Random, x: float, base: float, height: float, light: Light, fill: Colour, fruit: Colour | None = None) -> None:
    """A round-crowned fruit tree, lit from above, with fruit hanging in it if a colour is given."""
    trunk = mix(light.earth, light.dark, 0.55)
    crown = base - height * 0.66
    for reach in (-0.16, 0.0, 0.15):
        c.ribbon([(x, base), (x + reach * height * 0.3, base - height * 0.3), (x + reach * height, crown)], (height * 0.06, height * 0.02), trunk)
    clumps = [(rng.uniform(-0.26, 0.26), rng.uniform(-0.24, 0.2), rng.uniform(0.15, 0.22)) for _ in range(9)]
    for tone, lift in ((mix(fill, light.dark, 0.35), 0.05), (fill, 0.0), (mix(fill, light.sun, 0.28), -0.06)):
        for cx, cy, r in clumps:
            size = r * height * (1.0 if lift >= 0 else 0.62)
            c.ellipse(x + cx * height, crown + (cy + lift) * height, size, size * 0.86, tone)
    for _ in range(rng.randint(9, 15) if fruit else 0):
        px, py = x + rng.uniform(-0.36, 0.36) * height, crown + rng.uniform(-0.18, 0.3) * height
        c.ellipse(px, py, height * 0.022, height * 0.024, mix(fruit or fill, light.dark, 0.2))
        c.ellipse(px - height * 0.004, py - height * 0.005, height * 0.017, height * 0.018, fruit or fill)
