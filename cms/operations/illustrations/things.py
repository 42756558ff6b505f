"""What people make and use: boats, baskets, houses, pots, books."""

from __future__ import annotations

from random import Random

from .canvas import Canvas, Point, block, oval, smooth
from .palette import CLOTHS, Colour, Light, hex_colour, mix

WHITE = hex_colour("FBF8F0")
FRUITS = tuple(hex_colour(code) for code in ("E8A33D", "D9634C", "EFC94C", "8FB255", "C94F6D", "F0B7A4"))


def boat(c: Canvas, light: Light, x: float, y: float, length: float, fill: Colour | None = None) -> None:
    """A sampan from the side, its middle at `x`, its waterline at `y`; it hides a standing figure's shins."""
    wood = fill or mix(light.earth, light.dark, 0.45)
    half, deep = length / 2, length * 0.075
    c.shape(oval(x, y + deep * 0.2, half * 0.96, deep * 0.55), light.dark, 0.3)
    hull = smooth(
        [
            (x - half, y - deep * 1.7),
            (x - half * 0.6, y - deep * 0.75),
            (x, y - deep * 0.5),
            (x + half * 0.6, y - deep * 0.75),
            (x + half, y - deep * 1.7),
        ],
        closed=False,
    )
    keel = smooth(
        [
            (x + half, y - deep * 1.7),
            (x + half * 0.72, y + deep * 0.15),
            (x, y + deep * 0.3),
            (x - half * 0.72, y + deep * 0.15),
            (x - half, y - deep * 1.7),
        ],
        closed=False,
    )
    c.shape([*hull, *keel], wood)
    with c.clip([*hull, *keel]) as inner:
        for step in (0.32, 0.72):
            inner.ribbon(
                [(px, py + deep * step) for px, py in hull[::6]],
                (deep * 0.07, deep * 0.07),
                mix(wood, light.dark, 0.45),
            )
    c.ribbon([*hull[::5], hull[-1]], (deep * 0.2, deep * 0.2), mix(wood, light.straw, 0.45))
    for row in range(3):
        c.shape(
            oval(x + row * 30 - 20, y + deep * (0.7 + row * 0.5), half * (0.8 - row * 0.22), deep * 0.08),
            mix(light.water_top, WHITE, 0.4),
            0.35,
        )


def basket(
    c: Canvas,
    light: Light,
    x: float,
    base: float,
    size: float,
    content: Colour | None = None,
    rng: Random | None = None,
) -> None:
    wood = mix(light.straw, light.earth, 0.45)
    if content and rng:
        for _ in range(16):
            c.ellipse(
                x + rng.uniform(-0.4, 0.4) * size,
                base - size * 0.56 - rng.random() * size * 0.16,
                size * 0.11,
                size * 0.11,
                mix(content, light.shade, rng.uniform(0, 0.25)),
            )
    outline = smooth(
        [
            (x - size * 0.52, base - size * 0.56),
            (x - size * 0.4, base - size * 0.1),
            (x - size * 0.3, base),
            (x + size * 0.3, base),
            (x + size * 0.4, base - size * 0.1),
            (x + size * 0.52, base - size * 0.56),
        ],
        closed=False,
    )
    with c.clip(outline) as inner:
        inner.faded(outline, wood, mix(wood, light.shade, 0.4))
        for row in range(1, 5):
            y = base - size * 0.56 + row * size * 0.12
            inner.line([(x - size, y), (x + size, y)], size * 0.022, mix(wood, light.shade, 0.45))
    c.line(
        [(x - size * 0.53, base - size * 0.56), (x + size * 0.53, base - size * 0.56)],
        size * 0.06,
        mix(wood, WHITE, 0.25),
    )


def pot(c: Canvas, light: Light, x: float, base: float, size: float, fill: Colour) -> None:
    outline = smooth(
        [
            (x - size * 0.34, base - size * 0.7),
            (x - size * 0.5, base - size * 0.4),
            (x - size * 0.3, base),
            (x + size * 0.3, base),
            (x + size * 0.5, base - size * 0.4),
            (x + size * 0.34, base - size * 0.7),
        ]
    )
    with c.clip(outline) as inner:
        inner.shape(outline, fill)
        inner.shape(block(x - size, base - size, size * 0.8, size * 1.1), light.shade, 0.26)
    c.ellipse(x, base - size * 0.7, size * 0.36, size * 0.07, mix(fill, light.shade, 0.5))


