"""Seeding up to a number: goes on after the last story that is there, whoever or whatever stopped the run before."""

from collections.abc import Callable

from django.db import connection

from cms.operations.seed.ground import read_ground
from cms.operations.seed.stories import insert
from cms.operations.seed.writing import write
from stories.pages.models import StoryPage

BATCH = 250


def seed_stories(count: int, *, say: Callable[[str], None], batch: int = BATCH) -> int:
    """Make the stories with numbers below `count` that are missing; returns how many were made. Raises NoGround."""
    ground, start = read_ground(), next_number()
    for first in range(start, count, batch):
        numbers = range(first, min(first + batch, count))
        insert([write(number, ground.place(number).locality.name) for number in numbers], ground)
        say(f"{numbers.stop}/{count} bài mẫu")
    if count > start:
        _tell_the_planner()
    return max(count - start, 0)


def next_number() -> int:
    """One after the highest number among the seeded stories."""
    seeded = StoryPage.objects.filter(is_sample=True, slug__regex=r"^mau-\d{6}-").order_by("-slug")
    last = seeded.values_list("slug", flat=True).first()
    return int(last[4:10]) + 1 if last else 0


def _tell_the_planner() -> None:
    """PostgreSQL would find out by itself in a while. SQLite plans without statistics, as in every real installation."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
