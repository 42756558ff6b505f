"""What somebody's first screen in the admin would show."""

from django.test import Client

from cms.home.desk import Desk
from cms.people.models import User


def desk(client: Client, user: User) -> dict[str, object]:
    client.force_login(user)
    request = client.get("/admin/account/").wsgi_request
    return Desk().get_context_data({"request": request})


def piles(client: Client, user: User, which: str = "waiting") -> dict[str, int]:
    return {pile.label: pile.count for pile in desk(client, user)[which]}
