"""What a sitter holds before the chest, and the arms that hold it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .canvas import smooth
from .lotus import lotus_flower, lotus_leaf
from .nature import WHITE, rice_ear
from .palette import CLOTHS, mix
from .sitter import Sitter, lit, shaded
from .things import FRUITS, basket, flowers


def hold(s: Sitter, rng: Random, name: str) -> None:
    """The thing between body and hands, both sleeves coming in from the sides."""
    HELD[name](s, rng)
    for side, lift in ((-1, 0.0), (1, 0.1)):
        elbow, hand = (side * 1.3, 2.25), (side * 0.3 + 0.05, 1.84 - lift)
        cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.74, elbow[1] + (hand[1] - elbow[1]) * 0.74)
        cloth = shaded(s, s.look.cloth, 0.24 if side < 0 else 0.06)
        s.canvas.ribbon(s.all([cuff, hand]), (0.3 * s.head, 0.24 * s.head), shaded(s, s.look.skin, 0.12))
        palm = [
            (hand[0] - side * 0.26, hand[1] - 0.12),
            (hand[0] + side * 0.04, hand[1] - 0.17),
            (hand[0] + side * 0.16, hand[1] + 0.05),
            (hand[0] - side * 0.1, hand[1] + 0.17),
            (hand[0] - side * 0.28, hand[1] + 0.06),
        ]
        s.canvas.blob(s.all(palm), s.look.skin)
        s.canvas.ellipse(*s.at(side * 0.94, 0.84), 0.22 * s.head, 0.22 * s.head, cloth)
        sleeve = [(side * 0.94, 0.84), (side * 1.1, 1.4), (side * 1.2, 2.0), (side * 1.04, 2.26), cuff]
        s.canvas.ribbon(s.all(sleeve), (0.43 * s.head, 0.42 * s.head), cloth)
        seam = s.all([(side * 0.8, 1.1), (side * 0.92, 1.6), (side * 0.98, 2.0)])
        s.canvas.ribbon(seam, (0.01 * s.head, 0.05 * s.head), shaded(s, cloth, 0.4), 0.6)
        s.canvas.ribbon(
            s.all([(cuff[0] - 0.02, cuff[1] - 0.2), (cuff[0] + 0.02, cuff[1] + 0.2)]),
            (0.03 * s.head, 0.03 * s.head),
            lit(s, cloth, 0.3),
        )


def lotus(s: Sitter, rng: Random) -> None:
    c, light = s.canvas, s.light
    stems = [(-0.62, 0.95), (0.7, 1.05), (-0.12, 0.82), (0.34, 0.72)]
    lotus_leaf(c, light, *s.at(0.62, 1.36), 0.62 * s.head, mix(light.near, light.mid, 0.3), 0.46)
    for x, y in stems:
        c.ribbon(
            s.all([(x, y), (x * 0.45 + 0.04, 1.5), (0.05 - x * 0.2, 2.0), (0.05 - x * 0.5, 2.7)]),
            (0.05 * s.head, 0.06 * s.head),
            mix(light.near, light.dark, 0.2),
        )
    for index, (x, y) in enumerate(stems):
        lotus_flower(
            c, light, *s.at(x, y), s.head * (0.42 if index != 1 else 0.36), rng.choice((0.18, 0.75, 0.95))
        )


def rice(s: Sitter, rng: Random) -> None:
    for index in range(16):
        x, y = s.at(-0.3 + index * 0.045, 2.3)
        rice_ear(s.canvas, rng, x, y, s.head * rng.uniform(1.2, 1.75), s.light, rng.choice((-1, 1)))
    s.canvas.ribbon(
        s.all([(0.0, 1.6), (-0.05, 2.2), (-0.15, 2.9)]),
        (0.3 * s.head, 0.5 * s.head),
        mix(s.light.straw, s.light.near, 0.35),
    )


def fruit(s: Sitter, rng: Random) -> None:
    x, y = s.at(0.04, 2.5)
    basket(s.canvas, s.light, x, y, 1.7 * s.head, rng.choice(FRUITS), rng)


def bouquet(s: Sitter, rng: Random) -> None:
    x, y = s.at(0.05, 2.1)
    flowers(
        s.canvas, s.light, rng, x, y, 1.25 * s.head, rng.choice((s.light.lotus, s.light.straw, FRUITS[1]))
    )


def book(s: Sitter, rng: Random) -> None:
    cover = mix(rng.choice(CLOTHS), s.light.lotus, 0.2)
    s.canvas.shape(
        s.all([(-0.46, 1.06), (0.5, 0.98), (0.58, 2.2), (-0.4, 2.28)]), mix(WHITE, s.light.shade, 0.2)
    )
    s.canvas.shape(s.all([(-0.5, 1.04), (0.46, 0.96), (0.54, 2.18), (-0.44, 2.26)]), cover)
    s.canvas.shape(s.all([(-0.5, 1.04), (-0.4, 1.03), (-0.34, 2.25), (-0.44, 2.26)]), shaded(s, cover, 0.4))
    s.canvas.shape(s.all([(-0.2, 1.26), (0.28, 1.22), (0.3, 1.46), (-0.19, 1.5)]), mix(cover, WHITE, 0.6))


def tray(s: Sitter, rng: Random) -> None:
    s.canvas.ellipse(*s.at(0.04, 1.72), 0.95 * s.head, 0.17 * s.head, mix(s.light.straw, s.light.shade, 0.35))
    s.canvas.ellipse(*s.at(0.04, 1.68), 0.95 * s.head, 0.16 * s.head, mix(s.light.straw, WHITE, 0.2))
    for _ in range(11):
        x, y = s.at(0.04 + rng.uniform(-0.7, 0.7), 1.66 + rng.uniform(-0.1, 0.04))
        s.canvas.ellipse(x, y, 0.15 * s.head, 0.1 * s.head, mix(s.light.lotus, WHITE, rng.uniform(0.2, 0.7)))


def plank(s: Sitter, rng: Random) -> None:
    wood = mix(s.light.earth, s.light.straw, rng.uniform(0.2, 0.5))
    s.canvas.shape(s.all([(-2.0, 1.5), (2.0, 1.36), (2.0, 1.72), (-2.0, 1.88)]), wood)
    s.canvas.shape(s.all([(-2.0, 1.8), (2.0, 1.65), (2.0, 1.72), (-2.0, 1.88)]), shaded(s, wood, 0.35))
    for y in (1.58, 1.68):
        s.canvas.shape(
            smooth(
                s.all(
                    [(-1.6, y + 0.06), (-0.4, y + 0.03), (0.8, y - 0.04), (0.8, y - 0.03), (-0.4, y + 0.04)]
                )
            ),
            shaded(s, wood, 0.3),
            0.6,
        )


HELD: dict[str, Callable[[Sitter, Random], None]] = {
    "lotus": lotus,
    "rice": rice,
    "fruit": fruit,
    "bouquet": bouquet,
    "book": book,
    "tray": tray,
    "plank": plank,
}
