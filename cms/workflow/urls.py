from django.urls import path

from cms.workflow import views

app_name = "road"

urlpatterns = [
    path("cho-duyet/", views.waiting, name="waiting"),
    path("<int:pk>/dang-ngay/", views.release_now, name="release_now"),
]
