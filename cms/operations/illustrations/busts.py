"""Head and shoulders of one quiet person, without features of a face.

Lengths are in heads: the chin is the origin, one unit is chin to crown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from .canvas import Canvas, Point, oval, ribbon, smooth
from .looks import WHITE_CLOTH, Look
from .palette import Colour, Light, hex_colour, mix

WHITE = hex_colour("FBF8F0")
HEM = 4.2  # far enough below the chin to leave the sheet


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


def draw_bust(sitter: Sitter, rng: Random) -> None:
    hair_behind(sitter)
    if sitter.look.hat == "non_la":
        sitter.canvas.shape(oval(*sitter.at(0.02, -0.66), 1.28 * sitter.head, 0.2 * sitter.head), mix(sitter.light.straw, sitter.light.shade, 0.6))
    garment(sitter)
    head(sitter)
    hair_before(sitter)
    if sitter.look.scarf:
        neck_scarf(sitter, sitter.look.scarf)
    HATS[sitter.look.hat](sitter)


def shaded(s: Sitter, colour: Colour, share: float = 0.24) -> Colour:
    return mix(colour, s.light.shade, share)


def lit(s: Sitter, colour: Colour, share: float = 0.22) -> Colour:
    return mix(colour, mix(s.light.sun, WHITE, 0.35), share)


BODY = ((-0.2, 0.0), (-0.46, 0.26), (-0.92, 0.44), (-1.2, 0.84), (-1.36, 2.0), (-1.5, HEM), (1.42, HEM), (1.28, 2.0), (1.12, 0.84), (0.86, 0.44), (0.46, 0.26), (0.24, 0.0))


def garment(s: Sitter) -> None:
    body, cloth = s.curve(BODY), s.look.cloth
    with s.canvas.clip(body) as inner:
        inner.faded(body, lit(s, cloth, 0.1), shaded(s, cloth, 0.32))
        inner.blob(s.all([(-2, 0.2), (-0.62, 0.5), (-0.72, 1.4), (-0.5, 2.6), (-0.7, HEM), (-2, HEM)]), shaded(s, cloth), 0.6)
        inner.blob(s.all([(0.78, 0.4), (0.9, 1.2), (0.84, 2.2), (0.96, HEM), (2, HEM), (2, 0.5)]), lit(s, cloth), 0.5)
        for x, lean in ((-0.74, 0.1), (0.83, -0.06)):
            inner.ribbon(s.all([(x, 1.0), (x + lean, 1.7), (x - lean * 0.4, HEM)]), (0.012 * s.head, 0.05 * s.head), shaded(s, cloth, 0.5), 0.7)
        for y in (1.5, 2.1):
            inner.ribbon(s.all([(-0.5, y), (-0.2, y + 0.16), (0.02, y + 0.1)]), (0.05 * s.head, 0.002), shaded(s, cloth, 0.4), 0.35)
        GARMENTS[s.look.garment](s, inner)


def ba_ba(s: Sitter, c: Canvas) -> None:
    """Áo bà ba: no collar, a row of buttons down the front, two wide pockets."""
    edge = shaded(s, s.look.cloth, 0.45)
    c.blob(s.all([(-0.34, 0.1), (-0.3, 0.36), (0.08, 0.74), (0.4, 0.34), (0.36, 0.1), (0.0, -0.1)]), edge)
    c.blob(s.all([(-0.3, 0.06), (-0.26, 0.33), (0.08, 0.68), (0.36, 0.31), (0.32, 0.06), (0.0, -0.1)]), shaded(s, s.look.skin, 0.2))
    c.line(s.all([(0.08, 0.7), (0.1, HEM)]), 0.014 * s.head, edge)
    for y in (0.92, 1.3, 1.68, 2.06):
        c.ellipse(*s.at(0.14, y), 0.035 * s.head, 0.035 * s.head, lit(s, s.look.cloth, 0.55))
    for x in (-0.52, 0.3):
        c.line(s.all([(x, 1.86), (x + 0.4, 1.86)]), 0.022 * s.head, edge)


def shirt(s: Sitter, c: Canvas) -> None:
    """A shirt with a turned-down collar."""
    edge = shaded(s, s.look.cloth, 0.45)
    c.blob(s.all([(-0.26, 0.02), (-0.2, 0.3), (0.08, 0.62), (0.34, 0.28), (0.3, 0.02)]), shaded(s, s.look.skin, 0.26))
    for points in ([(-0.3, 0.04), (-0.46, 0.36), (-0.2, 0.66), (0.07, 0.58), (-0.2, 0.28)], [(0.3, 0.04), (0.5, 0.34), (0.34, 0.64), (0.1, 0.58), (0.28, 0.28)]):
        c.shape(s.all([(x + 0.015, y + 0.035) for x, y in points]), edge)
        c.shape(s.all(points), lit(s, s.look.cloth, 0.16))
    c.line(s.all([(0.08, 0.6), (0.1, HEM)]), 0.014 * s.head, edge)
    for y in (0.98, 1.44, 1.9):
        c.ellipse(*s.at(0.15, y), 0.03 * s.head, 0.03 * s.head, edge)
    c.line(s.all([(0.36, 1.34), (0.84, 1.32)]), 0.02 * s.head, edge)


def ao_dai(s: Sitter, c: Canvas) -> None:
    """A high collar and the slanting seam of the áo dài."""
    edge = shaded(s, s.look.cloth, 0.4)
    c.blob(s.all([(-0.32, -0.02), (-0.34, 0.28), (0.08, 0.42), (0.38, 0.26), (0.34, -0.02), (0.04, 0.1)]), lit(s, s.look.cloth, 0.12))
    c.ribbon(s.all([(-0.34, 0.28), (0.08, 0.42), (0.38, 0.26)]), (0.02 * s.head, 0.02 * s.head), edge)
    c.ribbon(s.all([(0.1, 0.42), (0.42, 0.62), (0.72, 1.12), (0.8, 1.5)]), (0.022 * s.head, 0.016 * s.head), edge)
    for x, y in ((0.3, 0.53), (0.56, 0.82), (0.72, 1.14)):
        c.ellipse(*s.at(x, y), 0.032 * s.head, 0.032 * s.head, lit(s, s.look.cloth, 0.5))


def coat(s: Sitter, c: Canvas) -> None:
    """A white coat open over a blue shirt, a stethoscope round the neck."""
    blue, edge = mix(hex_colour("6E9FB5"), s.light.shade, 0.1), shaded(s, WHITE_CLOTH, 0.3)
    c.blob(s.all([(-0.34, -0.02), (-0.2, 0.5), (0.08, 1.5), (0.4, 0.5), (0.36, -0.02)]), blue)
    c.blob(s.all([(-0.22, 0.0), (-0.12, 0.34), (0.07, 0.56), (0.26, 0.32), (0.28, 0.0)]), shaded(s, s.look.skin, 0.26))
    for points in ([(-0.34, 0.02), (-0.58, 0.5), (-0.32, 0.74), (0.06, 1.56), (-0.16, 0.6)], [(0.36, 0.02), (0.62, 0.5), (0.4, 0.74), (0.12, 1.56), (0.3, 0.6)]):
        c.shape(s.all(points), lit(s, WHITE_CLOTH, 0.3))
        c.line(s.all([points[1], points[2], points[3]]), 0.016 * s.head, edge)
    dark = shaded(s, hex_colour("3A4450"), 0.2)
    c.ribbon(s.all([(-0.3, 0.12), (-0.4, 0.7), (-0.24, 1.24), (-0.02, 1.4)]), (0.05 * s.head, 0.045 * s.head), dark)
    c.ribbon(s.all([(0.34, 0.12), (0.44, 0.7), (0.4, 1.2), (0.42, 1.66)]), (0.05 * s.head, 0.045 * s.head), dark)
    c.ellipse(*s.at(0.42, 1.74), 0.1 * s.head, 0.1 * s.head, dark)
    c.ellipse(*s.at(0.42, 1.74), 0.06 * s.head, 0.06 * s.head, hex_colour("B9C6CB"))


GARMENTS = {"ba_ba": ba_ba, "shirt": shirt, "ao_dai": ao_dai, "coat": coat}
HEAD = ((0.02, -1.0), (-0.3, -0.9), (-0.39, -0.6), (-0.34, -0.3), (-0.2, -0.06), (0.08, 0.03), (0.27, -0.1), (0.35, -0.36), (0.37, -0.62), (0.28, -0.9))


def head(s: Sitter) -> None:
    skin = s.look.skin
    s.canvas.blob(s.all([(-0.24, -0.3), (-0.25, 0.12), (-0.3, 0.3), (0.06, 0.5), (0.32, 0.3), (0.24, 0.1), (0.22, -0.2)]), shaded(s, skin, 0.34))
    outline = s.curve(HEAD)
    s.canvas.ellipse(*s.at(-0.35, -0.42), 0.07 * s.head, 0.11 * s.head, shaded(s, skin, 0.16))
    with s.canvas.clip(outline) as inner:
        inner.shape(outline, skin)
        inner.blob(s.all([(-0.6, -1.1), (-0.14, -0.9), (-0.17, -0.5), (-0.1, -0.2), (0.1, 0.2), (-0.6, 0.2)]), shaded(s, skin, 0.2), 0.75)
        inner.blob(s.all([(0.5, -1.0), (0.3, -0.8), (0.31, -0.4), (0.24, -0.12), (0.5, 0.1)]), lit(s, skin, 0.45), 0.4)


def hair_behind(s: Sitter) -> None:
    if s.look.hair_style == "long":
        s.canvas.blob(s.all([(-0.1, -1.04), (-0.5, -0.7), (-0.52, 0.1), (-0.62, 1.1), (-0.2, 1.3), (0.2, 0.6), (0.42, -0.2), (0.36, -0.8)]), shaded(s, s.look.hair, 0.2))
    if s.look.hair_style == "bun":
        s.canvas.ellipse(*s.at(-0.45, -0.42), 0.22 * s.head, 0.2 * s.head, shaded(s, s.look.hair, 0.1))


def hair_before(s: Sitter) -> None:
    hair, style = s.look.hair, s.look.hair_style
    if style == "crop":
        points = [(0.34, -0.72), (0.3, -0.98), (0.0, -1.08), (-0.34, -0.94), (-0.43, -0.62), (-0.37, -0.42), (-0.3, -0.66), (-0.1, -0.84), (0.14, -0.86)]
    elif style == "short":
        points = [(0.37, -0.66), (0.37, -0.96), (0.08, -1.14), (-0.34, -1.02), (-0.47, -0.66), (-0.4, -0.3), (-0.31, -0.44), (-0.26, -0.72), (0.06, -0.78)]
    else:
        points = [(0.37, -0.5), (0.38, -0.92), (0.06, -1.1), (-0.36, -1.0), (-0.49, -0.6), (-0.44, -0.24), (-0.3, -0.26), (-0.18, -0.66), (0.1, -0.86), (0.28, -0.74)]
    outline = s.curve(points)
    with s.canvas.clip(outline) as inner:
        inner.shape(outline, hair)
        inner.ribbon(s.all([(-0.3, -0.9), (0.0, -1.0), (0.26, -0.9)]), (0.02 * s.head, 0.09 * s.head), lit(s, hair, 0.4), 0.45)


def bare(s: Sitter) -> None:
    """No hat."""


def non_la(s: Sitter) -> None:
    """The conical hat of palm leaf, its rings, its shadow on the face and its silk strap."""
    straw = mix(s.light.straw, WHITE, 0.5)
    cone = [s.at(0.02, -1.66), *smooth([s.at(-1.28, -0.66), s.at(-0.9, -0.53), s.at(0.02, -0.44), s.at(0.92, -0.53), s.at(1.3, -0.66)], closed=False)]
    with s.canvas.clip(s.curve(HEAD)) as face:
        face.blob(s.all([(-0.6, -0.9), (-0.6, -0.3), (0.0, -0.26), (0.6, -0.34), (0.6, -0.9)]), s.light.shade, 0.34)
    strap = mix(s.light.lotus, s.light.shade, 0.12)
    s.canvas.ribbon(s.all([(-0.4, -0.5), (-0.36, -0.2), (-0.1, 0.07), (0.12, 0.08)]), (0.05 * s.head, 0.05 * s.head), strap)
    s.canvas.ribbon(s.all([(0.36, -0.5), (0.31, -0.14), (0.12, 0.08)]), (0.045 * s.head, 0.05 * s.head), strap)
    with s.canvas.clip(cone) as inner:
        inner.faded(cone, lit(s, straw, 0.3), straw)
        for ring in range(1, 9):
            share = ring / 9
            arc = smooth([s.at(0.02 - 1.27 * share, -1.66 + 1.0 * share), s.at(0.02, -1.66 + 1.22 * share), s.at(0.02 + 1.27 * share, -1.66 + 1.0 * share)], closed=False)
            inner.shape(ribbon(arc, (0.012 * s.head, 0.012 * s.head)), shaded(s, straw, 0.3), 0.55)
        inner.shape(s.all([(0.02, -1.7), (-0.28, -0.3), (-1.5, -0.4), (-1.5, -1.0)]), shaded(s, straw, 0.42), 0.6)
    rim = smooth([s.at(-1.28, -0.66), s.at(-0.9, -0.53), s.at(0.02, -0.44), s.at(0.92, -0.53), s.at(1.3, -0.66)], closed=False)
    s.canvas.shape(ribbon(rim, (0.03 * s.head, 0.03 * s.head)), lit(s, straw, 0.5))


def tai_beo(s: Sitter) -> None:
    """The soft round hat of the delta's volunteers."""
    cloth = mix(hex_colour("7C8660"), s.light.shade, 0.12)
    with s.canvas.clip(s.curve(HEAD)) as face:
        face.blob(s.all([(-0.6, -0.9), (-0.6, -0.44), (0.0, -0.42), (0.6, -0.46), (0.6, -0.9)]), s.light.shade, 0.3)
    s.canvas.blob(s.all([(-0.66, -0.56), (-0.4, -0.76), (0.02, -0.8), (0.44, -0.78), (0.7, -0.6), (0.3, -0.56), (0.02, -0.53), (-0.3, -0.5)]), cloth)
    crown = s.curve([(-0.43, -0.7), (-0.4, -1.06), (-0.2, -1.2), (0.2, -1.21), (0.4, -1.06), (0.42, -0.72), (0.0, -0.66)])
    with s.canvas.clip(crown) as inner:
        inner.shape(crown, lit(s, cloth, 0.12))
        inner.blob(s.all([(-0.6, -1.3), (-0.1, -1.2), (-0.18, -0.9), (-0.1, -0.6), (-0.6, -0.6)]), shaded(s, cloth, 0.3), 0.7)
        inner.ribbon(s.all([(-0.46, -0.74), (0.0, -0.7), (0.46, -0.76)]), (0.06 * s.head, 0.06 * s.head), shaded(s, cloth, 0.4))


