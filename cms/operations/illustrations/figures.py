"""Whole people at work: a jointed figure, clothed by its look, posed by the angles of its limbs.

Lengths are in heads; angles in degrees from hanging straight down, positive towards the side faced.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .canvas import Canvas, Point, oval, smooth
from .looks import WHITE_CLOTH, Look
from .palette import Colour, Light, hex_colour, mix
from .poses import Limb, Pose

WHITE = hex_colour("FBF8F0")


@dataclass(frozen=True)
class Figure:
    """Where the drawn figure ended up on the sheet, for tools to be put in its hands."""

    head: Point
    near_hand: Point
    far_hand: Point
    hip: Point
    shoulder: Point
    unit: float
    side: int


def along(start: Point, degrees: float, length: float, side: int) -> Point:
    turn = math.radians(degrees)
    return start[0] + math.sin(turn) * length * side, start[1] + math.cos(turn) * length


def draw_figure(
    c: Canvas, light: Light, look: Look, pose: Pose, foot: Point, unit: float, side: int = 1
) -> Figure:
    """A figure whose lower foot stands at `foot`; `unit` is the height of its head."""
    hip = _hip(pose, foot, unit, side)
    shoulder = along(hip, 180 - pose.lean, 1.95 * unit, side)
    near_hand, near_elbow = _ends(shoulder, pose.near_arm, 1.12 * unit, 1.0 * unit, side)
    far_hand, far_elbow = _ends(shoulder, pose.far_arm, 1.12 * unit, 1.0 * unit, side)
    far = mix(look.cloth, light.shade, 0.38)
    _arm(c, look, far, mix(look.skin, light.shade, 0.3), (shoulder, far_elbow, far_hand), unit)
    _leg(c, look, mix(look.trousers, light.shade, 0.35), light, hip, pose.far_leg, unit, side)
    _leg(c, look, look.trousers, light, hip, pose.near_leg, unit, side)
    _trunk(c, light, look, hip, shoulder, pose.lean, unit, side)
    middle = _head(c, light, look, shoulder, pose.lean, unit, side)
    _arm(c, look, mix(look.cloth, light.shade, 0.12), look.skin, (shoulder, near_elbow, near_hand), unit)
    return Figure(middle, near_hand, far_hand, hip, shoulder, unit, side)


def _ends(root: Point, limb: Limb, upper: float, lower: float, side: int) -> tuple[Point, Point]:
    joint = along(root, limb[0], upper, side)
    return along(joint, limb[1], lower, side), joint


def _hip(pose: Pose, foot: Point, unit: float, side: int) -> Point:
    """The hip that lets the lower foot touch the ground and the feet stand evenly about the spot."""
    ends = [_ends((0, 0), leg, 1.62 * unit, 1.58 * unit, side)[0] for leg in (pose.near_leg, pose.far_leg)]
    middle = sum(x for x, _ in ends) / 2
    return foot[0] - middle, foot[1] - max(y for _, y in ends)


def _leg(
    c: Canvas, look: Look, cloth: Colour, light: Light, hip: Point, leg: Limb, unit: float, side: int
) -> None:
    ankle, knee = _ends(hip, leg, 1.62 * unit, 1.58 * unit, side)
    shin = (knee[0] + (ankle[0] - knee[0]) * 0.86, knee[1] + (ankle[1] - knee[1]) * 0.86)
    toe = (ankle[0] + side * 0.42 * unit, ankle[1] + 0.05 * unit)
    skin = mix(look.skin, light.shade, 0.25)
    c.ribbon(
        [shin, ankle, (ankle[0] + side * 0.12 * unit, ankle[1] + 0.02 * unit), toe],
        (0.22 * unit, 0.12 * unit),
        skin,
    )
    wide = 0.62 if look.garment in ("ba_ba", "ao_dai") else 0.5
    c.ribbon([(hip[0], hip[1] - 0.1 * unit), knee, shin], (0.86 * unit, wide * unit), cloth)
    c.ellipse(*knee, 0.33 * unit, 0.33 * unit, cloth)


def _arm(
    c: Canvas, look: Look, cloth: Colour, skin: Colour, joints: tuple[Point, Point, Point], unit: float
) -> None:
    shoulder, elbow, hand = joints
    cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.72, elbow[1] + (hand[1] - elbow[1]) * 0.72)
    c.line([cuff, hand], 0.2 * unit, skin)
    c.ellipse(*hand, 0.17 * unit, 0.17 * unit, skin)
    c.ribbon([shoulder, elbow, cuff], (0.5 * unit, 0.34 * unit), cloth)
    c.ellipse(*shoulder, 0.25 * unit, 0.25 * unit, cloth)


def _trunk(
    c: Canvas, light: Light, look: Look, hip: Point, shoulder: Point, lean: float, unit: float, side: int
) -> None:
    turn = math.radians(lean) * side

    def at(across: float, up: float) -> Point:
        share, x = up / 1.95, across * unit * side
        px, py = hip[0] + (shoulder[0] - hip[0]) * share, hip[1] + (shoulder[1] - hip[1]) * share
        return px + math.cos(turn) * x, py + math.sin(turn) * x

    hem = {"ao_dai": -2.0, "coat": -1.0, "ba_ba": -0.52}.get(look.garment, -0.3)
    flare = 0.72 if hem < -0.4 else 0.56
    outline = smooth(
        [
            at(-0.2, 2.28),
            at(-0.54, 2.02),
            at(-0.56, 1.3),
            at(-0.5, 0.5),
            at(-flare, hem),
            at(flare, hem),
            at(0.54, 0.5),
            at(0.6, 1.3),
            at(0.46, 2.02),
            at(0.16, 2.28),
        ]
    )
    with c.clip(outline) as inner:
        inner.shape(outline, look.cloth)
        shade = mix(look.cloth, light.shade, 0.3)
        inner.blob(
            [
                at(-0.9, 2.4),
                at(-0.14, 2.0),
                at(-0.2, 1.0),
                at(-0.06, 0.3),
                at(-0.2, hem - 0.4),
                at(-1.0, hem - 0.4),
            ],
            shade,
            0.75,
        )
        inner.blob(
            [at(0.9, 2.4), at(0.44, 1.7), at(0.46, 0.6), at(0.6, hem), at(1.1, hem)],
            mix(look.cloth, mix(light.sun, WHITE, 0.4), 0.3),
            0.6,
        )
        for up in (0.9, 0.4):
            inner.ribbon(
                [at(0.5, up), at(0.1, up - 0.14), at(-0.2, up - 0.1)], (0.05 * unit, 0.01), shade, 0.7
            )
    if look.scarf:
        _scarf(
            c,
            light,
            look.scarf,
            [at(-0.4, 2.28), at(-0.44, 1.96), at(0.05, 1.86), at(0.46, 1.98), at(0.34, 2.28)],
            unit,
        )
        _scarf(c, light, look.scarf, [at(0.12, 2.0), at(0.1, 1.0), at(0.44, 0.96), at(0.44, 2.0)], unit)


def _scarf(c: Canvas, light: Light, colour: Colour, points: list[Point], unit: float) -> None:
    outline = smooth(points)
    with c.clip(outline) as inner:
        inner.shape(outline, mix(WHITE_CLOTH, light.shade, 0.1))
        x, y = points[0]
        for index in range(-14, 15):
            shift = index * 0.17 * unit
            inner.line(
                [(x - 3 * unit, y + shift), (x + 3 * unit, y + shift + 0.5 * unit)], 0.08 * unit, colour, 0.6
            )
            inner.line(
                [(x + shift, y - 2 * unit), (x + shift - 0.3 * unit, y + 3 * unit)], 0.08 * unit, colour, 0.6
            )


def _head(c: Canvas, light: Light, look: Look, shoulder: Point, lean: float, unit: float, side: int) -> Point:
    tilt = lean * 0.62
    turn = math.radians(tilt) * side
    root = along(shoulder, 180 - tilt, 0.16 * unit, side)

    def at(x: float, up: float) -> Point:
        px, py = x * unit * side, -up * unit
        return root[0] + math.cos(turn) * px - math.sin(turn) * py, root[1] + math.sin(turn) * px + math.cos(
            turn
        ) * py

    skin, hair = look.skin, look.hair
    c.ribbon(
        [at(0, -0.2), at(0.02, 0.24), at(0.06, 0.5)], (0.42 * unit, 0.36 * unit), mix(skin, light.shade, 0.3)
    )
    if look.hair_style == "long":
        c.blob(
            [at(-0.4, 1.1), at(-0.5, 0.3), at(-0.56, -0.7), at(-0.2, -0.8), at(0.0, 0.2), at(0.2, 1.2)],
            mix(hair, light.shade, 0.2),
        )
    if look.hair_style == "bun":
        c.ellipse(*at(-0.42, 0.74), 0.22 * unit, 0.22 * unit, hair)
    face = smooth(
        [
            at(-0.3, 1.1),
            at(-0.36, 0.7),
            at(-0.22, 0.34),
            at(0.12, 0.2),
            at(0.3, 0.36),
            at(0.36, 0.72),
            at(0.26, 1.12),
            at(0.0, 1.22),
        ]
    )
    with c.clip(face) as inner:
        inner.shape(face, skin)
        inner.blob(
            [at(-0.7, 1.4), at(-0.06, 1.2), at(-0.08, 0.6), at(0.06, 0.1), at(-0.7, 0.1)],
            mix(skin, light.shade, 0.22),
            0.8,
        )
        if look.hat in ("non_la", "tai_beo"):
            inner.blob(
                [at(-0.7, 1.4), at(-0.7, 0.66), at(0.0, 0.62), at(0.7, 0.7), at(0.7, 1.4)], light.shade, 0.35
            )
    c.blob(
        [
            at(0.3, 0.98),
            at(0.2, 1.3),
            at(-0.2, 1.32),
            at(-0.46, 1.0),
            at(-0.42, 0.5),
            at(-0.26, 0.5),
            at(-0.14, 0.92),
        ],
        hair,
    )
    _hat(c, light, look, at, unit)
    return at(0, 0.7)


def _hat(c: Canvas, light: Light, look: Look, at, unit: float) -> None:
    if look.hat == "non_la":
        straw = mix(light.straw, WHITE, 0.5)
        cone = [
            at(0, 1.74),
            *smooth(
                [at(-1.14, 0.9), at(-0.6, 0.76), at(0, 0.72), at(0.6, 0.76), at(1.14, 0.9)], closed=False
            ),
        ]
        with c.clip(cone) as inner:
            inner.shape(cone, mix(straw, WHITE, 0.25))
            for reach in (-0.1, -0.6):
                inner.shape(
                    [at(0, 1.76), at(reach, 0.5), at(-1.4, 0.5), at(-1.4, 1.0)],
                    mix(straw, light.shade, 0.34),
                    0.36,
                )
            for share in (0.3, 0.5, 0.7, 0.88):
                arc = [
                    at(-1.14 * share, 1.74 - 0.84 * share),
                    at(0, 1.74 - 1.02 * share),
                    at(1.14 * share, 1.74 - 0.84 * share),
                ]
                inner.ribbon(arc, (0.018 * unit, 0.018 * unit), mix(straw, light.shade, 0.4), 0.6)
    if look.hat == "tai_beo":
        cloth = mix(hex_colour("7C8660"), light.shade, 0.12)
        c.blob(
            [at(-0.7, 0.82), at(-0.4, 1.02), at(0.4, 1.02), at(0.74, 0.84), at(0.0, 0.8)],
            mix(cloth, light.shade, 0.2),
        )
        c.blob([at(-0.42, 0.94), at(-0.38, 1.36), at(0.0, 1.46), at(0.38, 1.36), at(0.42, 0.94)], cloth)
    if look.hat == "scarf":
        band = [at(-0.46, 0.84), at(-0.4, 1.26), at(0.0, 1.4), at(0.36, 1.24), at(0.4, 0.98), at(0.0, 0.96)]
        _scarf(c, light, look.scarf or hex_colour("2E3440"), band, unit)
        _scarf(
            c,
            light,
            look.scarf or hex_colour("2E3440"),
            [at(-0.4, 1.0), at(-0.86, 0.4), at(-0.66, 0.26), at(-0.36, 0.8)],
            unit,
        )


def shadow(c: Canvas, light: Light, foot: Point, width: float) -> None:
    """The soft patch that holds a figure or a thing to the ground."""
    c.shape(oval(foot[0], foot[1], width, width * 0.14), light.shade, 0.22)
