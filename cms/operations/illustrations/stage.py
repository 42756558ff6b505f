"""What every scene is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .canvas import Canvas
from .figures import Figure, draw_figure, shadow
from .looks import Look, Subject, Wardrobe, look_of
from .palette import HOURS, Light
from .poses import Pose


@dataclass(frozen=True)
class Stage:
    canvas: Canvas
    light: Light
    rng: Random
    wardrobe: Wardrobe
    subject: Subject

    def look(self) -> Look:
        """Anybody who could be here."""
        return look_of(self.rng, self.light, self.wardrobe)

    def subject_look(self) -> Look:
        """The person whom the picture is about."""
        return look_of(self.rng, self.light, self.wardrobe, self.subject)

    def person(
        self,
        pose: Pose,
        x: float,
        y: float,
        unit: float,
        side: int = 1,
        *,
        look: Look | None = None,
        grounded: bool = True,
    ) -> Figure:
        """One more figure with its feet at (x, y), by default with a shadow under it."""
        if grounded:
            shadow(self.canvas, self.light, (x, y), unit * 1.5)
        return draw_figure(self.canvas, self.light, look or self.look(), pose, (x, y), unit, side)

    def main(
        self, pose: Pose, x: float, y: float, unit: float, side: int = 1, *, grounded: bool = True
    ) -> Figure:
        """The figure of the person whom the picture is about."""
        return self.person(pose, x, y, unit, side, look=self.subject_look(), grounded=grounded)


@dataclass(frozen=True)
class Scene:
    """`backdrop` paints the place, `front` the frame of a portrait, `work` people (the main one first)."""

    backdrop: Callable[[Stage], None]
    work: Callable[[Stage], list[Figure]]
    front: Callable[[Stage], None]
    wardrobe: Wardrobe
    held: str
    """What a sitter may hold here: a key of `held.HELD`."""
    hours: tuple[str, ...] = tuple(HOURS)
