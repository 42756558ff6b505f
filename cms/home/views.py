"""The first page: one story large, the newest, the columns, the latest to listen to, the sectors."""

from collections.abc import Sequence

from django.http import HttpRequest

from broadcasts.programmes.queries import aired, lines
from cms.delivery.recording import shows
from cms.home.models import HomePage
from cms.pages.registries import Shown
from columns.pages.queries import column_links
from stories.pages.queries import cards, published, sector_links
from stories.pages.tags import STORIES

NEWEST, EPISODES = 9, 3


def home(page: HomePage, request: HttpRequest, rest: Sequence[str]) -> Shown:
    shows(STORIES)
    newest = cards(published()[: NEWEST + 1], request)
    context = {
        "lead": newest[0] if newest else None,
        "cards": newest[1:],
        "columns": column_links(),
        "episodes": lines(aired()[:EPISODES], request),
        "sectors": sector_links(),
    }
    return Shown(context)
