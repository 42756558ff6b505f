from django.urls import path

from columns.slots import views

app_name = "slots"

urlpatterns = [
    path("", views.calendar, name="calendar"),
    path("<int:pk>/", views.slot, name="slot"),
]
