from django.apps import AppConfig


class SlotsConfig(AppConfig):
    name = "columns.slots"
    label = "slots"
    verbose_name = "Chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"
