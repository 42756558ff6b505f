"""The newsroom's list of stories, and the takedowns."""

from django.urls import include, path

from stories.pages.views import stories, takedowns

stories_urls = [
    path("", stories.index, name="index"),
    path("moi/", stories.new, name="new"),
]
takedowns_urls = [
    path("", takedowns.index, name="index"),
    path("moi/", takedowns.new, name="new"),
    path("<int:pk>/", takedowns.takedown, name="takedown"),
    path("<int:pk>/ban-luu/", takedowns.sealed_copy, name="sealed_copy"),
]
urlpatterns = [
    path("bai-viet/", include((stories_urls, "stories"))),
    path("go-bai/", include((takedowns_urls, "takedowns"))),
]
