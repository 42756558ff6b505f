"""What rooms say of their tables, so that a ready page is dropped exactly when something it shows changes.

A page that read a table of which nobody said anything is not kept: what is forgotten here makes it slow, never wrong.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cms.core.registries import Registry

Tags = Callable[[Any], Iterable[str]]

# By the model's label. The tags of one row, wherever it is shown: noted when a page loads it, announced when it is
# saved or deleted. They may look at keys only: a row is noted before it is whole.
rows: Registry[Tags] = Registry("row")

# By "label" or "label (room)": in which lists a row stands. Asked of the database before and after each change, because
# it leaves the lists of before and enters those of after.
lists: Registry[Tags] = Registry("list")

# By the model's label: small tables that change seldom. Every page that read one is dropped with any of its rows.
frames: Registry[type[Any]] = Registry("frame")

# By the table's name: read while pages are made, but nothing of them is shown that a change of other rows does not tell.
unshown: Registry[str] = Registry("unshown table")
