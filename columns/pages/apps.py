from django.apps import AppConfig


class ColumnsConfig(AppConfig):
    name = "columns.pages"
    label = "columns"
    verbose_name = "Trang chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.pages.registries import faces
        from columns.pages import views

        faces.register("columns.ColumnIndexPage", views.column_index)
        faces.register("columns.ColumnPage", views.column)
