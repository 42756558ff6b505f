"""The roof's table of doors; pages of the site come last."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import TemplateView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.pages.views import show_page
from cms.people.views import OtherDoorView, WayOutView

handler404 = "cms.pages.views.nothing_here"

urlpatterns = [
    path("admin/login/", OtherDoorView.as_view()),
    path("admin/logout/", WayOutView.as_view()),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("tai-khoan/", include("cms.people.urls")),
    path("phieu-gioi-thieu/", include("stories.nominations.urls")),
    path("", include("stories.letters.urls")),
    path("tim-kiem/", include("cms.search.urls")),
    path("feeds/", include("feeds.channels.urls")),
    # Every component once, for those who change templates.
    path("mau-giao-dien/", TemplateView.as_view(template_name="patterns.html")),
    path("_util/login/", OtherDoorView.as_view()),
    re_path(wagtail_urls.serve_pattern, show_page),
    # For the names of its addresses, and the doors of pages with a password.
    path("", include(wagtail_urls)),
]
