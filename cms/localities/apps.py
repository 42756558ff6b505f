from django.apps import AppConfig


class LocalitiesConfig(AppConfig):
    name = "cms.localities"
    label = "localities"
    verbose_name = "Địa bàn"
    default_auto_field = "django.db.models.BigAutoField"
