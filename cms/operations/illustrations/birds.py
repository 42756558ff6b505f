"""White storks, flying and standing."""

from __future__ import annotations

from .canvas import Canvas
from .palette import Colour


def stork(c: Canvas, x: float, y: float, size: float, fill: Colour, beat: float) -> None:
    """A white stork in flight; `beat` (−1 to 1) is the height of its wing tips."""
    lift = -beat * size * 0.5
    for side in (-1, 1):
        c.blob(
            [
                (x, y),
                (x + side * size * 0.45, y + lift * 0.7 - size * 0.12),
                (x + side * size, y + lift),
                (x + side * size * 0.4, y + lift * 0.45 + size * 0.08),
            ],
            fill,
        )
    c.ribbon(
        [(x - size * 0.5, y + size * 0.04), (x, y), (x + size * 0.48, y - size * 0.04)],
        (size * 0.03, size * 0.06),
        fill,
    )


def standing_stork(
    c: Canvas, x: float, base: float, size: float, fill: Colour, leg: Colour, side: int
) -> None:
    body = base - size * 0.46
    for shift in (-0.03, 0.06):
        c.line([(x + shift * size, body), (x + shift * size * 0.6, base)], size * 0.016, leg)
    c.blob(
        [
            (x - side * size * 0.34, body + size * 0.1),
            (x - side * size * 0.1, body - size * 0.13),
            (x + side * size * 0.16, body - size * 0.1),
            (x + side * size * 0.1, body + size * 0.1),
        ],
        fill,
    )
    neck = [
        (x + side * size * 0.1, body - size * 0.04),
        (x + side * size * 0.25, body - size * 0.2),
        (x + side * size * 0.12, body - size * 0.36),
        (x + side * size * 0.22, body - size * 0.48),
    ]
    c.ribbon(neck, (size * 0.09, size * 0.05), fill)
    c.ellipse(x + side * size * 0.23, body - size * 0.48, size * 0.05, size * 0.04, fill)
    c.ribbon(
        [
            (x + side * size * 0.25, body - size * 0.48),
            (x + side * size * 0.33, body - size * 0.465),
            (x + side * size * 0.44, body - size * 0.44),
        ],
        (size * 0.03, 1),
        leg,
    )
