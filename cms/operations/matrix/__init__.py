"""Roles × actions: what each room's own sentences answer for somebody of each role, as one table for people."""

from cms.operations.matrix.figures import NotProvisioned, figures
from cms.operations.matrix.table import AREAS, Matrix, as_markdown, ask_everybody

__all__ = ["AREAS", "Matrix", "NotProvisioned", "as_markdown", "ask_everybody", "figures"]
