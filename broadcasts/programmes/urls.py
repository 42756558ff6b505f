from django.urls import path

from broadcasts.programmes import views

app_name = "episodes"

urlpatterns = [path("", views.index, name="index")]
