"""What a sitter wears on the head and round the neck."""

from __future__ import annotations

from .canvas import Point, ribbon, smooth
from .looks import WHITE_CLOTH
from .palette import Colour, hex_colour, mix
from .sitter import HEAD, WHITE, Sitter, lit, shaded


def bare(s: Sitter) -> None:
    """No hat."""


def non_la(s: Sitter) -> None:
    """The conical hat of palm leaf, its rings, its shadow on the face and its silk strap."""
    straw = mix(s.light.straw, WHITE, 0.5)
    cone = [
        s.at(0.02, -1.6),
        *smooth(
            [s.at(-1.14, -0.66), s.at(-0.9, -0.53), s.at(0.02, -0.44), s.at(0.92, -0.53), s.at(1.17, -0.66)],
            closed=False,
        ),
    ]
    with s.canvas.clip(s.curve(HEAD)) as face:
        face.blob(
            s.all([(-0.6, -0.9), (-0.6, -0.3), (0.0, -0.26), (0.6, -0.34), (0.6, -0.9)]), s.light.shade, 0.34
        )
    strap = mix(s.light.lotus, s.light.shade, 0.12)
    s.canvas.ribbon(
        s.all([(-0.4, -0.5), (-0.36, -0.2), (-0.1, 0.07), (0.12, 0.08)]),
        (0.05 * s.head, 0.05 * s.head),
        strap,
    )
    s.canvas.ribbon(
        s.all([(0.36, -0.5), (0.31, -0.14), (0.12, 0.08)]), (0.045 * s.head, 0.05 * s.head), strap
    )
    with s.canvas.clip(cone) as inner:
        inner.faded(cone, lit(s, straw, 0.3), straw)
        for ring in range(1, 9):
            share = ring / 9
            arc = smooth(
                [
                    s.at(0.02 - 1.14 * share, -1.6 + 0.94 * share),
                    s.at(0.02, -1.6 + 1.16 * share),
                    s.at(0.02 + 1.14 * share, -1.6 + 0.94 * share),
                ],
                closed=False,
            )
            inner.shape(ribbon(arc, (0.012 * s.head, 0.012 * s.head)), shaded(s, straw, 0.3), 0.55)
        for reach, depth in ((-0.1, 0.16), (-0.42, 0.2), (-0.72, 0.24)):
            inner.shape(
                s.all([(0.02, -1.66), (reach, -0.3), (-1.5, -0.4), (-1.5, -1.0)]),
                shaded(s, straw, 0.5),
                depth,
            )
    rim = smooth(
        [s.at(-1.14, -0.66), s.at(-0.9, -0.53), s.at(0.02, -0.44), s.at(0.92, -0.53), s.at(1.17, -0.66)],
        closed=False,
    )
    s.canvas.shape(ribbon(rim, (0.03 * s.head, 0.03 * s.head)), lit(s, straw, 0.5))


def tai_beo(s: Sitter) -> None:
    """The soft round hat of the delta's volunteers."""
    cloth = mix(hex_colour("7C8660"), s.light.shade, 0.12)
    with s.canvas.clip(s.curve(HEAD)) as face:
        face.blob(
            s.all([(-0.6, -0.9), (-0.6, -0.44), (0.0, -0.42), (0.6, -0.46), (0.6, -0.9)]), s.light.shade, 0.3
        )
    s.canvas.blob(
        s.all(
            [
                (-0.66, -0.56),
                (-0.4, -0.76),
                (0.02, -0.8),
                (0.44, -0.78),
                (0.7, -0.6),
                (0.3, -0.56),
                (0.02, -0.53),
                (-0.3, -0.5),
            ]
        ),
        cloth,
    )
    crown = s.curve(
        [(-0.43, -0.7), (-0.4, -1.06), (-0.2, -1.2), (0.2, -1.21), (0.4, -1.06), (0.42, -0.72), (0.0, -0.66)]
    )
    with s.canvas.clip(crown) as inner:
        inner.shape(crown, lit(s, cloth, 0.12))
        inner.blob(
            s.all([(-0.6, -1.3), (-0.1, -1.2), (-0.18, -0.9), (-0.1, -0.6), (-0.6, -0.6)]),
            shaded(s, cloth, 0.3),
            0.7,
        )
        inner.ribbon(
            s.all([(-0.46, -0.74), (0.0, -0.7), (0.46, -0.76)]),
            (0.06 * s.head, 0.06 * s.head),
            shaded(s, cloth, 0.4),
        )


def head_scarf(s: Sitter) -> None:
    """A khăn rằn wound round the head, its knot at the side."""
    colour = s.look.scarf or hex_colour("2E3440")
    band = s.curve(
        [
            (-0.46, -0.62),
            (-0.4, -1.02),
            (0.0, -1.16),
            (0.36, -1.0),
            (0.42, -0.74),
            (0.1, -0.8),
            (-0.22, -0.66),
        ]
    )
    checked(s, band, colour)
    for tip in ((-0.86, -0.26), (-0.72, -0.06)):
        checked(s, s.curve([(-0.44, -0.68), (tip[0] - 0.02, tip[1] - 0.12), tip, (-0.42, -0.5)]), colour)


def neck_scarf(s: Sitter, colour: Colour) -> None:
    """A khăn rằn laid round the neck, one end hanging down in front."""
    checked(
        s,
        s.curve(
            [
                (-0.46, 0.16),
                (-0.62, 0.4),
                (-0.3, 0.66),
                (0.12, 0.74),
                (0.52, 0.6),
                (0.6, 0.34),
                (0.42, 0.12),
                (0.1, 0.34),
                (-0.24, 0.26),
            ]
        ),
        colour,
    )
    checked(
        s,
        s.curve([(-0.4, 0.5), (-0.56, 1.2), (-0.56, 2.1), (-0.1, 2.14), (-0.06, 1.2), (-0.08, 0.62)]),
        colour,
    )


def checked(s: Sitter, outline: list[Point], colour: Colour) -> None:
    pale, step = shaded(s, WHITE_CLOTH, 0.1), 0.15
    with s.canvas.clip(outline) as inner:
        inner.shape(outline, pale)
        for index in range(-14, 32):
            across = index * step
            inner.line(s.all([(-1.2, across - 0.2), (1.2, across + 0.2)]), 0.07 * s.head, colour, 0.62)
            inner.line(s.all([(across - 1.6, -1.4), (across - 2.0, 2.6)]), 0.07 * s.head, colour, 0.62)
        inner.ribbon(
            [*outline[:: max(1, len(outline) // 12)][:6]], (0.1 * s.head, 0.04 * s.head), s.light.shade, 0.3
        )


HATS = {"none": bare, "non_la": non_la, "tai_beo": tai_beo, "scarf": head_scarf}
