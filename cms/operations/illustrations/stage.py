"""What every scene is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .canvas import Canvas
from .figures import Figure, Pose, draw_figure, shadow
from .looks import Look, Wardrobe, look_of
from .palette import HOURS, Light


@dataclass(frozen=True)
class Stage:
    canvas: Canvas
    light: Light
    rng: Random
    wardrobe: Wardrobe

    def look(self) -> Look:
        return look_of(self.rng, self.light, self.wardrobe)

    def person(
        self, pose: Pose, x: float, y: float, unit: float, side: int = 1, *, look: Look | None = None, grounded: bool = True
    ) -> Figure:
        """One more figure with its feet at (x, y), by default with a shadow under it."""
        if grounded:
            shadow(self.canvas, self.light, (x, y), unit * 1.5)
        return draw_figure(self.canvas, self.light, look or self.look(), pose, (x, y), unit, side)


@dataclass(frozen=True)
class Scene:
    """`backdrop` paints the place, `work` the people in it (the first returned is the main one), `front` what frames a portrait."""

    backdrop: Callable[[Stage], None]
    work: Callable[[Stage], list[Figure]]
    front: Callable[[Stage], None]
    wardrobe: Wardrobe
    hours: tuple[str, ...] = tuple(HOURS)
