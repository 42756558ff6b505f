from django.urls import path, re_path

from feeds.channels import views

app_name = "feeds"
SUFFIX = r"\.(?P<suffix>rss|atom|json)"
SLUG = r"(?P<slug>[a-z0-9-]+)"

urlpatterns = [
    path("", views.index, name="index"),
    path("feeds.opml", views.subscriptions, name="opml"),
    re_path(rf"^stories{SUFFIX}$", views.stories, name="stories"),
    re_path(rf"^columns/{SLUG}{SUFFIX}$", views.column, name="column"),
    re_path(rf"^sectors/{SLUG}{SUFFIX}$", views.sector, name="sector"),
    re_path(rf"^localities/(?P<code>[A-Z0-9]+){SUFFIX}$", views.locality, name="locality"),
    re_path(rf"^programmes/{SLUG}\.rss$", views.programme, name="programme"),
]
