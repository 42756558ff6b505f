from django.apps import AppConfig


class ExemplarsConfig(AppConfig):
    name = "stories.exemplars"
    label = "exemplars"
    verbose_name = "Điển hình"
    default_auto_field = "django.db.models.BigAutoField"
