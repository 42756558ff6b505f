"""What the admin's menu offers somebody."""

from django.test import Client
from wagtail.admin.menu import Menu, admin_menu

from cms.people.models import User


def menu_for(client: Client, user: User) -> dict[str, list[tuple[str, str]]]:
    """The groups in their order, each with its entries: label and address."""
    client.force_login(user)
    request = client.get("/admin/account/").wsgi_request
    groups = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
    return {str(group.label): _entries(group.menu, request) for group in groups}


def _entries(menu: Menu, request: object) -> list[tuple[str, str]]:
    items = sorted(menu.menu_items_for_request(request), key=lambda item: item.order)
    return [(str(item.label), str(item.url)) for item in items]
