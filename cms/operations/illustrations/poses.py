"""How people stand, bend, carry and sit at their work: angles of trunk and limbs, in degrees."""

from __future__ import annotations

from dataclasses import dataclass

Limb = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """Angles: the trunk's from upright, each limb's upper and lower half from hanging down."""

    lean: float
    near_arm: Limb
    far_arm: Limb
    near_leg: Limb
    far_leg: Limb


STAND = Pose(2, (-4, 6), (8, 16), (2, -1), (-3, -4))
WALK = Pose(5, (-22, -8), (24, 40), (22, 6), (-20, -38))
BEND = Pose(66, (12, 4), (26, 18), (10, -6), (-4, -16))
STOOP = Pose(34, (30, 52), (44, 66), (8, -4), (-8, -14))
REACH = Pose(-3, (140, 162), (118, 150), (4, 0), (-5, -6))
POLE = Pose(9, (72, 122), (40, 84), (16, 2), (-14, -20))
PULL = Pose(-10, (58, 84), (66, 94), (24, 4), (-12, -26))
CROUCH = Pose(24, (44, 66), (58, 74), (112, -22), (96, -30))
SIT = Pose(4, (24, 72), (34, 78), (86, 2), (80, 6))
HOLD = Pose(2, (14, 84), (24, 92), (3, 0), (-4, -5))
POINT = Pose(0, (96, 118), (10, 30), (4, 0), (-5, -6))
SHOULDER = Pose(6, (52, 140), (-10, 4), (20, 4), (-18, -34))
WAVE = Pose(0, (-6, 8), (126, 152), (4, 0), (-5, -6))