def head_scarf(s: Sitter) -> None:
    """A khăn rằn wound round the head, its knot at the side."""
    colour = s.look.scarf or hex_colour("2E3440")
    band = s.curve([(-0.46, -0.62), (-0.4, -1.02), (0.0, -1.16), (0.36, -1.0), (0.42, -0.74), (0.1, -0.8), (-0.22, -0.66)])
    checked(s, band, colour)
    for tip in ((-0.86, -0.26), (-0.72, -0.06)):
        checked(s, s.curve([(-0.44, -0.68), (tip[0] - 0.02, tip[1] - 0.12), tip, (-0.42, -0.5)]), colour)


def neck_scarf(s: Sitter, colour: Colour) -> None:
    """A khăn rằn laid round the neck, one end hanging down in front."""
    checked(s, s.curve([(-0.46, 0.16), (-0.62, 0.4), (-0.3, 0.66), (0.12, 0.74), (0.52, 0.6), (0.6, 0.34), (0.42, 0.12), (0.1, 0.34), (-0.24, 0.26)]), colour)
    checked(s, s.curve([(-0.4, 0.5), (-0.56, 1.2), (-0.56, 2.1), (-0.1, 2.14), (-0.06, 1.2), (-0.08, 0.62)]), colour)


def checked(s: Sitter, outline: list[Point], colour: Colour) -> None:
    pale, step = shaded(s, WHITE_CLOTH, 0.1), 0.15
    with s.canvas.clip(outline) as inner:
        inner.shape(outline, pale)
        for index in range(-14, 32):
            across = index * step
            inner.line(s.all([(-1.2, across - 0.2), (1.2, across + 0.2)]), 0.07 * s.head, colour, 0.62)
            inner.line(s.all([(across - 1.6, -1.4), (across - 2.0, 2.6)]), 0.07 * s.head, colour, 0.62)
        inner.ribbon([*outline[:: max(1, len(outline) // 12)][:6]], (0.1 * s.head, 0.04 * s.head), s.light.shade, 0.3)


HATS = {"none": bare, "non_la": non_la, "tai_beo": tai_beo, "scarf": head_scarf}
