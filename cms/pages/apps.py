from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = "Trang"
    default_auto_field = "django.db.models.BigAutoField"
