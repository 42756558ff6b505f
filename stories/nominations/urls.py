"""`/phieu-gioi-thieu/`: the light pages of nominating bodies."""

from django.urls import path

from stories.nominations.views import papers, photos

app_name = "papers"

urlpatterns = [
    path("", papers.papers, name="papers"),
    path("moi/", papers.begin, name="begin"),
    path("<int:pk>/", papers.paper, name="paper"),
    path("<int:pk>/luu/", papers.save, name="save"),
    path("<int:pk>/tra-lai/", papers.give_back, name="give_back"),
    path("<int:pk>/bo/", papers.throw_away, name="throw_away"),
    path("<int:pk>/trung-ten/", papers.namesakes, name="namesakes"),
    path("<int:pk>/anh/", photos.announce, name="announce"),
    path("<int:pk>/anh/<uuid:photo>/", photos.part, name="part"),
    path("<int:pk>/anh/<uuid:photo>/xem/", photos.photo_file, name="photo"),
    path("<int:pk>/anh/<uuid:photo>/bo/", photos.remove_photo, name="remove_photo"),
]
