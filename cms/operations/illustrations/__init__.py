"""Drawn illustrations for the sample stories: the Plain of Reeds and its people, no photograph, no real face.

The same scene, role and seed always give the same picture.
"""

from .drawing import ROLES, Focus, Illustration, draw, illustrate
from .looks import Subject
from .scenes import SCENES

__all__ = ["ROLES", "SCENES", "Focus", "Illustration", "Subject", "draw", "illustrate"]
