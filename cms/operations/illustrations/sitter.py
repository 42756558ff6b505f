"""The person who sits for a portrait: where, how large, turned to which side, in which light.

Lengths are in heads: the chin is the origin, one unit is chin to crown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .canvas import Canvas, Point, smooth
from .looks import Look
from .palette import Colour, Light, hex_colour, mix

WHITE = hex_colour("FBF8F0")
HEM = 4.2  # far enough below the chin to leave the sheet
HEAD = (
    (0.02, -1.0),
    (-0.3, -0.9),
    (-0.39, -0.6),
    (-0.34, -0.3),
    (-0.2, -0.06),
    (0.08, 0.03),
    (0.27, -0.1),
    (0.35, -0.36),
    (0.37, -0.62),
    (0.28, -0.9),
)


@dataclass(frozen=True)
class Sitter:
    """One person's place: the chin on the sheet, the size of the head, and the side they turn to (±1)."""

    canvas: Canvas
    light: Light
    look: Look
    chin: Point
    head: float
    side: int

    def at(self, x: float, y: float) -> Point:
        return self.chin[0] + x * self.side * self.head, self.chin[1] + y * self.head

    def all(self, points: Sequence[Point]) -> list[Point]:
        return [self.at(x, y) for x, y in points]

    def curve(self, points: Sequence[Point]) -> list[Point]:
        return smooth(self.all(points))


def shaded(s: Sitter, colour: Colour, share: float = 0.24) -> Colour:
    return mix(colour, s.light.shade, share)


def lit(s: Sitter, colour: Colour, share: float = 0.22) -> Colour:
    return mix(colour, mix(s.light.sun, WHITE, 0.35), share)
