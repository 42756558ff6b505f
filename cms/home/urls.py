from django.urls import path

from cms.home import admin_views

app_name = "guides"

urlpatterns = [
    path("", admin_views.guide, name="index"),
    path("anh/<slug:name>.webp", admin_views.picture, name="picture"),
    path("<slug:slug>/", admin_views.guide, name="guide"),
]
