"""Head and shoulders of one quiet person, without features of a face."""

from __future__ import annotations

from random import Random

from .canvas import oval
from .garments import garment
from .hats import HATS, neck_scarf
from .palette import mix
from .sitter import HEAD, Sitter, lit, shaded


def draw_bust(sitter: Sitter, rng: Random) -> None:
    hair_behind(sitter)
    if sitter.look.hat == "non_la":
        sitter.canvas.shape(
            oval(*sitter.at(0.02, -0.66), 1.14 * sitter.head, 0.19 * sitter.head),
            mix(sitter.light.straw, sitter.light.shade, 0.6),
        )
    garment(sitter)
    head(sitter)
    hair_before(sitter)
    if sitter.look.scarf:
        neck_scarf(sitter, sitter.look.scarf)
    HATS[sitter.look.hat](sitter)


def head(s: Sitter) -> None:
    skin = s.look.skin
    s.canvas.blob(
        s.all(
            [(-0.24, -0.3), (-0.25, 0.12), (-0.3, 0.3), (0.06, 0.5), (0.32, 0.3), (0.24, 0.1), (0.22, -0.2)]
        ),
        shaded(s, skin, 0.34),
    )
    outline = s.curve(HEAD)
    s.canvas.ellipse(*s.at(-0.35, -0.42), 0.07 * s.head, 0.11 * s.head, shaded(s, skin, 0.16))
    with s.canvas.clip(outline) as inner:
        inner.shape(outline, skin)
        inner.blob(
            s.all([(-0.6, -1.1), (-0.14, -0.9), (-0.17, -0.5), (-0.1, -0.2), (0.1, 0.2), (-0.6, 0.2)]),
            shaded(s, skin, 0.2),
            0.75,
        )
        inner.blob(
            s.all([(0.5, -1.0), (0.3, -0.8), (0.31, -0.4), (0.24, -0.12), (0.5, 0.1)]),
            lit(s, skin, 0.45),
            0.4,
        )


def hair_behind(s: Sitter) -> None:
    if s.look.hair_style == "long":
        s.canvas.blob(
            s.all(
                [
                    (-0.1, -1.04),
                    (-0.5, -0.7),
                    (-0.52, 0.1),
                    (-0.62, 1.1),
                    (-0.2, 1.3),
                    (0.2, 0.6),
                    (0.42, -0.2),
                    (0.36, -0.8),
                ]
            ),
            shaded(s, s.look.hair, 0.2),
        )
    if s.look.hair_style == "bun":
        s.canvas.ellipse(*s.at(-0.45, -0.42), 0.22 * s.head, 0.2 * s.head, shaded(s, s.look.hair, 0.1))


def hair_before(s: Sitter) -> None:
    hair, style = s.look.hair, s.look.hair_style
    if style == "crop":
        points = [
            (0.34, -0.72),
            (0.3, -0.98),
            (0.0, -1.08),
            (-0.34, -0.94),
            (-0.43, -0.62),
            (-0.37, -0.42),
            (-0.3, -0.66),
            (-0.1, -0.84),
            (0.14, -0.86),
        ]
    elif style == "short":
        points = [
            (0.37, -0.66),
            (0.37, -0.96),
            (0.08, -1.14),
            (-0.34, -1.02),
            (-0.47, -0.66),
            (-0.4, -0.3),
            (-0.31, -0.44),
            (-0.26, -0.72),
            (0.06, -0.78),
        ]
    else:
        points = [
            (0.37, -0.5),
            (0.38, -0.92),
            (0.06, -1.1),
            (-0.36, -1.0),
            (-0.49, -0.6),
            (-0.44, -0.24),
            (-0.3, -0.26),
            (-0.18, -0.66),
            (0.1, -0.86),
            (0.28, -0.74),
        ]
    outline = s.curve(points)
    with s.canvas.clip(outline) as inner:
        inner.shape(outline, hair)
        inner.ribbon(
            s.all([(-0.3, -0.9), (0.0, -1.0), (0.26, -0.9)]),
            (0.02 * s.head, 0.09 * s.head),
            lit(s, hair, 0.4),
            0.45,
        )
