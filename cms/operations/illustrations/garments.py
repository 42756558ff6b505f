"""What a sitter wears on the body: áo bà ba, shirt, áo dài, a doctor's coat."""

from __future__ import annotations

from .canvas import Canvas
from .looks import WHITE_CLOTH
from .palette import hex_colour, mix
from .sitter import HEM, Sitter, lit, shaded

BODY = (
    (-0.2, 0.0),
    (-0.46, 0.26),
    (-0.92, 0.44),
    (-1.2, 0.84),
    (-1.36, 2.0),
    (-1.5, HEM),
    (1.42, HEM),
    (1.28, 2.0),
    (1.12, 0.84),
    (0.86, 0.44),
    (0.46, 0.26),
    (0.24, 0.0),
)


def garment(s: Sitter) -> None:
    body, cloth = s.curve(BODY), s.look.cloth
    with s.canvas.clip(body) as inner:
        inner.faded(body, lit(s, cloth, 0.1), shaded(s, cloth, 0.32))
        inner.blob(
            s.all([(-2, 0.2), (-0.62, 0.5), (-0.72, 1.4), (-0.5, 2.6), (-0.7, HEM), (-2, HEM)]),
            shaded(s, cloth),
            0.6,
        )
        inner.blob(
            s.all([(0.78, 0.4), (0.9, 1.2), (0.84, 2.2), (0.96, HEM), (2, HEM), (2, 0.5)]), lit(s, cloth), 0.5
        )
        for x, lean in ((-0.74, 0.1), (0.83, -0.06)):
            inner.ribbon(
                s.all([(x, 1.0), (x + lean, 1.7), (x - lean * 0.4, HEM)]),
                (0.012 * s.head, 0.05 * s.head),
                shaded(s, cloth, 0.5),
                0.7,
            )
        for y in (1.5, 2.1):
            inner.ribbon(
                s.all([(-0.5, y), (-0.2, y + 0.16), (0.02, y + 0.1)]),
                (0.05 * s.head, 0.002),
                shaded(s, cloth, 0.4),
                0.35,
            )
        GARMENTS[s.look.garment](s, inner)


def ba_ba(s: Sitter, c: Canvas) -> None:
    """Áo bà ba: no collar, a row of buttons down the front, two wide pockets."""
    edge = shaded(s, s.look.cloth, 0.45)
    c.blob(s.all([(-0.34, 0.1), (-0.3, 0.36), (0.08, 0.74), (0.4, 0.34), (0.36, 0.1), (0.0, -0.1)]), edge)
    c.blob(
        s.all([(-0.3, 0.06), (-0.26, 0.33), (0.08, 0.68), (0.36, 0.31), (0.32, 0.06), (0.0, -0.1)]),
        shaded(s, s.look.skin, 0.2),
    )
    c.line(s.all([(0.08, 0.7), (0.1, HEM)]), 0.014 * s.head, edge)
    for y in (0.92, 1.3, 1.68, 2.06):
        c.ellipse(*s.at(0.14, y), 0.035 * s.head, 0.035 * s.head, lit(s, s.look.cloth, 0.55))
    for x in (-0.52, 0.3):
        c.line(s.all([(x, 1.86), (x + 0.4, 1.86)]), 0.022 * s.head, edge)


def shirt(s: Sitter, c: Canvas) -> None:
    """A shirt with a turned-down collar."""
    edge = shaded(s, s.look.cloth, 0.45)
    c.blob(
        s.all([(-0.26, 0.02), (-0.2, 0.3), (0.08, 0.62), (0.34, 0.28), (0.3, 0.02)]),
        shaded(s, s.look.skin, 0.26),
    )
    for points in (
        [(-0.3, 0.04), (-0.46, 0.36), (-0.2, 0.66), (0.07, 0.58), (-0.2, 0.28)],
        [(0.3, 0.04), (0.5, 0.34), (0.34, 0.64), (0.1, 0.58), (0.28, 0.28)],
    ):
        c.shape(s.all([(x + 0.015, y + 0.035) for x, y in points]), edge)
        c.shape(s.all(points), lit(s, s.look.cloth, 0.16))
    c.line(s.all([(0.08, 0.6), (0.1, HEM)]), 0.014 * s.head, edge)
    for y in (0.98, 1.44, 1.9):
        c.ellipse(*s.at(0.15, y), 0.03 * s.head, 0.03 * s.head, edge)
    c.line(s.all([(0.36, 1.34), (0.84, 1.32)]), 0.02 * s.head, edge)


def ao_dai(s: Sitter, c: Canvas) -> None:
    """A high collar and the slanting seam of the áo dài."""
    edge = shaded(s, s.look.cloth, 0.4)
    c.blob(
        s.all([(-0.32, -0.02), (-0.34, 0.28), (0.08, 0.42), (0.38, 0.26), (0.34, -0.02), (0.04, 0.1)]),
        lit(s, s.look.cloth, 0.12),
    )
    c.ribbon(s.all([(-0.34, 0.28), (0.08, 0.42), (0.38, 0.26)]), (0.02 * s.head, 0.02 * s.head), edge)
    c.ribbon(
        s.all([(0.1, 0.42), (0.42, 0.62), (0.72, 1.12), (0.8, 1.5)]), (0.022 * s.head, 0.016 * s.head), edge
    )
    for x, y in ((0.3, 0.53), (0.56, 0.82), (0.72, 1.14)):
        c.ellipse(*s.at(x, y), 0.032 * s.head, 0.032 * s.head, lit(s, s.look.cloth, 0.5))


def coat(s: Sitter, c: Canvas) -> None:
    """A white coat open over a blue shirt, a stethoscope round the neck."""
    blue, edge = mix(hex_colour("6E9FB5"), s.light.shade, 0.1), shaded(s, WHITE_CLOTH, 0.3)
    c.blob(s.all([(-0.34, -0.02), (-0.2, 0.5), (0.08, 1.5), (0.4, 0.5), (0.36, -0.02)]), blue)
    c.blob(
        s.all([(-0.22, 0.0), (-0.12, 0.34), (0.07, 0.56), (0.26, 0.32), (0.28, 0.0)]),
        shaded(s, s.look.skin, 0.26),
    )
    for points in (
        [(-0.34, 0.02), (-0.58, 0.5), (-0.32, 0.74), (0.06, 1.56), (-0.16, 0.6)],
        [(0.36, 0.02), (0.62, 0.5), (0.4, 0.74), (0.12, 1.56), (0.3, 0.6)],
    ):
        c.shape(s.all(points), lit(s, WHITE_CLOTH, 0.3))
        c.line(s.all([points[1], points[2], points[3]]), 0.016 * s.head, edge)
    dark = shaded(s, hex_colour("3A4450"), 0.2)
    c.ribbon(
        s.all([(-0.3, 0.12), (-0.4, 0.7), (-0.24, 1.24), (-0.02, 1.4)]), (0.05 * s.head, 0.045 * s.head), dark
    )
    c.ribbon(
        s.all([(0.34, 0.12), (0.44, 0.7), (0.4, 1.2), (0.42, 1.66)]), (0.05 * s.head, 0.045 * s.head), dark
    )
    c.ellipse(*s.at(0.42, 1.74), 0.1 * s.head, 0.1 * s.head, dark)
    c.ellipse(*s.at(0.42, 1.74), 0.06 * s.head, 0.06 * s.head, hex_colour("B9C6CB"))


GARMENTS = {"ba_ba": ba_ba, "shirt": shirt, "ao_dai": ao_dai, "coat": coat}