def house(
    c: Canvas, light: Light, rng: Random, x: float, base: float, width: float, stilts: float = 0.0
) -> None:
    """A low house of the delta under a broad roof, on stilts if they have a height."""
    wall, roof = (
        mix(light.wall, light.far, rng.uniform(0, 0.3)),
        mix(hex_colour("A65F4C"), light.shade, rng.uniform(0.1, 0.4)),
    )
    tall, floor = width * 0.3, base - stilts
    for share in (0.08, 0.36, 0.64, 0.92) if stilts else ():
        c.line(
            [(x + share * width, floor), (x + share * width, base + 6)],
            width * 0.025,
            mix(light.earth, light.dark, 0.6),
        )
    c.faded(block(x, floor - tall, width, tall), mix(wall, light.shade, 0.16), wall)
    door = mix(hex_colour("3F6F78"), light.shade, 0.2)
    c.shape(block(x + width * 0.4, floor - tall * 0.74, width * 0.2, tall * 0.74), door)
    for share in (0.1, 0.7):
        c.shape(
            block(x + width * share, floor - tall * 0.66, width * 0.18, tall * 0.34),
            mix(door, light.dark, 0.2),
        )
        c.shape(
            block(x + width * share, floor - tall * 0.66, width * 0.085, tall * 0.34), mix(door, WHITE, 0.18)
        )
    c.shape(
        [
            (x - width * 0.1, floor - tall),
            (x + width * 0.1, floor - tall * 1.82),
            (x + width * 0.9, floor - tall * 1.82),
            (x + width * 1.1, floor - tall),
        ],
        roof,
    )
    c.shape(
        [
            (x + width * 0.62, floor - tall),
            (x + width * 0.72, floor - tall * 1.82),
            (x + width * 0.9, floor - tall * 1.82),
            (x + width * 1.1, floor - tall),
        ],
        mix(roof, light.shade, 0.24),
    )
    c.shape(block(x - width * 0.1, floor - tall, width * 1.2, tall * 0.09), mix(roof, light.dark, 0.4))
    if stilts:
        c.line(
            [(x - width * 0.06, floor), (x + width * 1.06, floor)],
            width * 0.035,
            mix(light.earth, light.dark, 0.4),
        )


def books(c: Canvas, light: Light, rng: Random, x: float, base: float, width: float, height: float) -> None:
    """A row of books standing on a shelf."""
    end = x + width
    while x < end - 8:
        thick, tall = rng.uniform(9, 24), height * rng.uniform(0.68, 0.96)
        if rng.random() < 0.07:
            x += thick * 2
            continue
        fill = mix(rng.choice(CLOTHS), light.wall, rng.uniform(0.05, 0.35))
        thick = min(thick, end - x)
        c.shape(block(x, base - tall, thick - 1.5, tall), fill)
        c.shape(block(x, base - tall * 0.84, thick - 1.5, tall * 0.07), mix(fill, WHITE, 0.45))
        x += thick


def open_book(c: Canvas, light: Light, at: Point, size: float) -> None:
    x, y = at
    for side in (-1, 1):
        c.shape(
            [
                (x, y),
                (x + side * size * 0.5, y - size * 0.16),
                (x + side * size * 0.5, y - size * 0.42),
                (x, y - size * 0.26),
            ],
            mix(WHITE, light.shade, 0.05 if side > 0 else 0.16),
        )
    c.line([(x, y), (x, y - size * 0.26)], size * 0.03, mix(light.shade, WHITE, 0.4))


def crate(c: Canvas, light: Light, x: float, base: float, width: float, height: float) -> None:
    wood = mix(light.earth, light.straw, 0.4)
    c.shape(block(x, base - height, width, height), mix(wood, light.shade, 0.5))
    for row in range(3):
        c.shape(
            block(x, base - height + row * height / 3, width, height * 0.26),
            mix(wood, light.shade, 0.08 * row),
        )


def flowers(c: Canvas, light: Light, rng: Random, x: float, base: float, size: float, bloom: Colour) -> None:
    """A round bush in flower."""
    green = mix(light.near, light.mid, rng.random() * 0.7)
    c.ellipse(x, base - size * 0.45, size * 0.52, size * 0.42, mix(green, light.dark, 0.25))
    c.ellipse(x, base - size * 0.52, size * 0.46, size * 0.36, green)
    for _ in range(20):
        px, py = x + rng.uniform(-0.42, 0.42) * size, base - size * rng.uniform(0.34, 0.9)
        radius = size * rng.uniform(0.055, 0.09)
        c.ellipse(px, py, radius, radius * 0.86, mix(bloom, light.shade, 0.16))
        c.ellipse(px - radius * 0.1, py - radius * 0.2, radius * 0.7, radius * 0.56, mix(bloom, WHITE, 0.18))
