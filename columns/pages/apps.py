from django.apps import AppConfig


class ColumnsConfig(AppConfig):
    name = "columns.pages"
    label = "columns"
    verbose_name = "Trang chuyên mục"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.pages.registries import faces
        from columns.pages import views
        from columns.pages.signal_handlers import give_page
        from columns.slots.signals import column_opened

        faces.register("columns.ColumnIndexPage", views.column_index)
        faces.register("columns.ColumnPage", views.column)
        column_opened.connect(give_page, dispatch_uid="columns.page")
