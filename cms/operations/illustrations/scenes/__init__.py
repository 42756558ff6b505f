"""The sixteen places that an illustration can be set in, by name."""

from ..stage import Scene
from .buildings import BUILDINGS
from .fields import FIELDS
from .rooms import ROOMS
from .village import VILLAGE
from .waters import WATERS
from .workrooms import WORKROOMS

SCENES: dict[str, Scene] = {**WATERS, **FIELDS, **ROOMS, **WORKROOMS, **VILLAGE, **BUILDINGS}
