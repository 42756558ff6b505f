"""The office's and the desks' screens in the admin."""

from django.urls import path

from stories.nominations.views import desks, office

app_name = "nominations"

urlpatterns = [
    path("phieu/", office.inbox, name="inbox"),
    path("phieu/<int:pk>/", office.nomination, name="nomination"),
    path("phieu/<int:pk>/anh/<uuid:photo>/", office.photo, name="photo"),
    path("chuyen-giao/", desks.hand_overs, name="hand_overs"),
    path("chuyen-giao/<int:pk>/", desks.hand_over, name="hand_over"),
    path("chuyen-giao/<int:pk>/docx/", desks.docx, name="docx"),
]
