from django.apps import AppConfig


class ColumnsConfig(AppConfig):
    name = "columns.pages"
    label = "columns"
    verbose_name = "Trang chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"
