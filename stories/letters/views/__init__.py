"""Doors of the public, the office, exemplars and the newsroom."""
