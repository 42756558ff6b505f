from django.urls import path

from stories.assignments import views

app_name = "assignments"

urlpatterns = [
    path("", views.to_do, name="to_do"),
    path("<int:pk>/", views.assignment, name="assignment"),
    path("<int:pk>/viet-bai/", views.write, name="write"),
]
