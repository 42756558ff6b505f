"""The admin's menu by job: each room hangs its doors into the group of a job; the roof puts the groups in order."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem


class Job(StrEnum):
    """What people come to do, in the order of the pipeline; a group without a door for somebody is not shown."""

    MINE = "mine"
    INTAKE = "intake"
    EXEMPLARS = "exemplars"
    STORIES = "stories"
    COLUMNS = "columns"
    BROADCASTS = "broadcasts"
    CONTESTS = "contests"
    PUBLICATIONS = "publications"
    PLANS = "plans"
    REPORTS = "reports"
    ADMINISTRATION = "administration"
    GUIDES = "guides"


def menu_of(job: Job) -> str:
    """The hook in which a room registers its doors: `@hooks.register(menu_of(Job.INTAKE))`."""
    return f"register_door_to_{job}"


class Door(MenuItem):
    """An entry of the menu for those whom the sentence `may` lets in."""

    def __init__(
        self, label: str, url: Any, *, may: Callable[[Any], bool], order: int, icon: str, name: str = ""
    ) -> None:
        super().__init__(label, url, name=name or None, icon_name=icon, order=order)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        """Asked once a request: Wagtail asks for the group, and again for each entry."""
        asked: dict[str, bool] = request.__dict__.setdefault("_doors", {})
        if self.name not in asked:
            asked[self.name] = self.may(request.user)
        return asked[self.name]
