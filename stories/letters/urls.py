"""The public's doors and the exemplar's."""

from django.urls import path

from stories.letters.views import public, reader

app_name = "letters"

urlpatterns = [
    path("gioi-thieu-guong/", public.propose_exemplar, name="propose"),
    path("theo-doi/", public.follow, name="follow"),
    path("doc-truoc/<str:secret>/", reader.reading, name="reading"),
]
