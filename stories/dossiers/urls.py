from django.urls import path

from stories.dossiers import views

app_name = "dossiers"

urlpatterns = [
    path("<int:pk>/", views.dossier, name="dossier"),
    path("minh-chung/<int:pk>/", views.evidence_file, name="evidence"),
    path("giay-dong-y/<int:pk>/", views.consent_file, name="consent_file"),
]
