"""When the ground under a story moves, its approvals are asked again."""

from datetime import datetime
from typing import Any

from cms.people.models import User
from cms.workflow.actions import reopen
from stories.dossiers.models import Claim
from stories.pages.queries import on_the_road_using


def reopen_stories_of_claim(sender: Any, claim: Claim, by: User | None, at: datetime, **kwargs: Any) -> None:
    for story in on_the_road_using(claim):
        reopen(story, by=by, at=at, reason=f"Điều đã kiểm chứng bị thay đổi: “{claim.text}”")
