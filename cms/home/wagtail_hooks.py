from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.core.menus import Job, menu_of
from cms.home import menus
from cms.home.desk import only_the_desk

menus.hang_up()
hooks.register("construct_homepage_panels", only_the_desk)
hooks.register("construct_main_menu", menus.only_by_job)
hooks.register("construct_reports_menu", menus.only_for_those_who_oversee)
hooks.register(menu_of(Job.MINE), menus.desk)
hooks.register(menu_of(Job.STORIES), menus.photos)
hooks.register(menu_of(Job.STORIES), menus.files)
hooks.register(menu_of(Job.ADMINISTRATION), menus.tree)
hooks.register(menu_of(Job.GUIDES), menus.guides)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("huong-dan/", include("cms.home.urls"))]


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    sheets = [(static(f"css/{name}.css"),) for name in ("admin", "files")]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("insert_global_admin_js")
def admin_js() -> SafeString:
    scripts = [(static(f"js/{name}.js"),) for name in ("validity", "pickers", "files")]
    return format_html_join("\n", '<script src="{}"></script>', scripts)


@hooks.register("construct_help_menu")
def without_pages_in_english(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = [item for item in menu_items if not item.url.startswith("https://guide.wagtail.org/")]
