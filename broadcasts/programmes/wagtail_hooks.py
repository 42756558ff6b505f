from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadcasts.programmes.permissions import may_see_episodes
from cms.core.menus import Door, Job, menu_of


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("phat-thanh/", include("broadcasts.programmes.urls"))]


@hooks.register(menu_of(Job.BROADCASTS))
def register_episodes() -> MenuItem:
    url = reverse_lazy("episodes:index")
    return Door("Số phát sóng", url, may=may_see_episodes, icon="media", order=10, name="episodes")
