"""What rooms share: walls, windows, tables, plants and people seen from behind."""

from __future__ import annotations

from ..canvas import HEIGHT, WIDTH, block, oval
from ..nature import WHITE, treeline
from ..palette import Colour, mix
from ..stage import Stage
from ..things import pot
from ..trees import broad_leaf, palm

BRIGHT = ("dawn", "morning", "noon", "afternoon", "overcast")


def wood_of(s: Stage, share: float = 0.35) -> Colour:
    return mix(s.light.earth, s.light.dark, share)


def room(s: Stage, wall: Colour | None = None) -> float:
    """A back wall with a darker dado and a floor; the height where they meet is returned."""
    c, light, rng = s.canvas, s.light, s.rng
    floor, tone = (
        HEIGHT * rng.uniform(0.66, 0.72),
        wall or rng.choice((light.wall, mix(light.wall, light.far, 0.4), mix(light.wall, light.lotus, 0.16))),
    )
    c.faded(block(0, 0, WIDTH, floor), mix(tone, light.shade, 0.12), mix(tone, WHITE, 0.25))
    c.shape(block(0, floor - 130, WIDTH, 130), mix(tone, light.mid, 0.32))
    c.shape(block(0, floor - 136, WIDTH, 6), mix(tone, light.near, 0.5))
    c.faded(
        block(0, floor, WIDTH, HEIGHT - floor),
        mix(light.earth, light.wall, 0.35),
        mix(light.earth, light.shade, 0.2),
    )
    for index in range(-12, 13):
        c.line(
            [(800 + index * 110, floor), (800 + index * 260, HEIGHT)],
            2.4,
            mix(light.earth, light.shade, 0.35),
            0.4,
        )
    return floor


def window(s: Stage, x: float, y: float, width: float, height: float, floor: float | None = None) -> None:
    """A window on the green outside, its light lying on the floor."""
    c, light, rng = s.canvas, s.light, s.rng
    frame, pane = mix(wood_of(s), WHITE, 0.12), block(x, y, width, height)
    c.shape(block(x - 14, y - 14, width + 28, height + 28), frame)
    with c.clip(pane) as inner:
        inner.faded(pane, light.sky_top, mix(light.sky_low, WHITE, 0.35))
        inner.glow(x + width * 0.7, y + height * 0.3, width * 0.6, mix(light.sun, WHITE, 0.4), 0.8)
        treeline(inner, rng, y + height * 0.8, height * 0.34, light.far)
        inner.shape(block(x, y + height * 0.78, width, height), mix(light.mid, light.haze, 0.25))
        palm(
            inner,
            rng,
            x + width * rng.uniform(0.2, 0.8),
            y + height * 0.95,
            height * 0.72,
            mix(light.mid, light.near, 0.4),
        )
    for share in (0.5,) if width < 260 else (1 / 3, 2 / 3):
        c.shape(block(x + width * share - 5, y, 10, height), frame)
    c.shape(block(x, y + height * 0.36, width, 8), frame)
    c.shape(block(x - 26, y + height + 14, width + 52, 14), mix(frame, light.dark, 0.25))
    if floor:
        slant = 150
        spot = [
            (x + slant, floor),
            (x + width + slant, floor),
            (x + width * 1.25 + slant * 2.6, HEIGHT),
            (x - width * 0.1 + slant * 2.2, HEIGHT),
        ]
        c.shape(spot, mix(light.sun, WHITE, 0.3), 0.28)


def table(s: Stage, x: float, y: float, width: float, height: float, tone: Colour | None = None) -> None:
    c, wood = s.canvas, tone or wood_of(s, 0.25)
    for leg in (0.05, 0.92):
        c.shape(block(x + width * leg, y, width * 0.035, height), mix(wood, s.light.dark, 0.35))
    c.shape(block(x + width * 0.04, y + 14, width * 0.92, height * 0.16), mix(wood, s.light.dark, 0.25))
    c.shape(block(x, y, width, 18), mix(wood, WHITE, 0.14))


def plant_front(s: Stage) -> None:
    """A house plant reaching into the picture from one corner."""
    c, light, rng = s.canvas, s.light, s.rng
    side = rng.choice((-1, 1))
    x = 800 + side * rng.uniform(690, 780)
    for degrees in (-160, -135, -112, -90, -66, -42, -20):
        broad_leaf(
            c,
            light,
            (x, 1010),
            degrees + rng.uniform(-8, 8),
            rng.uniform(200, 330),
            mix(light.near, light.dark, rng.random() * 0.5),
        )
    pot(c, light, x, 1120, 250, mix(light.earth, light.lotus, 0.3))


def back_row(s: Stage, count: int) -> None:
    """Listeners seen from behind, at the lower edge."""
    c, light, rng = s.canvas, s.light, s.rng
    for index in range(count):
        x, look = (index + 0.5) * WIDTH / count + rng.uniform(-50, 50), s.look()
        y, r = HEIGHT - rng.uniform(70, 110), rng.uniform(58, 68)
        c.blob(
            [
                (x - r * 0.5, y + r * 0.7),
                (x - r * 1.7, y + r * 1.3),
                (x - r * 2.1, HEIGHT + 120),
                (x + r * 2.1, HEIGHT + 120),
                (x + r * 1.7, y + r * 1.3),
                (x + r * 0.5, y + r * 0.7),
            ],
            mix(look.cloth, light.shade, 0.25),
        )
        c.shape(block(x - r * 0.32, y + r * 0.4, r * 0.64, r * 0.7), mix(look.skin, light.shade, 0.3))
        c.ellipse(x, y, r * 0.82, r, mix(look.hair, light.shade, 0.15))
        c.shape(oval(x + r * 0.2, y - r * 0.3, r * 0.4, r * 0.45), mix(look.hair, WHITE, 0.3), 0.35)
