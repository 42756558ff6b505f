"""In which public lists an episode stands, for `cms.delivery`."""

from collections.abc import Iterator

from broadcasts.programmes.models import EpisodePage

EPISODES = "list:episodes"


def programme_list(programme_id: int) -> str:
    return f"list:programme:{programme_id}"


def lists_of_episode(pk: int) -> Iterator[str]:
    """None for a draft."""
    episode = EpisodePage.objects.live().filter(pk=pk).first()
    if episode is not None:
        yield EPISODES
        yield programme_list(episode.get_parent().pk)
