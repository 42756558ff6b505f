from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "broadcasts.programmes"
    label = "broadcasts"
    verbose_name = "Phát thanh, truyền hình"
    default_auto_field = "django.db.models.BigAutoField"
