from django.urls import path

from cms.search.views import search

urlpatterns = [path("", search, name="search")]
