"""The sixteen places that an illustration can be set in, by name."""

from ..stage import Scene
from .fields import FIELDS
from .rooms import ROOMS
from .village import VILLAGE
from .waters import WATERS

SCENES: dict[str, Scene] = {**WATERS, **FIELDS, **ROOMS, **VILLAGE}
